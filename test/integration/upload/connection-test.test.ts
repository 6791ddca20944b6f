import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEndpointClient } from '../../../electron/engine/upload/endpoint-client.ts'
import type { EndpointClient } from '../../../electron/engine/upload/endpoint-client.ts'
import { systemClock } from '../../../electron/engine/time/clock.ts'
import { openHttpPort } from '../../../electron/engine/upload/http-port.ts'
import type { ConnectionTest } from '../../../electron/shared/status.ts'
import { connectionTo, openClient, testKey } from './endpoint-requests.ts'
import { startAnsweringServer } from './http-server.ts'
import type { AnsweringServer, GivenAnswer } from './http-server.ts'
import { startRawServer } from './raw-server.ts'
import { startTlsServer } from './tls-server.ts'

let client: EndpointClient
let server: AnsweringServer

beforeEach(async () => {
  client = openClient()
  server = await startAnsweringServer()
})

afterEach(async () => {
  await client.close()
  await server.stop()
})

const unknownEntity = { status: 404, body: '{"error_code":"resource_not_found","message":"No such entity"}' }

function test(
  parts: { baseUrl?: string; organisation?: string; key?: string } = {},
): Promise<ConnectionTest> {
  const { key = testKey, ...connection } = parts
  return client.test({ connection: { ...connectionTo(server.baseUrl), ...connection }, key })
}

/** `address+ reach-` and so on, for short. */
function shape({ steps }: ConnectionTest): string {
  return steps.map(({ step, ok }) => step + (ok ? '+' : '-')).join(' ')
}

function lastWords({ steps }: ConnectionTest): string {
  return steps.at(-1)?.words ?? ''
}

describe('a test of the connection', () => {
  it('passes when the endpoint says in its own words that it does not know the test entity', async () => {
    server.answerWith(unknownEntity)
    const result = await test()
    expect(shape(result)).toBe('address+ reach+ key+ organisation+')
    expect(result.ok).toBe(true)
    expect(lastWords(result)).toContain('“acme”')
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]).toMatchObject({ method: 'GET', headers: { 'u21-key': testKey } })
    expect(server.requests[0]?.target).toMatch(/^\/v1\/acme\/entities\/intray-test-[0-9a-f-]{36}$/)
  })

  it('never asks for the same entity twice', async () => {
    server.answerWith(unknownEntity)
    await test()
    await test()
    expect(server.requests[0]?.target).not.toBe(server.requests[1]?.target)
  })

  it.each(['http://api.unit21.com/v1', 'ftp://127.0.0.1/v1', 'nonsense', ''])(
    'refuses the address %j before anything is sent',
    async (baseUrl) => {
      const result = await test({ baseUrl })
      expect(shape(result)).toBe('address-')
      expect(lastWords(result)).toContain('https')
      expect(result.ok).toBe(false)
    },
  )

  it('asks for the organisation before anything is sent', async () => {
    expect(shape(await test({ organisation: '' }))).toBe('address+ organisation-')
    expect(server.requests).toHaveLength(0)
  })

  it.each<[string, GivenAnswer, RegExp]>([
    [
      'key-',
      { status: 401, body: '{"error_code":"unauthorized","message":"Bad key"}' },
      /not accepted.*Bad key/,
    ],
    ['key-', { status: 403, body: '{"error_code":"forbidden"}' }, /may not read entities here/],
    ['key-', { status: 429, body: '' }, /slow down/],
    ['key-', { status: 503, body: '{"error_code":"service_unavailable"}' }, /internal error/],
    [
      'reach-',
      { status: 404, body: '<title>404 Not Found</title>' },
      /not as the endpoint does.*404 Not Found/,
    ],
    ['reach-', { status: 404, body: '' }, /not as the endpoint does/],
    ['reach-', { status: 200, body: '<title>Sign in</title>' }, /Sign in/],
    ['reach-', { status: 200, body: '{}' }, /not as the endpoint does/],
    ['reach-', { status: 302, headers: { location: 'https://login.example.org/' } }, /login\.example\.org/],
    ['reach-', { status: 502, body: '' }, /502/],
  ])('ends with %s after %j', async (last, answer, words) => {
    server.answerWith(answer)
    const result = await test()
    expect(shape(result)).toBe(last === 'key-' ? 'address+ reach+ key-' : 'address+ reach-')
    expect(lastWords(result)).toMatch(words)
    expect(result.ok).toBe(false)
  })

  it('reaches the endpoint without a key and says that there is none', async () => {
    server.answerWith({ status: 401, body: '{"error_code":"unauthorized"}' })
    const result = await test({ key: '' })
    expect(shape(result)).toBe('address+ reach+ key-')
    expect(lastWords(result)).toContain('no key yet')
    expect(server.requests[0]?.headers['u21-key']).toBeUndefined()
    expect(lastWords(await test({ key: 'two\nlines-of-it' }))).toMatch(/^The key holds a space/)
  })

  it('keeps the key out of its words', async () => {
    server.answerWith({
      status: 401,
      body: JSON.stringify({ error_code: 'x', message: `Key ${testKey} is bad` }),
    })
    expect(JSON.stringify(await test())).not.toContain(testKey)
  })

  it('says what is wrong with the network', async () => {
    const gone = await startRawServer(() => Promise.resolve())
    await gone.stop()
    const result = await test({ baseUrl: `${gone.origin}/v1` })
    expect(shape(result)).toBe('address+ reach-')
    expect(lastWords(result)).toContain('refuses connections')
  })

  it('says what is wrong with a certificate, and gives the key to nobody', async () => {
    const tls = await startTlsServer('self-signed')
    const result = await test({ baseUrl: `https://localhost:${tls.port}/v1` })
    expect(shape(result)).toBe('address+ reach-')
    expect(lastWords(result)).toContain('authority that this computer does not trust')
    expect(tls.requests).toHaveLength(0)
    await tls.stop()
  })

  it('says that a proxy asks for a sign-in', async () => {
    const proxy = await startRawServer(async ({ socket, received }) => {
      await received((text) => text.endsWith('\r\n\r\n'))
      socket.end('HTTP/1.1 407 No\r\ncontent-length: 0\r\n\r\n')
    })
    const http = openHttpPort({ proxyFor: () => Promise.resolve(proxy.origin) })
    const behindProxy = createEndpointClient({ http, clock: systemClock })
    const connection = connectionTo('https://endpoint.test/v1')
    const result = await behindProxy.test({ connection, key: testKey })
    expect(shape(result)).toBe('address+ reach-')
    expect(lastWords(result)).toContain('sign-in (407)')
    await behindProxy.close()
    await proxy.stop()
  })
})
