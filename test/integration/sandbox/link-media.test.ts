import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { manualClock } from './manual-clock.ts'
import { bodyOf, entityId, putForm, putJson, putScan, runSandbox, scanBytes } from './running-sandbox.ts'

const sha256 = createHash('sha256').update(scanBytes).digest('hex')
const base64 = Buffer.from(scanBytes).toString('base64')
const front = { key: 'document_front', file: { name: 'front.jpg', bytes: scanBytes } }

describe('an upload as multipart', () => {
  it('stores the file with its details and answers {}', async () => {
    const sandbox = await runSandbox({ keepBytes: true }, manualClock(1_764_000_000_900))
    const details = {
      media_type: 'IMAGE_ID_CARD_FRONT',
      source: 'passport_app',
      timestamp: 1572673229,
      batch: 'B-7',
      pages: [1, 2],
    }
    const response = await putForm(sandbox, [{ ...front, text: details }])

    expect(response.status).toBe(200)
    expect(await response.text()).toBe('{}')
    expect(sandbox.media(entityId)).toEqual([
      {
        entityId,
        form: 'multipart',
        mediaKey: 'document_front',
        name: 'front.jpg',
        mediaType: 'IMAGE_ID_CARD_FRONT',
        source: 'passport_app',
        timestamp: 1572673229,
        customData: { batch: 'B-7', pages: [1, 2] },
        sha256,
        sizeBytes: scanBytes.length,
        createdAtSeconds: 1_764_000_000,
        storedAtMs: 1_764_000_000_900,
        bytes: Buffer.from(scanBytes),
      },
    ])
  })

  it('takes several keys in one request and a file without details', async () => {
    const sandbox = await runSandbox()
    const back = { key: 'document_back', file: { name: 'back.png', bytes: scanBytes } }
    const response = await putForm(sandbox, [front, { ...back, text: { media_type: 'IMAGE_ID_CARD_BACK' } }])

    expect(response.status).toBe(200)
    expect(
      sandbox.media(entityId).map(({ mediaKey, name, mediaType }) => [mediaKey, name, mediaType]),
    ).toEqual([
      ['document_front', 'front.jpg', null],
      ['document_back', 'back.png', 'IMAGE_ID_CARD_BACK'],
    ])
    expect(sandbox.media(entityId)[0]).not.toHaveProperty('bytes')
  })

  it('keeps bytes that look like boundaries and line ends, and names in other scripts', async () => {
    const sandbox = await runSandbox()
    const bytes = new Uint8Array(Buffer.from('\r\n--\r\n----------boundary--\r\n\0\xff\xfe\r\n', 'latin1'))
    await putForm(sandbox, [{ key: 'scan', file: { name: 'паспорт Łucja 旅券.pdf', bytes } }])

    expect(sandbox.media(entityId)).toMatchObject([
      {
        name: 'паспорт Łucja 旅券.pdf',
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ])
  })

  it.each([
    ['a second file for one key', [front, front]],
    ['a text without a file', [front, { key: 'other', text: {} }]],
    ['a text before its file', [{ key: 'document_front', text: {} }, front]],
    [
      'two texts for one key',
      [
        { ...front, text: {} },
        { key: 'document_front', text: {} },
      ],
    ],
    ['a key that is not alphanumeric', [{ ...front, key: 'document front' }]],
    ['a text that is no JSON', [{ ...front, text: '{media_type' }]],
    ['a text that is an array', [{ ...front, text: [] }]],
    ['a media type that is no string', [{ ...front, text: { media_type: 7 } }]],
    ['a source that is no string', [{ ...front, text: { source: {} } }]],
    ['a timestamp that is a list', [{ ...front, text: { timestamp: [] } }]],
    ['\\u0000 in a value', [{ ...front, text: '{"note":"a\\u0000b"}' }]],
    ['\\u0000 in a key', [{ ...front, text: '{"a\\u0000":1}' }]],
    ['half a surrogate pair', [{ ...front, text: '{"note":"\\ud800"}' }]],
    ['a name without an extension', [{ ...front, file: { name: 'front', bytes: scanBytes } }]],
    ['a type that is not listed', [{ ...front, file: { name: 'front.docx', bytes: scanBytes } }]],
    ['an empty file', [{ ...front, file: { name: 'front.jpg', bytes: new Uint8Array() } }]],
    ['no part at all', []],
  ])('refuses %s with 400 and stores nothing', async (_what, parts) => {
    const sandbox = await runSandbox()
    const response = await putForm(sandbox, parts)
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/^\{"error_code":"invalid_input","message":".+"\}$/)
    expect(sandbox.mediaCount()).toBe(0)
  })

  it('refuses text and file names that are not UTF-8', async () => {
    const sandbox = await runSandbox()
    const put = (body: Buffer): Promise<Response> =>
      fetch(sandbox.linkMediaUrl(entityId), {
        method: 'PUT',
        headers: { 'u21-key': 'practice-key', 'content-type': 'multipart/form-data; boundary=b' },
        body: new Uint8Array(body),
      })
    const file = (name: string): string =>
      `--b\r\nContent-Disposition: form-data; name="a"; filename="${name}"\r\n\r\nx\r\n`
    const text = (value: string): string =>
      `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${value}\r\n`

    const wrongText = await put(Buffer.from(`${file('a.jpg')}${text('{"n":"\xff"}')}--b--\r\n`, 'latin1'))
    const wrongName = await put(Buffer.from(`${file('\xff.jpg')}--b--\r\n`, 'latin1'))
    const right = await put(Buffer.from(`${file('a.jpg')}${text('{"n":"ÿ"}')}--b--\r\n`))

    expect([wrongText.status, wrongName.status, right.status]).toEqual([400, 400, 200])
    expect(sandbox.media(entityId).map(({ customData }) => customData)).toEqual([{ n: 'ÿ' }])
  })
})

describe('an upload as JSON', () => {
  it('stores every object, source and timestamp out of custom_data', async () => {
    const sandbox = await runSandbox()
    const response = await putJson(sandbox, [
      {
        media: base64,
        name: 'Drivers_License.png',
        media_type: 'IMAGE_DRIVERS_LICENSE_FRONT',
        custom_data: { source: 'branch', timestamp: '2012-03-40 05:12:41.000Z', reviewers: 3 },
      },
      { media: base64, name: 'letter.pdf' },
    ])

    expect(response.status).toBe(200)
    expect(sandbox.media(entityId)).toMatchObject([
      {
        form: 'json',
        mediaKey: null,
        name: 'Drivers_License.png',
        mediaType: 'IMAGE_DRIVERS_LICENSE_FRONT',
        source: 'branch',
        timestamp: '2012-03-40 05:12:41.000Z',
        customData: { reviewers: 3 },
        sha256,
      },
      { name: 'letter.pdf', mediaType: null, source: null, timestamp: null, customData: {}, sha256 },
    ])
  })

  it.each([
    ['a single object', { media: base64, name: 'a.jpg' }],
    ['an empty array', []],
    ['no name', [{ media: base64 }]],
    ['no media', [{ name: 'a.jpg' }]],
    ['a data URI', [{ media: `data:image/jpeg;base64,${base64}`, name: 'a.jpg' }]],
    ['base64 with line breaks', [{ media: `${base64.slice(0, 8)}\n${base64.slice(8)}`, name: 'a.jpg' }]],
    ['base64 without padding', [{ media: 'YQ', name: 'a.jpg' }]],
    [
      'the URL alphabet of base64',
      [{ media: Buffer.of(0xfb, 0xff, 0xfe).toString('base64url'), name: 'a.jpg' }],
    ],
    ['custom_data that is a list', [{ media: base64, name: 'a.jpg', custom_data: [] }]],
    ['\\u0000', [{ media: base64, name: 'a\u0000.jpg' }]],
    ['malformed JSON', '[{"media":'],
    [
      'a body that is not UTF-8',
      new Uint8Array(Buffer.from(`[{"media":"${base64}","name":"\xe9.jpg"}]`, 'latin1')),
    ],
    ['JSON nested very deeply', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['an empty body', ''],
  ])('refuses %s with 400 and stores nothing', async (_what, body) => {
    const sandbox = await runSandbox()
    const response = await putJson(sandbox, body)
    expect(response.status).toBe(400)
    expect(await bodyOf(response)).toMatchObject({ error_code: 'invalid_input' })
    expect(sandbox.mediaCount()).toBe(0)
  })

  it('refuses another charset and another content type with 400', async () => {
    const sandbox = await runSandbox()
    const types = ['application/json; charset=latin1', 'text/plain', 'multipart/form-data']
    for (const type of types) {
      const headers = { 'u21-key': 'practice-key', 'content-type': type }
      expect((await putJson(sandbox, [{ media: base64, name: 'a.jpg' }], { headers })).status).toBe(400)
    }
    const headers = { 'u21-key': 'practice-key', 'content-type': 'application/json; charset=UTF-8' }
    expect((await putJson(sandbox, [{ media: base64, name: 'a.jpg' }], { headers })).status).toBe(200)
  })
})

describe('the switches of an upload', () => {
  it('refuses a file over the limit with 400, or 413 by switch, and takes one of exactly the limit', async () => {
    const strict = await runSandbox({ maxFileBytes: 1_000 })
    const proxied = await runSandbox({ maxFileBytes: 1_000, tooLargeStatus: 413 })
    const file = (sizeBytes: number): { name: string; bytes: Uint8Array<ArrayBuffer> } => ({
      name: 'a.jpg',
      bytes: new Uint8Array(sizeBytes),
    })

    expect((await putForm(strict, [{ key: 'a', file: file(1_000) }])).status).toBe(200)
    expect((await putForm(strict, [{ key: 'a', file: file(1_001) }])).status).toBe(400)
    expect((await putForm(proxied, [{ key: 'a', file: file(1_001) }])).status).toBe(413)
    const media = Buffer.alloc(1_001).toString('base64')
    expect((await putJson(proxied, [{ media, name: 'a.jpg' }])).status).toBe(413)
  })

  it('takes unlisted spellings only without strictExtensions', async () => {
    const strict = await runSandbox()
    const lenient = await runSandbox({ strictExtensions: false })
    for (const name of ['a.jpeg', 'a.TIF', 'a.nef']) {
      expect((await putScan(strict, name)).status).toBe(400)
      expect((await putScan(lenient, name)).status).toBe(200)
    }
    expect((await putScan(strict, 'a.RAW')).status).toBe(200)
    expect((await putScan(lenient, 'a.exe')).status).toBe(400)
  })

  it('appends repeats, or drops them by switch', async () => {
    const appending = await runSandbox()
    const deduping = await runSandbox({ repeats: 'dedupe' })
    for (const sandbox of [appending, deduping]) {
      await putScan(sandbox)
      expect((await putScan(sandbox)).status).toBe(200)
    }
    expect(appending.media(entityId)).toHaveLength(2)
    expect(deduping.media(entityId)).toHaveLength(1)
  })

  it('limits the files of a request, takes empty files, a text before its file and one JSON object by switch', async () => {
    const sandbox = await runSandbox({
      maxFilesPerRequest: 1,
      acceptEmptyFiles: true,
      requireFileFirst: false,
      acceptSingleJsonObject: true,
    })
    const empty = { name: 'a.txt', bytes: new Uint8Array() }
    expect((await putForm(sandbox, [front, { ...front, key: 'second' }])).status).toBe(400)
    expect(
      (
        await putForm(sandbox, [
          { key: 'a', text: { page: 1 } },
          { key: 'a', file: empty },
        ])
      ).status,
    ).toBe(200)
    expect((await putJson(sandbox, { media: base64, name: 'b.jpg' })).status).toBe(200)
    expect(sandbox.media(entityId)).toMatchObject([
      { sizeBytes: 0, customData: { page: 1 } },
      { name: 'b.jpg' },
    ])
  })

  it('keeps the media key as the name by switch', async () => {
    const sandbox = await runSandbox({ multipartName: 'media_key' })
    await putScan(sandbox)
    expect(sandbox.media(entityId)).toMatchObject([{ name: 'document_front' }])
  })
})
