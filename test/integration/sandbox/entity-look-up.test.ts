import fc from 'fast-check'
import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import { manualClock } from './manual-clock.ts'
import {
  bodyOf,
  entityId,
  keyHeader,
  putForm,
  putScan,
  readEntity,
  runSandbox,
  scanBytes,
} from './running-sandbox.ts'

async function mediaData(sandbox: Sandbox): Promise<unknown> {
  return (await bodyOf(await readEntity(sandbox))).media_data
}

describe('the look-up of an entity', () => {
  it('shows the id and every medium by created_at, media_type and name alone', async () => {
    const clock = manualClock(1_764_000_000_900)
    const sandbox = await runSandbox({}, clock)
    const response = await readEntity(sandbox)
    expect(await response.json()).toMatchObject({ general_data: { entity_id: entityId }, media_data: [] })

    const file = { name: 'front.jpg', bytes: scanBytes }
    await putForm(sandbox, [{ key: 'a', file, text: { media_type: 'IMAGE_ID_CARD_FRONT', source: 'desk' } }])
    clock.advance(5_000)
    await putScan(sandbox, 'letter.pdf')
    expect(await mediaData(sandbox)).toEqual([
      { created_at: 1_764_000_000, media_type: 'IMAGE_ID_CARD_FRONT', name: 'front.jpg' },
      { created_at: 1_764_000_005, media_type: null, name: 'letter.pdf' },
    ])
  })

  it('shows a medium only after the lag', async () => {
    const clock = manualClock()
    const sandbox = await runSandbox({ lagMs: 3_000 }, clock)
    await putScan(sandbox)
    clock.advance(2_999)
    expect(await mediaData(sandbox)).toEqual([])
    expect(sandbox.media(entityId)).toHaveLength(1)
    clock.advance(1)
    expect(await mediaData(sandbox)).toHaveLength(1)
  })

  it('shows seconds as text, one medium as an object, and the bytes, by switch', async () => {
    const sandbox = await runSandbox(
      { createdAtType: 'string', singleMediaData: 'object', mediaInEntity: true },
      manualClock(1_764_000_000_000),
    )
    expect(await mediaData(sandbox)).toEqual([])
    await putScan(sandbox)
    const medium = {
      created_at: '1764000000',
      media_type: null,
      name: 'front.jpg',
      media: Buffer.from(scanBytes).toString('base64'),
    }
    expect(await mediaData(sandbox)).toEqual(medium)
    await putScan(sandbox)
    expect(await mediaData(sandbox)).toEqual([medium, medium])
  })
})

describe('any entity id of the alphabet', () => {
  const alphabet = "abcxyzABCXYZ0189-_:.@!#$%&*+/=?^`{'"
  const entityIds = fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: 1, maxLength: 128 })

  it('comes back the same when it was percent-encoded', async () => {
    const sandbox = await runSandbox({ createUnknownEntities: true, ratePerSecond: null })
    await fc.assert(
      fc.asyncProperty(entityIds, async (id) => {
        const path = new URL(sandbox.baseUrl).pathname + `/practice/entities/${encodeURIComponent(id)}`
        const body: unknown = JSON.parse(await readPath(sandbox.port, path))
        expect(body).toMatchObject({ general_data: { entity_id: id } })
      }),
      { numRuns: 150, examples: [['.'], ['..'], ['a/b?c#d%e'], ['%2F'], ['+'], ['x'.repeat(128)]] },
    )
  })

  it('is stored under the same id by an upload through fetch', async () => {
    const sandbox = await runSandbox({ createUnknownEntities: true, ratePerSecond: null })
    const sendable = entityIds.filter((id) => id !== '.' && id !== '..')
    await fc.assert(
      fc.asyncProperty(sendable, async (id) => {
        const before = sandbox.media(id).length
        expect((await putScan(sandbox, 'a.jpg', id)).status).toBe(200)
        expect(sandbox.media(id)).toHaveLength(before + 1)
      }),
      { numRuns: 50 },
    )
  })
})

/** A look-up whose path is sent as it is: a URL object would resolve the ids `.` and `..` as folders. */
function readPath(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: keyHeader }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('end', () => resolve(body))
    })
      .on('error', reject)
      .end()
  })
}
