import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { tryConnection } from '../../../electron/engine/connection-trial.ts'
import { createSystemNetwork, networkWay } from '../../../electron/engine/network-way.ts'
import { HttpFailure } from '../../../electron/engine/upload/http-exchange.ts'
import { openHttpPort } from '../../../electron/engine/upload/http-port.ts'
import { connectionSchema } from '../../../electron/shared/settings/connection.ts'
import { putTo } from '../upload/http-requests.ts'
import { startRawServer } from '../upload/raw-server.ts'
import type { RawServer } from '../upload/raw-server.ts'
import { startTlsServer, testAuthority } from '../upload/tls-server.ts'
import type { TlsServer } from '../upload/tls-server.ts'

async function endpoint(): Promise<TlsServer> {
  const server = await startTlsServer('valid')
  onTestFinished(() => server.stop())
  return server
}

/** A proxy whose tunnels all lead to the endpoint, or one that asks for a password. */
async function proxyTo(server: TlsServer | null): Promise<RawServer> {
  const proxy = await startRawServer(async ({ socket, received }) => {
    await received((text) => text.endsWith('\r\n\r\n'))
    if (server === null) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n')
      return
    }
    const upstream = connect(server.port, '127.0.0.1')
    upstream.on('error', () => socket.destroy())
    socket.setEncoding('binary')
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    socket.on('data', (chunk: string) => upstream.write(chunk, 'latin1'))
    upstream.pipe(socket)
    socket.on('close', () => upstream.destroy())
  })
  onTestFinished(proxy.stop)
  return proxy
}

const systemWith = (authorities: readonly string[]) =>
  createSystemNetwork({ environment: {}, readAuthorities: () => authorities })

function tryIt(network: ReturnType<typeof systemWith>, over: object = {}) {
  const connection = connectionSchema.parse({
    baseUrl: 'https://endpoint.test/v1',
    organisation: 'acme',
    timeoutMs: 3_000,
    ...over,
  })
  return tryConnection({ connection, key: 'a-key-of-the-tests' }, network)
}

describe('the test of a connection', () => {
  it('takes the system’s proxy, trusts the system’s authorities, and says both before it says what it reached', async () => {
    const server = await endpoint()
    const proxy = await proxyTo(server)
    const network = systemWith([testAuthority])
    network.provide({ proxyUrl: proxy.origin, authorities: [] })

    const { steps } = await tryIt(network)

    expect(steps.map(({ step }) => step)).toEqual(['address', 'way', 'reach'])
    expect(steps[1]?.words).toContain(`By the proxy ${new URL(proxy.origin).host}, as the system says.`)
    expect(steps[1]?.words).toContain('One authority of the system is trusted too.')
    expect(server.requests).toHaveLength(1)
    expect(proxy.connections[0]?.text()).not.toContain('a-key-of-the-tests')
  })

  it('takes the proxy of the settings that are tried, not of those in use', async () => {
    const server = await endpoint()
    const [systems, set] = [await proxyTo(server), await proxyTo(server)]
    const network = systemWith([testAuthority])
    network.provide({ proxyUrl: systems.origin, authorities: [] })
    const { steps } = await tryIt(network, { proxy: set.origin })
    expect(steps[1]?.words).toContain('as the setting says')
    expect([systems.connections.length, set.connections.length]).toEqual([0, 1])
  })

  it('says plainly that the proxy wants a password', async () => {
    const proxy = await proxyTo(null)
    const network = systemWith([testAuthority])
    network.provide({ proxyUrl: proxy.origin, authorities: [] })
    const { ok, steps } = await tryIt(network)
    expect(ok).toBe(false)
    expect(steps.at(-1)).toMatchObject({ step: 'reach', ok: false })
    expect(steps.at(-1)?.words).toContain(`The proxy ${new URL(proxy.origin).host} asks for a sign-in (407).`)
  })

  it('trusts the system’s authorities only where the settings let it', async () => {
    const proxy = await proxyTo(await endpoint())
    const network = systemWith([testAuthority])
    network.provide({ proxyUrl: proxy.origin, authorities: [] })
    const { steps } = await tryIt(network, { systemCertificates: false })
    expect(steps[1]?.words).toContain('Only the authorities that Intray brings are trusted.')
    expect(steps.at(-1)?.words).toMatch(/an authority that this computer does not trust/)
  })

  it('ends at a way that cannot be taken', async () => {
    const network = systemWith([])
    network.provide({ proxyUrl: 'socks5://127.0.0.1:1', authorities: [] })
    const { ok, steps } = await tryIt(network)
    expect(ok).toBe(false)
    expect(steps.map(({ step, ok }) => [step, ok])).toEqual([
      ['address', true],
      ['way', false],
    ])
  })
})

describe('a way that changes while connections are open', () => {
  it('holds for new connections, without a restart', async () => {
    const server = await endpoint()
    const [first, second] = [await proxyTo(server), await proxyTo(server)]
    const network = systemWith([])
    const way = networkWay({ proxy: 'system', systemCertificates: true }, network)
    const port = openHttpPort({
      proxyFor: (url) => way.proxyFor(url),
      extraAuthorities: () => way.authorities(),
    })
    onTestFinished(() => port.close())
    const send = (): Promise<unknown> =>
      port.send(putTo('https://endpoint.test', { timeoutMs: 3_000 })).then(
        ({ status }) => status,
        (error: unknown) => (error instanceof HttpFailure ? error.kind : error),
      )

    network.provide({ proxyUrl: first.origin, authorities: [] })
    expect(await send()).toBe('tls')
    network.provide({ proxyUrl: first.origin, authorities: [testAuthority] })
    expect(await send()).toBe(200)
    network.provide({ proxyUrl: second.origin, authorities: [testAuthority] })
    expect(await send()).toBe(200)
    expect(second.connections).toHaveLength(1)
    network.provide({ proxyUrl: first.origin, authorities: [] })
    expect(await send()).toBe('tls')
  })
})

describe('the authorities of the system', () => {
  it('are read from its store by this runtime', async () => {
    const module = new URL('../../../electron/engine/network-way.ts', import.meta.url).href
    const script = `const { readSystemAuthorities } = await import(${JSON.stringify(module)})
      console.log(JSON.stringify(readSystemAuthorities()))`
    const authority = fileURLToPath(new URL('../upload/certificates/authority.pem', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: { PATH: process.env['PATH'], SSL_CERT_FILE: authority, SSL_CERT_DIR: '/nonexistent' },
    })
    expect(JSON.parse(stdout)).toEqual([expect.stringContaining(testAuthority.trim().split('\n')[1] ?? '')])
  })
})
