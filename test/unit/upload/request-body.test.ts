import { Busboy } from '@fastify/busboy'
import fc from 'fast-check'
import { Response } from 'undici'
import { describe, expect, it } from 'vitest'
import { requestBody } from '../../../electron/engine/upload/request-body.ts'
import type { Medium } from '../../../electron/engine/upload/request-body.ts'
import type { HttpBody } from '../../../electron/engine/upload/http-exchange.ts'

const boundary = 'intray-0123456789abcdef'

function mediumWith(parts: Partial<Medium> = {}): Medium {
  return {
    sentName: 'id_front-k7m2xq-7-1.jpg',
    family: 'jpg',
    bytes: Buffer.from('ÿØÿà', 'latin1'),
    mediaType: 'IMAGE_ID_CARD_FRONT',
    source: 'intray',
    timestampSeconds: 1_572_673_229,
    customData: {},
    ...parts,
  }
}

function bytesOf(body: HttpBody): Buffer {
  const bytes = Buffer.concat([...body.chunks()])
  expect(bytes.length).toBe(body.sizeBytes)
  return bytes
}

interface Part {
  readonly name: string
  readonly fileName: string | undefined
  readonly mime: string
  readonly bytes: Buffer
}

/** Reads a multipart body with the parser that Fastify uses. */
function parseParts(body: HttpBody): Promise<Part[]> {
  return new Promise((resolve, reject) => {
    const parts: Part[] = []
    const busboy = new Busboy({
      headers: { 'content-type': body.contentType },
      isPartAFile: () => true,
      limits: { fileSize: 10_000_000 },
    })
    busboy.on('file', (name, stream, fileName: string | undefined, _encoding, mime) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => parts.push({ name, fileName, mime, bytes: Buffer.concat(chunks) }))
    })
    busboy.on('error', reject)
    busboy.on('finish', () => {
      resolve(parts)
    })
    busboy.end(bytesOf(body))
  })
}

function jsonOf(part: Part | undefined): unknown {
  return JSON.parse(part?.bytes.toString() ?? '')
}

describe('a multipart body', () => {
  it('is written exactly like this', () => {
    const body = requestBody(
      'multipart',
      [mediumWith({ bytes: Buffer.from('BYTES'), customData: { batch: 4 } })],
      boundary,
    )
    expect(body.contentType).toBe('multipart/form-data; boundary=intray-0123456789abcdef')
    expect(bytesOf(body).toString('latin1').split('\r\n')).toEqual([
      '--intray-0123456789abcdef',
      'Content-Disposition: form-data; name="id_card_front"; filename="id_front-k7m2xq-7-1.jpg"',
      'Content-Type: image/jpeg',
      '',
      'BYTES',
      '--intray-0123456789abcdef',
      'Content-Disposition: form-data; name="id_card_front"',
      '',
      '{"batch":4,"source":"intray","timestamp":1572673229,"media_type":"IMAGE_ID_CARD_FRONT"}',
      '--intray-0123456789abcdef--',
      '',
    ])
  })

  it('is read back byte for byte by two parsers', async () => {
    const nasty = Buffer.from(`\r\n--${boundary.slice(0, -1)}\r\n\0\r\n\r\n--`, 'latin1')
    for (const bytes of [nasty, Buffer.alloc(0), Buffer.alloc(5_000_000, nasty)]) {
      const body = requestBody('multipart', [mediumWith({ bytes })], boundary)
      const [file, facts, ...rest] = await parseParts(body)
      expect(rest).toEqual([])
      expect(file).toMatchObject({
        name: 'id_card_front',
        fileName: 'id_front-k7m2xq-7-1.jpg',
        mime: 'image/jpeg',
      })
      expect(file?.bytes.equals(bytes)).toBe(true)
      expect(facts).toMatchObject({ name: 'id_card_front', fileName: undefined })
      expect(jsonOf(facts)).toEqual({
        media_type: 'IMAGE_ID_CARD_FRONT',
        source: 'intray',
        timestamp: 1_572_673_229,
      })

      const response = new Response(bytesOf(body), { headers: { 'content-type': body.contentType } })
      // Deprecated for bodies of strangers; this one is our own, and a second parser is what it is here for.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      const form = await response.formData()
      const [first, second] = form.getAll('id_card_front')
      if (typeof first === 'string' || first === undefined) throw new Error('The first part is no file.')
      expect(Buffer.from(await first.arrayBuffer()).equals(bytes)).toBe(true)
      expect(typeof second).toBe('string')
    }
  })

  it.each([
    ['a"; filename="evil.exe', 'a%22; filename=%22evil.exe'],
    ['a\r\nX-Injected: 1\r\n\r\nbody', 'a%0D%0AX-Injected: 1%0D%0A%0D%0Abody'],
    ['ends in a backslash\\', 'ends in a backslash%5C'],
    ['Führerschein 護照.jpg', 'Führerschein 護照.jpg'],
    ['null\0 and half a pair \ud800', 'null\ufffd and half a pair \ufffd'],
  ])('keeps the name %j in its place', async (sentName, fileName) => {
    const body = requestBody('multipart', [mediumWith({ sentName })], boundary)
    const parts = await parseParts(body)
    expect(parts).toHaveLength(2)
    expect(parts[0]).toMatchObject({ name: 'id_card_front', fileName })
    expect(bytesOf(body).toString('latin1').split('\r\n\r\n')[0]?.split('\r\n')).toHaveLength(3)
  })

  it('cannot be broken by any name, type or fact', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '\r\n', `\r\n--${boundary}--\r\n`, '\\"'),
    )
    await fc.assert(
      fc.asyncProperty(
        texts,
        texts,
        texts,
        fc.dictionary(texts, fc.jsonValue()),
        async (...[name, type, source, facts]) => {
          const medium = mediumWith({ sentName: name, mediaType: type, source, customData: facts })
          const parts = await parseParts(requestBody('multipart', [medium], boundary))
          expect(parts).toHaveLength(2)
          expect(parts[0]?.name).toMatch(/^[a-z0-9_]+$/)
          expect(parts[1]?.name).toBe(parts[0]?.name)
          expect(jsonOf(parts[1])).toMatchObject({ timestamp: 1_572_673_229 })
        },
      ),
      { numRuns: 200 },
    )
  })

  it('gives each of several files a key of its own, each with its facts behind it', async () => {
    const media = [
      'IMAGE_ID_CARD_FRONT',
      'IMAGE_ID_CARD_FRONT',
      'ID_CARD_FRONT_2',
      '',
      '護照',
      'Carte d’identité',
    ].map((mediaType, index) => mediumWith({ mediaType, bytes: Buffer.from([index]) }))
    const parts = await parseParts(requestBody('multipart', media, boundary))
    const keys = parts.filter(({ fileName }) => fileName !== undefined).map(({ name }) => name)
    expect(keys).toEqual([
      'id_card_front',
      'id_card_front_2',
      'id_card_front_2_2',
      'media',
      'media_2',
      'carte_d_identite',
    ])
    expect(parts.map(({ name }) => name)).toEqual(keys.flatMap((key) => [key, key]))
    expect(jsonOf(parts[7])).toEqual({ source: 'intray', timestamp: 1_572_673_229 })
  })
})

describe('a JSON body', () => {
  it('is an array in the documented form, with source and timestamp inside custom_data', () => {
    const body = requestBody('json', [mediumWith({ customData: { batch: 4 } })], boundary)
    expect(body.contentType).toBe('application/json')
    expect(JSON.parse(bytesOf(body).toString())).toEqual([
      {
        media: '/9j/4A==',
        name: 'id_front-k7m2xq-7-1.jpg',
        media_type: 'IMAGE_ID_CARD_FRONT',
        custom_data: { batch: 4, source: 'intray', timestamp: 1_572_673_229 },
      },
    ])
  })

  it('is read back byte for byte for every length, without line breaks or a data URI', () => {
    const base = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 31) % 256))
    for (const length of [0, 1, 2, 3, 4, 49_151, 49_152, 49_153, 98_304, 199_999]) {
      // A view into a larger buffer, as Node's file reads give them.
      const bytes = base.subarray(1, 1 + length)
      const text = bytesOf(
        requestBody('json', [mediumWith({ bytes }), mediumWith({ bytes })], boundary),
      ).toString()
      const entries = JSON.parse(text) as { media: string }[]
      expect(entries).toHaveLength(2)
      for (const { media } of entries) {
        expect(media).toBe(bytes.toString('base64'))
        expect(Buffer.from(media, 'base64').equals(bytes)).toBe(true)
      }
    }
  })

  it('holds no U+0000 and nothing but UTF-8, and leaves out what is empty', () => {
    const medium = mediumWith({
      sentName: 'a\0.jpg',
      mediaType: '',
      source: '',
      customData: { 'k\0': ['\0', { deep: '\ud800\0' }], backslash: '\\u0000', nothing: null, yes: true },
    })
    const text = bytesOf(requestBody('json', [medium], boundary)).toString()
    expect(JSON.parse(text)).toEqual([
      {
        media: '/9j/4A==',
        name: 'a\ufffd.jpg',
        custom_data: {
          'k\ufffd': ['\ufffd', { deep: '\ufffd\ufffd' }],
          backslash: '\\u0000',
          nothing: null,
          yes: true,
          timestamp: 1_572_673_229,
        },
      },
    ])
  })

  it('lets nothing take the place of Intray’s own facts', () => {
    const customData = { source: 'other', timestamp: 1, media_type: 'OTHER' }
    const entries: unknown = JSON.parse(
      bytesOf(requestBody('json', [mediumWith({ customData })], boundary)).toString(),
    )
    expect(entries).toMatchObject([
      { media_type: 'IMAGE_ID_CARD_FRONT', custom_data: { source: 'intray', timestamp: 1_572_673_229 } },
    ])
  })
})

describe('both bodies', () => {
  it.each(['multipart', 'json'] as const)(
    'as %s leave out a further fact of the name of an own one, even where Intray sends none',
    async (form) => {
      const customData = { source: 'other', timestamp: 1, media_type: 'OTHER', branch: 'Leeds' }
      const body = requestBody(form, [mediumWith({ customData, source: '', mediaType: '' })], boundary)
      const facts =
        form === 'json'
          ? (JSON.parse(bytesOf(body).toString()) as { custom_data: unknown }[])[0]?.custom_data
          : jsonOf((await parseParts(body))[1])
      expect(facts).toEqual({ branch: 'Leeds', timestamp: 1_572_673_229 })
    },
  )

  it.each(['multipart', 'json'] as const)('as %s can be read more than once and copy no file', (form) => {
    const bytes = new Uint8Array(1_000_000)
    const body = requestBody(form, [mediumWith({ bytes })], boundary)
    expect(bytesOf(body).equals(bytesOf(body))).toBe(true)
    const chunks = [...body.chunks()]
    if (form === 'multipart') expect(chunks).toContain(bytes)
    else expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(64 * 1024)
  })
})
