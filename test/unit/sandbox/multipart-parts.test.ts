import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitParts } from '../../../electron/engine/sandbox/multipart-parts.ts'
import type { Part } from '../../../electron/engine/sandbox/multipart-parts.ts'
import { Refusal } from '../../../electron/engine/sandbox/refusal.ts'

const boundary = 'a-boundary'
const contentType = `multipart/form-data; boundary=${boundary}`

function writeBody(parts: readonly Part[]): Buffer {
  const written = parts.flatMap(({ name, fileName, bytes }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`,
    fileName === null ? '' : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`,
    '\r\n\r\n',
    bytes,
    '\r\n',
  ])
  return Buffer.concat([...written, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece)))
}

const anyPart: fc.Arbitrary<Part> = fc.record({
  name: fc.stringMatching(/^[A-Za-z0-9_]{1,20}$/),
  fileName: fc.option(fc.stringMatching(/^[\p{L} ()-]{1,20}\.jpg$/u)),
  bytes: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
})

describe('splitting a multipart body', () => {
  it('gives back any parts, in their order and byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPart, { minLength: 1, maxLength: 6 }), async (parts) => {
        expect(await splitParts(writeBody(parts), contentType)).toEqual(parts)
      }),
    )
  })

  it('ends with parts or a 400, and never hangs or fails otherwise, on a damaged body', async () => {
    const damage = fc.record({ at: fc.nat(), cut: fc.nat(60), put: fc.uint8Array({ maxLength: 20 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(anyPart, { maxLength: 4 }), damage, async (parts, { at, cut, put }) => {
        const body = writeBody(parts)
        const from = at % (body.length + 1)
        const damaged = Buffer.concat([body.subarray(0, from), put, body.subarray(from + cut)])
        const ended = await splitParts(damaged, contentType).catch((error: unknown) => error)
        expect(Array.isArray(ended) || (ended instanceof Refusal && ended.status === 400)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('ends on a body that was cut at any byte', async () => {
    const body = writeBody([
      { name: 'a', fileName: 'a.jpg', bytes: Buffer.from('one') },
      { name: 'a', fileName: null, bytes: Buffer.from('{}') },
    ])
    const closing = body.length - 2
    for (let length = 0; length < closing; length += 1) {
      await expect(splitParts(body.subarray(0, length), contentType)).rejects.toMatchObject({ status: 400 })
    }
    expect(await splitParts(body.subarray(0, closing), contentType)).toHaveLength(2)
  })

  it('refuses more parts than anybody needs, and a content type without a boundary', async () => {
    const many = new Array<Part>(1_001).fill({ name: 'a', fileName: 'a.jpg', bytes: Buffer.from('x') })
    await expect(splitParts(writeBody(many), contentType)).rejects.toMatchObject({ status: 400 })
    await expect(splitParts(writeBody(many), 'multipart/form-data')).rejects.toMatchObject({ status: 400 })
  })
})
