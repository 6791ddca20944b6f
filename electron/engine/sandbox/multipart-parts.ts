import { Busboy } from '@fastify/busboy'
import type { BusboyInstance } from '@fastify/busboy'
import { Refusal } from './refusal.ts'

/** One part of a multipart body. `fileName` is null where the part is text. */
export type Part = { name: string; fileName: string | null; bytes: Buffer }

const limits = { parts: 1_000, headerPairs: 50, headerSize: 16_384 }

/** Splits a multipart body into its parts, in their order. Rejects with a 400 where it is malformed or cut short. */
export function splitParts(body: Buffer, contentType: string): Promise<Part[]> {
  return new Promise((resolve, reject) => {
    const parts: Part[] = []
    const busboy = openBusboy(contentType)
    busboy.on('file', (name: string | undefined, stream, fileName: string | undefined) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', () => reject(new Refusal(400, 'The multipart body ends in the middle of a part.')))
      // The part takes its place at its beginning, its bytes at its end: the order is that of the body.
      const part: Part = { name: name ?? '', fileName: fileName ?? null, bytes: Buffer.alloc(0) }
      parts.push(part)
      stream.on('end', () => {
        part.bytes = Buffer.concat(chunks)
      })
    })
    busboy.on('partsLimit', () =>
      reject(new Refusal(400, `A request must not have more than ${limits.parts} parts.`)),
    )
    busboy.on('error', () => reject(new Refusal(400, 'The multipart body is malformed.')))
    busboy.on('finish', () => resolve(parts))
    busboy.end(body)
  })
}

/** Every part is taken as a stream of bytes, so that text is decoded here, strictly, and not by the library. */
function openBusboy(contentType: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, isPartAFile: () => true, limits })
  } catch {
    // The constructor fails on one thing only: a content type without a usable boundary.
    throw new Refusal(400, 'The content type names no multipart boundary.')
  }
}
