import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openHttpPort } from '../../../electron/engine/upload/http-port.ts'
import { putTo } from './http-requests.ts'
import { startRawServer } from './raw-server.ts'
import type { RawConnection, RawServer } from './raw-server.ts'
import { startTlsServer, testAuthority } from './tls-server.ts'
import type { TlsServer } from './tls-server.ts'

const stops: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function serveProxy(serve: (connection: RawConnection) => Promise<void>): Promise<RawServer> {
  const server = await startRawServer(serve)
  stops.push(server.stop)
  return server
}

async function serveTls(): Promise<TlsServer> {
  const server = await startTlsServer('valid')
  stops.push(server.stop)
  return server
}

/** Sends one PUT to `https://endpoint.test` through the proxy and gives the status or the failure. */
async function sendThrough(proxy: string | null, timeoutMs = 5_000): Promise<unknown> {
  const port = openHttpPort({
    extraAuthorities: [testAuthority],
    connectTimeoutMs: 1_000,
    proxyFor: () => Promise.resolve(proxy),
  })
  stops.push(() => port.close())
  const sent = port.send(putTo('https://endpoint.test', { timeoutMs }))
  return sent.then(({ status }) => status).catch((error: unknown) => error)
}

const isConnect = (text: string): boolean => text.endsWith('\r\n\r\n')

describe('a proxy', () => {
  it('carries the request through a tunnel and never sees the key', async () => {
    const endpoint = await serveTls()
    const proxy = await serveProxy(async ({ socket, received }) => {
      await received(isConnect)
      const upstream = connect(endpoint.port, '127.0.0.1')
      upstream.on('error', () => socket.destroy())
      // Back to bytes: the tunnel is no text.
      socket.setEncoding('binary')
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.on('data', (chunk: string) => upstream.write(chunk, 'latin1'))
      upstream.pipe(socket)
      socket.on('close', () => upstream.destroy())
    })
    expect(await sendThrough(proxy.origin)).toBe(200)
    expect(endpoint.requests).toEqual(['PUT /v1/acme/entities/C-1/link-media'])
    expect(proxy.connections[0]?.text()).toMatch(/^CONNECT endpoint\.test:443 HTTP\/1\.1\r\n/)
    expect(proxy.connections[0]?.text()).not.toContain('secret')
  })

  it.each([
    [407, /asks for a sign-in \(407\)/],
    [502, /refused to connect to endpoint\.test \(502\)/],
  ])('that answers CONNECT with %i fails the request before it is sent', async (status, words) => {
    const proxy = await serveProxy(async ({ socket, received }) => {
      await received(isConnect)
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`)
    })
    const outcome = await sendThrough(proxy.origin)
    expect(outcome).toMatchObject({ kind: 'proxy', phase: 'before_sending' })
    expect(outcome).toHaveProperty('words', expect.stringMatching(words))
  })

  it('that closes the connection instead of answering is asked once, not without end', async () => {
    const proxy = await serveProxy(async ({ socket, received }) => {
      await received(isConnect)
      socket.destroy()
    })
    expect(await sendThrough(proxy.origin)).toMatchObject({ kind: 'proxy', phase: 'before_sending' })
    expect(proxy.connections).toHaveLength(1)
  })

  it('that never answers, or is not there, fails the request before it is sent', async () => {
    const silent = await serveProxy(() => new Promise(() => undefined))
    expect(await sendThrough(silent.origin)).toMatchObject({ kind: 'proxy', phase: 'before_sending' })

    const gone = await startRawServer(() => Promise.resolve())
    await gone.stop()
    const outcome = await sendThrough(gone.origin)
    expect(outcome).toMatchObject({ kind: 'proxy', phase: 'before_sending' })
    expect(outcome).toHaveProperty('words', expect.stringContaining('refuses connections'))
  })

  it('whose address is no address fails the request, and its password stays out of the words', async () => {
    const outcome = await sendThrough('http://me:hunter2@ :1')
    expect(outcome).toMatchObject({ kind: 'proxy', phase: 'before_sending' })
    expect(String(outcome)).not.toContain('hunter2')
  })

  it('is never asked for the addresses of this computer', async () => {
    const server = await startRawServer(async ({ socket, received }) => {
      await received((text) => text.includes('the body'))
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}')
    })
    const port = openHttpPort({ proxyFor: () => Promise.reject(new Error('A proxy was asked for.')) })
    stops.push(server.stop, () => port.close())
    expect((await port.send(putTo(server.origin))).status).toBe(200)
  })
})
