import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EndpointClient } from '../../../electron/engine/upload/endpoint-client.ts'
import { connectionTo, openClient, testKey, uploadTo } from './endpoint-requests.ts'
import { startAnsweringServer } from './http-server.ts'
import type { AnsweringServer, GivenAnswer } from './http-server.ts'
import { holdsWholeRequest, startRawServer } from './raw-server.ts'

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

describe('an upload', () => {
  it('is a PUT to link-media with the key in its header, and is accepted by `{}`', async () => {
    const progress: number[] = []
    const result = await client.upload(
      uploadTo(connectionTo(server.baseUrl), { onProgress: (sentBytes) => progress.push(sentBytes) }),
    )
    expect(result).toMatchObject({
      outcome: 'accepted',
      httpStatus: 200,
      answerCode: null,
      answerMessage: null,
      url: `${server.baseUrl}/acme/entities/C-10293/link-media`,
    })
    expect(result.durationMs).toBeGreaterThanOrEqual(0)
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]).toMatchObject({
      method: 'PUT',
      target: '/v1/acme/entities/C-10293/link-media',
    })
    expect(server.requests[0]?.headers['u21-key']).toBe(testKey)
    expect(progress.at(-1)).toBe(server.requests[0]?.body.length)
  })

  it.each(['multipart', 'json'] as const)('brings the bytes of a file of 5 MB as %s', async (bodyForm) => {
    const bytes = Buffer.alloc(5_000_000, 'not the same everywhere: \r\n--')
    const result = await client.upload(uploadTo(connectionTo(server.baseUrl, { bodyForm }), { bytes }))
    expect(result.outcome).toBe('accepted')
    const body = server.requests[0]?.body ?? Buffer.alloc(0)
    const arrived =
      bodyForm === 'multipart'
        ? body.subarray(body.indexOf('\r\n\r\n') + 4).subarray(0, bytes.length)
        : Buffer.from((JSON.parse(body.toString()) as [{ media: string }])[0].media, 'base64')
    expect(arrived.equals(bytes)).toBe(true)
  })

  it.each(['C-1/other?x=1#frag%2e', "!#$%&*+=?^`{'@:.-_", 'a/b//c', '%2e%2e', '...', '.hidden'])(
    'reaches exactly the entity %j',
    async (entityId) => {
      const result = await client.upload(uploadTo(connectionTo(server.baseUrl), { entityId }))
      expect(result.outcome).toBe('accepted')
      const [, , , , segment, ...rest] = server.requests[0]?.target.split('/') ?? []
      expect(decodeURIComponent(segment ?? '')).toBe(entityId)
      expect(rest).toEqual(['link-media'])
      // Nothing is left that a proxy could take for a separator.
      expect(segment).toMatch(/^(?:[\w.~-]|%[0-9A-F]{2})+$/)
    },
  )

  it.each(['.', '..', 'C-1/../C-2', './C-1', '', 'two words', 'x'.repeat(129), 'C-1\r\nx: y', 'é'])(
    'is not sent for the entity id %j',
    async (entityId) => {
      const result = await client.upload(uploadTo(connectionTo(server.baseUrl), { entityId }))
      expect(result).toMatchObject({ outcome: 'entity_id_unsafe', httpStatus: null, url: '' })
      expect(server.requests).toHaveLength(0)
    },
  )

  it('is not sent without an organisation or to an address that is not safe', async () => {
    for (const parts of [
      { organisation: '' },
      { organisation: '..' },
      { baseUrl: 'http://api.example.org/v1' },
      { baseUrl: 'https://user:password@api.example.org/v1' },
      { baseUrl: 'no address' },
    ]) {
      const connection = { ...connectionTo(server.baseUrl), ...parts }
      expect((await client.upload(uploadTo(connection))).outcome).toBe('settings_invalid')
    }
    expect(server.requests).toHaveLength(0)
  })

  it('is not sent without a key, or with one that no header can carry', async () => {
    const connection = connectionTo(server.baseUrl)
    expect((await client.upload(uploadTo(connection, { key: '' }))).outcome).toBe('key_missing')
    for (const key of ['two words', 'line\r\nu21-other: 1', 'schlüssel', '\0']) {
      const result = await client.upload(uploadTo(connection, { key }))
      expect(result.outcome).toBe('key_refused')
      expect(JSON.stringify(result)).not.toContain(JSON.stringify(key).slice(1, -1))
    }
    expect(server.requests).toHaveLength(0)
  })

  const page = '<html><head><title>Sign in to Hotel WiFi</title></head></html>'
  const words = '{"error_code":"a_slug","message":"Some words"}'
  it.each<[string, GivenAnswer]>([
    ['not_the_endpoint', { status: 200, body: page }],
    ['not_the_endpoint', { status: 200, body: '' }],
    ['not_the_endpoint', { status: 200, body: '[]' }],
    ['redirect_refused', { status: 302, headers: { location: 'https://login.example.org/?token=1' } }],
    ['request_refused', { status: 400, body: words }],
    ['key_refused', { status: 401, body: words }],
    ['key_without_permission', { status: 403, body: words }],
    ['entity_unknown', { status: 404, body: words }],
    ['request_refused', { status: 404, body: page }],
    ['entity_conflict', { status: 409, body: words }],
    ['file_too_large_refused', { status: 413, body: page }],
    ['entity_busy', { status: 423, body: words }],
    ['rate_limited', { status: 429, body: words, headers: { 'retry-after': '7' } }],
    ['server_error', { status: 500, body: words }],
    ['no_answer', { status: 500, body: page }],
    ['no_answer', { status: 502, body: page }],
    ['server_error', { status: 503, body: words }],
    ['no_answer', { status: 504, body: page }],
  ])('ends as %s after %j', async (outcome, answer) => {
    server.answerWith(answer)
    const result = await client.upload(uploadTo(connectionTo(server.baseUrl)))
    expect(result).toMatchObject({ outcome, httpStatus: answer.status })
    if (answer.body === words)
      expect(result).toMatchObject({ answerCode: 'a_slug', answerMessage: 'Some words' })
    if (answer.status === 429) expect(result.retryAfterMs).toBe(7_000)
    expect(JSON.stringify(result)).not.toContain('token')
  })

  it('keeps the key out of everything, even when the answer repeats it', async () => {
    const message = `Refused: u21-key: ${testKey}, ${encodeURIComponent(testKey)}, ${Buffer.from(testKey).toString('base64')}`
    for (const body of [
      JSON.stringify({ error_code: `bad ${testKey}`, message }),
      `<title>${message}</title>`,
      message,
    ]) {
      for (const status of [200, 400, 404, 500]) {
        server.answerWith({ status, body })
        const result = JSON.stringify(await client.upload(uploadTo(connectionTo(server.baseUrl))))
        expect(result).not.toContain(testKey)
        expect(result).not.toContain(Buffer.from(testKey).toString('base64'))
        expect(result).toContain('[key]')
      }
    }
  })

  it('tells a failure before sending from one afterwards', async () => {
    const cutting = await startRawServer(async ({ socket, received }) => {
      await received(holdsWholeRequest)
      socket.destroy()
    })
    const connection = connectionTo(`${cutting.origin}/v1`)
    const lost = await client.upload(uploadTo(connection))
    expect(lost).toMatchObject({ outcome: 'no_answer', httpStatus: null })
    expect(lost.detail).toContain('was cut')
    await cutting.stop()
    const refused = await client.upload(uploadTo(connection))
    expect(refused).toMatchObject({ outcome: 'connection_failed', httpStatus: null })
    expect(refused.detail).toContain('refuses connections')
  })

  it('is interrupted when it is stopped after the first byte, and not sent when before', async () => {
    const stopper = new AbortController()
    const hanging = await startRawServer(async ({ received }) => {
      await received(holdsWholeRequest)
      stopper.abort()
    })
    const connection = connectionTo(`${hanging.origin}/v1`)
    expect((await client.upload(uploadTo(connection, { signal: stopper.signal }))).outcome).toBe(
      'interrupted',
    )
    expect((await client.upload(uploadTo(connection, { signal: stopper.signal }))).outcome).toBe(
      'stopped_before_sending',
    )
    expect(hanging.connections).toHaveLength(1)
    await hanging.stop()
  })

  it('has an unknown outcome when no answer comes in time', async () => {
    const hanging = await startRawServer(() => new Promise(() => undefined))
    const connection = { ...connectionTo(`${hanging.origin}/v1`), timeoutMs: 200 }
    const result = await client.upload(uploadTo(connection))
    expect(result).toMatchObject({ outcome: 'no_answer', httpStatus: null })
    expect(result.durationMs).toBeGreaterThanOrEqual(190)
    await hanging.stop()
  })
})

describe('a look at the entity', () => {
  const request = (entityId = 'C/1'): Parameters<EndpointClient['listMedia']>[0] => ({
    connection: connectionTo(server.baseUrl),
    key: testKey,
    entityId,
  })
  const entity = (mediaData: unknown, entityId = 'C/1'): GivenAnswer => ({
    body: JSON.stringify({ unit21_id: '9', general_data: { entity_id: entityId }, media_data: mediaData }),
  })

  it('asks for the entity with the key and lists its media', async () => {
    const ours = {
      created_at: '1572673229',
      media_type: 'IMAGE_ID_CARD_FRONT',
      name: 'id_front-ledger-7-1.jpg',
    }
    const listed = {
      name: 'id_front-ledger-7-1.jpg',
      mediaType: 'IMAGE_ID_CARD_FRONT',
      createdAtSeconds: 1_572_673_229,
    }
    server.answerWith(entity([{ name: 'other.jpg', created_at: 1, media: 'AAAA' }, ours]))
    const other = { name: 'other.jpg', mediaType: null, createdAtSeconds: 1 }
    expect(await client.listMedia(request())).toEqual({ kind: 'listed', entries: [other, listed] })
    server.answerWith(entity(ours))
    expect(await client.listMedia(request())).toEqual({ kind: 'listed', entries: [listed] })
    expect(server.requests[0]).toMatchObject({ method: 'GET', target: '/v1/acme/entities/C%2F1' })
    expect(server.requests[0]?.headers['u21-key']).toBe(testKey)
  })

  it('is a list only where the entity itself lists its media', async () => {
    server.answerWith(entity([{ name: 'other.jpg' }, { name: 'another.jpg', created_at: null }]))
    expect(await client.listMedia(request())).toMatchObject({
      kind: 'listed',
      entries: [{ name: 'other.jpg' }, { name: 'another.jpg' }],
    })
    for (const nothing of [[], null, {}]) {
      server.answerWith(entity(nothing))
      expect(await client.listMedia(request())).toEqual({ kind: 'listed', entries: [] })
    }
    for (const answer of [
      entity(undefined),
      entity([{ created_at: 1 }]),
      entity('none'),
      entity([], 'C/2'),
      { body: '{}' },
      { body: '<html></html>' },
      { body: '' },
      { status: 206, ...entity([]) },
    ]) {
      server.answerWith(answer)
      expect(await client.listMedia(request())).toMatchObject({
        kind: 'unavailable',
        code: 'not_the_endpoint',
      })
    }
  })

  it.each<[string, GivenAnswer]>([
    ['key_refused', { status: 401, body: '{"error_code":"unauthorized"}' }],
    ['key_without_permission', { status: 403, body: '' }],
    ['entity_unknown', { status: 404, body: '{"error_code":"resource_not_found"}' }],
    ['rate_limited', { status: 429, body: '', headers: { 'retry-after': '3' } }],
    ['server_error', { status: 502, body: '<html></html>' }],
  ])('is unavailable as %s after %j', async (code, answer) => {
    server.answerWith(answer)
    const result = await client.listMedia(request())
    expect(result).toMatchObject({
      kind: 'unavailable',
      code,
      retryAfterMs: code === 'rate_limited' ? 3_000 : null,
    })
  })

  it('is unavailable without a usable key, id or network', async () => {
    expect(await client.listMedia({ ...request(), key: '' })).toMatchObject({ code: 'key_missing' })
    expect(await client.listMedia(request('..'))).toMatchObject({ code: 'entity_id_unsafe' })
    expect(server.requests).toHaveLength(0)
    const gone = await startRawServer(() => Promise.resolve())
    await gone.stop()
    const connection = connectionTo(`${gone.origin}/v1`)
    expect(await client.listMedia({ ...request(), connection })).toMatchObject({
      kind: 'unavailable',
      code: 'connection_failed',
    })
  })

  it('reads an entity whose media come along in base64', async () => {
    const media = Buffer.alloc(5_000_000, 7).toString('base64')
    const entries = Array.from({ length: 4 }, (_, index) => ({ name: `${index}.jpg`, media }))
    server.answerWith(entity([...entries, { name: 'id_front-ledger-7-1.jpg', media }]))
    const list = await client.listMedia(request())
    expect(list.kind === 'listed' ? list.entries.at(-1)?.name : list).toBe('id_front-ledger-7-1.jpg')
  })
})
