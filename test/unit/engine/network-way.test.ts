import { describe, expect, it } from 'vitest'
import { createSystemNetwork, networkWay } from '../../../electron/engine/network-way.ts'
import type { ConnectionSettings } from '../../../electron/shared/settings/connection.ts'

const endpoint = 'https://api.unit21.com/v1'

function system(environment: Record<string, string> = {}, authorities: readonly string[] | null = ['A']) {
  let reads = 0
  const network = createSystemNetwork({
    environment,
    readAuthorities: () => {
      reads += 1
      return authorities
    },
  })
  return { network, reads: () => reads }
}

type Given = Partial<Pick<ConnectionSettings, 'proxy' | 'systemCertificates'>>

function way(given: Given, network = system().network) {
  return networkWay({ proxy: 'system', systemCertificates: true, ...given }, network)
}

describe('the way to the endpoint', () => {
  it('is the environment’s until the system’s is known, and the system’s from then on', async () => {
    const { network } = system({ HTTPS_PROXY: 'http://env.example:1' })
    const taken = way({}, network)
    expect(await taken.proxyFor(endpoint)).toBe('http://env.example:1')
    network.provide({ proxyUrl: 'http://pac.example:2', authorities: [] })
    expect(await taken.proxyFor(endpoint)).toBe('http://pac.example:2')
    network.provide({ proxyUrl: null, authorities: [] })
    expect(await taken.proxyFor(endpoint)).toBeNull()
  })

  it('is what the setting says, whatever system and environment say', async () => {
    const { network } = system({ HTTPS_PROXY: 'http://env.example:1' })
    network.provide({ proxyUrl: 'http://pac.example:2', authorities: [] })
    expect(await way({ proxy: 'none' }, network).proxyFor(endpoint)).toBeNull()
    expect(await way({ proxy: 'http://set.example:3' }, network).proxyFor(endpoint)).toBe(
      'http://set.example:3',
    )
  })

  it('trusts the system’s authorities unless the setting says no, and reads them once and late', () => {
    const { network, reads } = system({}, ['A', 'B', 'A'])
    const taken = way({}, network)
    expect(reads()).toBe(0)
    expect(taken.authorities()).toEqual(['A', 'B'])
    expect(taken.authorities()).toBe(taken.authorities())
    expect(way({ systemCertificates: false }, network).authorities()).toEqual([])
    expect(reads()).toBe(1)
  })

  it('adds authorities that only the shell can read, and tells by another array that they changed', () => {
    const { network } = system({}, null)
    const taken = way({}, network)
    const before = taken.authorities()
    expect(before).toEqual([])
    network.provide({ proxyUrl: null, authorities: ['C'] })
    const after = taken.authorities()
    expect(after).toEqual(['C'])
    network.provide({ proxyUrl: 'http://pac.example:2', authorities: ['C'] })
    expect(taken.authorities()).toBe(after)
  })

  it.each<[string, Given, string | null | undefined, string]>([
    ['the system', {}, null, 'Directly, as the system says. One authority of the system is trusted too.'],
    ['a PAC file', {}, 'http://pac.example:2', 'By the proxy pac.example:2, as the system says.'],
    ['the environment', {}, undefined, 'Directly, as the environment says.'],
    [
      'a setting',
      { proxy: 'http://set.example:3' },
      null,
      'By the proxy set.example:3, as the setting says.',
    ],
    ['no proxy', { proxy: 'none' }, 'http://pac.example:2', 'Directly, as the setting says.'],
    [
      'own trust',
      { systemCertificates: false },
      null,
      'Only the authorities that Intray brings are trusted.',
    ],
  ])('is told in words: %s', async (_name, given, provided, words) => {
    const { network } = system()
    if (provided !== undefined) network.provide({ proxyUrl: provided, authorities: [] })
    const described = await way(given, network).describe(endpoint)
    expect(described.ok).toBe(true)
    expect(described.words).toContain(words)
  })

  it('never shows the password of a proxy', async () => {
    const { network } = system({ HTTPS_PROXY: 'http://ada:hunter2@env.example:1' })
    const { words } = await way({}, network).describe(endpoint)
    expect(words).toContain('By the proxy env.example:1, as the environment says.')
    expect(words).not.toMatch(/ada|hunter2/)
  })

  it('is refused, not gone around, where only a SOCKS proxy leads to the endpoint', async () => {
    const { network } = system()
    network.provide({ proxyUrl: 'socks5://socks.example:1080', authorities: [] })
    const taken = way({}, network)
    await expect(taken.proxyFor(endpoint)).rejects.toThrow()
    const { ok, words } = await taken.describe(endpoint)
    expect(ok).toBe(false)
    expect(words).toMatch(/^The system names the proxy socks\.example:1080, of a kind that/)
  })

  it('to this computer itself goes by no proxy', async () => {
    const { network } = system({ HTTPS_PROXY: 'http://env.example:1' })
    expect(await way({}, network).proxyFor('http://127.0.0.1:1/v1')).toBeNull()
    expect((await way({}, network).describe('http://127.0.0.1:1/v1')).words).toMatch(/^Directly/)
  })
})
