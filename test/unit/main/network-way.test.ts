import { describe, expect, it } from 'vitest'
import type { ErrorLog } from '../../../electron/main/error-log.ts'
import { createNetworkWay, withNetworkWay } from '../../../electron/main/network-way.ts'
import type { EngineCall } from '../../../electron/main/network-way.ts'

const saved = 'https://saved.example/v1'
const tested = 'https://tested.example/v1'

/** An engine that knows its settings and takes down everything else it is told. */
function listening() {
  const told: { name: string; input: unknown }[] = []
  // The calls of these tests, and no others.
  const call = ((name: string, input: unknown) => {
    if (name === 'settings.get') {
      return Promise.resolve({ ok: true, value: { settings: { connection: { baseUrl: saved } } } })
    }
    told.push({ name, input })
    return Promise.resolve({ ok: true, value: null })
  }) as unknown as EngineCall
  return { told, call }
}

function way(over: Partial<Parameters<typeof createNetworkWay>[0]> = {}) {
  const failures: string[] = []
  const log: ErrorLog = { write: (event) => failures.push(event) }
  const asked: string[] = []
  const opened = createNetworkWay({
    resolveProxy: (url) => {
      asked.push(url)
      return Promise.resolve(url === tested ? 'PROXY for-tests:1' : 'PROXY proxy.example:8080')
    },
    reload: () => Promise.resolve(),
    log,
    limitMs: 20,
    ...over,
  })
  return { way: opened, asked, failures }
}

const provided = (proxyUrl: string | null) => ({
  name: 'network.provide',
  input: { proxyUrl, authorities: [] },
})

describe('the way to the endpoint', () => {
  it('is asked of the system for the endpoint of the settings, and told to the engine', async () => {
    const { way: opened, asked } = way()
    const { told, call } = listening()
    await opened.tell(call)
    expect(asked).toEqual([saved])
    expect(told).toEqual([provided('http://proxy.example:8080')])
  })

  it('is read anew by the system after a change of the network', async () => {
    const order: string[] = []
    const { way: opened } = way({
      reload: async () => void order.push('reload'),
      resolveProxy: async () => {
        order.push('resolve')
        return 'DIRECT'
      },
    })
    const { told, call } = listening()
    await opened.tellAnew(call)
    expect(order).toEqual(['reload', 'resolve'])
    expect(told).toEqual([provided(null)])
  })

  it('that the system never tells keeps nobody waiting, and leaves what was told before', async () => {
    const { way: opened, failures } = way({ resolveProxy: () => new Promise(() => undefined) })
    const { told, call } = listening()
    await opened.tell(call)
    expect(told).toEqual([])
    expect(failures).toEqual(['network_way_unknown'])
  })

  it('that was found out too late is not told over a newer one', async () => {
    const first = Promise.withResolvers<string>()
    const answers = [first.promise, Promise.resolve('DIRECT')]
    const { way: opened } = way({ resolveProxy: () => answers.shift() ?? Promise.resolve('') })
    const { told, call } = listening()
    const slow = opened.tell(call)
    await opened.tell(call)
    first.resolve('PROXY slow:1')
    await slow
    expect(told).toEqual([provided(null)])
  })

  it('is told to a new engine at once, whoever else waits for that engine to be ready', async () => {
    const { way: opened } = way()
    const ready = Promise.withResolvers<undefined>()
    const { told, call } = listening()
    const window = withNetworkWay(async (name, input) => {
      await ready.promise
      return call(name, input)
    }, opened)
    const tests = window('connection.test', { connection: { baseUrl: tested } })
    await opened.prepare(call)
    expect(told).toEqual([provided('http://proxy.example:8080')])
    ready.resolve(undefined)
    await tests
    expect(told.slice(1, 3).map(({ name }) => name)).toEqual(['network.provide', 'connection.test'])
  })

  it('is told for the address that is tested, and then again for the one that is in use', async () => {
    const { way: opened } = way()
    const { told, call } = listening()
    const window = withNetworkWay(call, opened)
    const input = { connection: { baseUrl: tested } }
    await window('connection.test', input)
    await opened.tell(call)
    expect(told).toEqual([
      provided('http://for-tests:1'),
      { name: 'connection.test', input },
      provided('http://proxy.example:8080'),
      provided('http://proxy.example:8080'),
    ])
  })

  it('is told again when settings were saved, and for no other call', async () => {
    const { way: opened, asked } = way()
    const { told, call } = listening()
    const window = withNetworkWay(call, opened)
    await window('status.get', {})
    await opened.tell(call)
    expect(asked).toHaveLength(1)
    told.length = 0
    await window('settings.save', { settings: {} })
    await opened.tell(call)
    expect(told.map(({ name }) => name)).toEqual(['settings.save', 'network.provide', 'network.provide'])
  })
})
