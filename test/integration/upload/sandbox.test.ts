import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { startSandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import type { Sandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import type { EndpointClient } from '../../../electron/engine/upload/endpoint-client.ts'
import { tracesTo, uploadName } from '../../../electron/engine/upload/upload-name.ts'
import type { ConnectionSettings } from '../../../electron/shared/settings/connection.ts'
import { connectionTo, openClient, uploadTo } from './endpoint-requests.ts'

const stops: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const key = 'sandbox-key-1'
const entityId = "C-10293/a?b#c%d{'"

async function start(
  options: Parameters<typeof startSandbox>[0] = {},
): Promise<{ sandbox: Sandbox; client: EndpointClient; connection: ConnectionSettings }> {
  const sandbox = await startSandbox({
    organisation: 'acme',
    keys: [{ key }],
    entities: [entityId],
    ratePerSecond: null,
    keepBytes: true,
    ...options,
  })
  const client = openClient()
  stops.push(
    () => sandbox.stop(),
    () => client.close(),
  )
  return { sandbox, client, connection: connectionTo(sandbox.baseUrl) }
}

describe('the simulator', () => {
  it.each(['multipart', 'json'] as const)(
    'stores a file that came as %s, byte for byte',
    async (bodyForm) => {
      const { sandbox, client, connection } = await start()
      const bytes = Buffer.alloc(4_999_999, '"}]\r\n--intray\0\xff\xfe passport', 'latin1')
      const sentName = uploadName({
        originalName: 'Führerschein "Müller"\r\n.JPEG',
        family: 'jpg',
        ledgerId: 'k7m2xq',
        itemId: 41,
        attemptNumber: 2,
      })
      const upload = uploadTo({ ...connection, bodyForm }, { key, entityId, bytes, sentName })
      expect(await client.upload(upload)).toMatchObject({ outcome: 'accepted' })

      const stored = sandbox.media(entityId)
      expect(stored).toHaveLength(1)
      expect(stored[0]).toMatchObject({
        name: sentName,
        mediaType: 'IMAGE_ID_CARD_FRONT',
        sizeBytes: bytes.length,
      })
      expect(stored[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(stored[0]?.bytes?.equals(bytes)).toBe(true)

      expect(await client.listMedia({ connection, key, entityId })).toMatchObject({
        kind: 'listed',
        entries: [{ name: sentName, mediaType: 'IMAGE_ID_CARD_FRONT' }],
      })
      expect(tracesTo(sentName, 'k7m2xq', 41)).toBe(2)
    },
  )

  it('answers every refusal with the code that it stands for', async () => {
    const { client, connection } = await start({
      placeholders: ['P-1'],
      placeholderStatus: 409,
      keys: [
        { key },
        { key: 'other-environment', environment: 'production' },
        { key: 'reader', scopes: ['read_entity'] },
      ],
    })
    const send = (parts: Parameters<typeof uploadTo>[1]): Promise<{ outcome: string }> =>
      client.upload(uploadTo(connection, { key, entityId, ...parts }))
    expect(await send({ key: 'wrong' })).toMatchObject({ outcome: 'key_refused', answerCode: 'unauthorized' })
    expect(await send({ key: 'other-environment' })).toMatchObject({ outcome: 'key_refused' })
    expect(await send({ key: 'reader' })).toMatchObject({ outcome: 'key_without_permission' })
    expect(await send({ entityId: 'nobody' })).toMatchObject({ outcome: 'entity_unknown' })
    expect(await send({ entityId: 'P-1' })).toMatchObject({ outcome: 'entity_conflict' })
    expect(await send({ bytes: Buffer.alloc(5_000_001) })).toMatchObject({ outcome: 'request_refused' })
    expect(await send({ sentName: 'script.exe' })).toMatchObject({
      outcome: 'request_refused',
      httpStatus: 400,
    })
  })

  it('is told apart when it is busy, over its rate, or does not answer', async () => {
    const { sandbox, client, connection } = await start()
    const upload = uploadTo({ ...connection, timeoutMs: 1_000 }, { key, entityId })
    sandbox.faults.next([
      { kind: 'refuse', status: 423, retryAfterSeconds: 2 },
      { kind: 'refuse', status: 429, headers: { 'x-ratelimit-reset': '5' } },
      { kind: 'refuse', status: 503 },
      { kind: 'refuse', status: 502, body: '<html></html>' },
      { kind: 'junk', content: 'captive_portal' },
      { kind: 'redirect' },
      { kind: 'cut_while_reading' },
      { kind: 'cut_after_storing' },
      { kind: 'cut_while_answering' },
      { kind: 'hang' },
    ])
    const outcomes = []
    for (let round = 0; round < 10; round += 1) outcomes.push(await client.upload(upload))
    expect(outcomes.map(({ outcome, retryAfterMs }) => [outcome, retryAfterMs])).toEqual([
      ['entity_busy', 2_000],
      ['rate_limited', 5_000],
      ['server_error', null],
      ['no_answer', null],
      ['not_the_endpoint', null],
      ['redirect_refused', null],
      ['no_answer', null],
      ['no_answer', null],
      ['no_answer', null],
      ['no_answer', null],
    ])
    expect(await client.upload(upload)).toMatchObject({ outcome: 'accepted' })
    expect(sandbox.requests().total).toBe(11)
  })

  it('lists whether an upload without an answer arrived', async () => {
    const { sandbox, client, connection } = await start()
    const arrived = uploadTo(connection, { key, entityId, sentName: 'a-led-1-1.jpg' })
    const lost = uploadTo(connection, { key, entityId, sentName: 'a-led-2-1.jpg' })
    sandbox.faults.next([{ kind: 'cut_after_storing' }, { kind: 'cut_while_reading', afterBytes: 10 }])
    expect((await client.upload(arrived)).outcome).toBe('no_answer')
    expect((await client.upload(lost)).outcome).toBe('no_answer')
    expect(await client.listMedia({ connection, key, entityId })).toMatchObject({
      kind: 'listed',
      entries: [{ name: 'a-led-1-1.jpg' }],
    })
  })

  it('stores every file once under load, with cut connections in between', async () => {
    const { sandbox, client, connection } = await start({
      keepBytes: false,
      faults: {
        chance: {
          seed: 7,
          rate: 0.4,
          kinds: ['cut_before_reading', 'cut_while_reading', 'cut_after_storing'],
        },
      },
    })
    const sends = Array.from({ length: 200 }, (_, index) =>
      client.upload(uploadTo(connection, { key, entityId, sentName: `scan-led-${index}-1.jpg` })),
    )
    const results = await Promise.all(sends)
    const stored = sandbox.media(entityId).map(({ name }) => name)
    expect(new Set(stored).size).toBe(stored.length)
    for (const [index, { outcome }] of results.entries()) {
      if (outcome === 'accepted') expect(stored).toContain(`scan-led-${index}-1.jpg`)
      else if (outcome === 'connection_failed') expect(stored).not.toContain(`scan-led-${index}-1.jpg`)
      else expect(outcome).toBe('no_answer')
    }
    expect(sandbox.requests().byFault.cut_after_storing).toBeGreaterThan(0)
  })

  it('passes the test of the connection, and says what is wrong with a key', async () => {
    const { client, connection } = await start({ createUnknownEntities: true })
    const passed = await client.test({ connection, key })
    expect(passed.steps.map(({ step }) => step)).toEqual(['address', 'reach', 'key', 'organisation'])
    expect(passed.ok).toBe(true)
    const failed = await client.test({ connection, key: 'wrong' })
    expect(failed).toMatchObject({
      ok: false,
      steps: [{ ok: true }, { ok: true }, { step: 'key', ok: false }],
    })
  })
})
