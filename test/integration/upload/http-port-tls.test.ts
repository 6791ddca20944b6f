import { afterEach, describe, expect, it, vi } from 'vitest'
import { HttpFailure } from '../../../electron/engine/upload/http-exchange.ts'
import { openHttpPort } from '../../../electron/engine/upload/http-port.ts'
import { putTo } from './http-requests.ts'
import { startRawServer } from './raw-server.ts'
import { startTlsServer, testAuthority } from './tls-server.ts'
import type { TestCertificate } from './tls-server.ts'

const stops: (() => Promise<void>)[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** Sends one PUT to a server with this certificate and gives the answer's status, or the failure. */
async function sendTo(
  certificate: TestCertificate,
  extraAuthorities: readonly string[] = [testAuthority],
): Promise<{ outcome: unknown; requests: readonly string[] }> {
  const server = await startTlsServer(certificate)
  const port = openHttpPort({ extraAuthorities })
  stops.push(server.stop, () => port.close())
  const sent = port.send(putTo(`https://localhost:${server.port}`))
  const outcome: unknown = await sent.then(({ status }) => status).catch((error: unknown) => error)
  return { outcome, requests: server.requests }
}

describe('a certificate', () => {
  it('is accepted when an authority stands behind it that was added', async () => {
    const { outcome, requests } = await sendTo('valid')
    expect(outcome).toBe(200)
    expect(requests).toHaveLength(1)
  })

  it.each([
    ['valid', 'of an unknown authority', /authority that this computer does not trust/],
    ['self-signed', 'and self-signed', /authority that this computer does not trust/],
    ['expired', 'and out of date', /has expired, or this computer’s date is wrong/],
    ['wrong-host', 'and not for this host', /The certificate is for example\.org, not for localhost/],
  ] as const)(
    'that is %s %s is refused before a byte is sent, and the words say why',
    async (name, _why, words) => {
      const { outcome, requests } = await sendTo(name, name === 'valid' ? [] : [testAuthority])
      expect(outcome).toBeInstanceOf(HttpFailure)
      expect(outcome).toMatchObject({ kind: 'tls', phase: 'before_sending' })
      expect(outcome).toHaveProperty('words', expect.stringMatching(words))
      expect(requests).toHaveLength(0)
    },
  )

  it('is refused although the environment asks Node to accept any', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const { outcome, requests } = await sendTo('self-signed')
    expect(outcome).toMatchObject({ kind: 'tls', phase: 'before_sending' })
    expect(requests).toHaveLength(0)
  })
})

describe('a server that speaks no TLS', () => {
  it('gets nothing', async () => {
    const server = await startRawServer(async ({ socket, received }) => {
      await received((text) => text.length > 0)
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    })
    const port = openHttpPort()
    stops.push(server.stop, () => port.close())
    const outcome: unknown = await port
      .send(putTo(`https://localhost:${server.port}`))
      .catch((error: unknown) => error)
    expect(outcome).toMatchObject({ kind: 'tls', phase: 'before_sending' })
    expect(server.connections[0]?.text()).not.toContain('secret')
  })
})
