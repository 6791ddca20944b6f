import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { IntrayError } from '../shared/error-codes.ts'
import { fileFamilies } from '../shared/file-families.ts'
import { say } from '../shared/sentences/say.ts'
import { parseByteRange } from './byte-range.ts'
import { scanHeaders } from './content-security-policy.ts'

/** What the window may be given as a preview. Nothing here is a page or can run. */
const shownMimes: ReadonlySet<string> = new Set(Object.values(fileFamilies).map(({ mime }) => mime))

/**
 * Streams a file, or the part that `range` (a `Range` header) asks for.
 * @throws {IntrayError} `preview_unavailable` when it is no regular file or of a kind that is not shown
 */
export async function respondWithScan(path: string, mime: string, range: string | null): Promise<Response> {
  if (!shownMimes.has(mime)) throw new IntrayError('preview_unavailable', mime)
  const handle = await open(path, 'r')
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) throw new IntrayError('preview_unavailable', say('not_regular_file'))
    return await respondWithPart(handle, facts.size, mime, range)
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function respondWithPart(
  handle: FileHandle,
  sizeBytes: number,
  mime: string,
  header: string | null,
): Promise<Response> {
  const range = parseByteRange(header, sizeBytes)
  const headers = { ...scanHeaders, 'Content-Type': mime, 'Accept-Ranges': 'bytes' }
  if (range === 'unsatisfiable' || sizeBytes === 0) {
    await handle.close()
    if (sizeBytes === 0) return new Response(null, { status: 200, headers })
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${sizeBytes}` },
    })
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 }
  // The stream closes the handle, also when the window stops reading.
  const body = Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream
  const length = { 'Content-Length': String(end - start + 1) }
  if (range === null) return new Response(body, { status: 200, headers: { ...headers, ...length } })
  const place = { 'Content-Range': `bytes ${start}-${end}/${sizeBytes}` }
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...place } })
}
