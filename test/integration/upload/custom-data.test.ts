import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startSandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import { sendFiles } from '../../../electron/engine/sending.ts'
import type { Attempt } from '../../../electron/shared/records.ts'
import type { Fields } from '../../../electron/shared/readings.ts'
import { sampleItem } from '../../support/sample-item.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { connectionTo, openClient, testKey } from './endpoint-requests.ts'

const content = 'a scan'
const sha256 = createHash('sha256').update(content).digest('hex')

const item = sampleItem({
  id: 7,
  revision: 3,
  path: 'leeds/c-1_passport.jpg',
  name: 'c-1_passport.jpg',
  sizeBytes: content.length,
  modifiedAtMs: 1_572_673_229_000,
  state: 'uploading',
  sha256,
  entityId: 'C-10293',
  ruleId: 'branch',
  attemptCount: 1,
})

function attemptWith(fields: Fields, bodyForm: Attempt['bodyForm']): Attempt {
  return {
    id: 1,
    itemId: 7,
    number: 1,
    startedAtMs: 0,
    finishedAtMs: null,
    durationMs: null,
    url: '',
    bodyForm,
    sentName: 'c-1_passport-led-7-1.jpg',
    entityId: 'C-10293',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    fields,
    sha256,
    sizeBytes: content.length,
    outcome: 'in_flight',
    httpStatus: null,
    answerCode: null,
    answerMessage: null,
    requestId: null,
  }
}

/** Sends the item with these further values and answers what the simulator stored. */
async function stored(fields: Fields, bodyForm: Attempt['bodyForm']) {
  const sandbox = await startSandbox({
    organisation: 'acme',
    keys: [{ key: testKey }],
    entities: ['C-10293'],
  })
  const client = openClient()
  onTestFinished(async () => {
    await client.close()
    await sandbox.stop()
  })
  const path = join(temporaryFolder(), 'scan.jpg')
  writeFileSync(path, content)
  const file = {
    item,
    attempt: attemptWith(fields, bodyForm),
    locate: () => Promise.resolve(path),
    readForm: () => Promise.resolve(undefined),
  }
  const { ends } = await sendFiles([file], {
    client,
    connection: connectionTo(sandbox.baseUrl, { bodyForm, source: 'intray' }),
    key: testKey,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })
  expect(ends).toMatchObject([{ outcome: 'accepted' }])
  const [medium, ...others] = sandbox.media('C-10293')
  expect(others).toEqual([])
  return medium
}

const own = { original_name: 'c-1_passport.jpg', sha256, intray_item: 7 }

describe.each(['multipart', 'json'] as const)('further values, sent as %s', (bodyForm) => {
  it('arrive at the endpoint beside what Intray itself says', async () => {
    expect(await stored({ branch: 'Leeds Süd', batch: '0042' }, bodyForm)).toMatchObject({
      mediaType: 'IMAGE_PASSPORT_FRONT',
      source: 'intray',
      timestamp: 1_572_673_229,
      customData: { branch: 'Leeds Süd', batch: '0042', ...own },
    })
  })

  it('never take the place of an own one, whatever a column was called', async () => {
    const taken = [
      'media',
      'media_type',
      'name',
      'source',
      'timestamp',
      'custom_data',
      'entity_id',
      ...Object.keys(own),
    ]
    const fields = Object.fromEntries(taken.map((name) => [name, 'other']))
    expect(await stored({ ...fields, branch: 'Leeds' }, bodyForm)).toMatchObject({
      name: 'c-1_passport-led-7-1.jpg',
      mediaType: 'IMAGE_PASSPORT_FRONT',
      source: 'intray',
      timestamp: 1_572_673_229,
    })
    expect((await stored({ ...fields, branch: 'Leeds' }, bodyForm))?.customData).toEqual({
      branch: 'Leeds',
      ...own,
    })
  })

  it('hold no U+0000 and no half characters, which the endpoint refuses', async () => {
    const medium = await stored({ branch: 'Le\0eds\ud800' }, bodyForm)
    expect(medium?.customData).toEqual({ branch: 'Le\ufffdeds\ufffd', ...own })
  })
})
