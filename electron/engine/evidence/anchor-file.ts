import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { IntrayError } from '../../shared/error-codes.ts'
import type { Anchor } from '../../shared/records.ts'
import { say } from '../../shared/sentences/say.ts'

const anchorSchema = z.object({
  ledgerId: z.string().max(100),
  seq: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  atMs: z.int(),
})

/** A file of anchors is small: ten years of them have a megabyte. */
const maxFileBytes = 64 * 1024 * 1024

/**
 * Appends an anchor to the anchor file and waits until it is safe on its disk. What stands in the file stays; the file
 * is made where it does not exist, its folder is not. Several ledgers may share one file. Throws `output_unwritable`.
 */
export async function appendAnchor(path: string, { ledgerId, seq, hash, atMs }: Anchor): Promise<void> {
  try {
    const file = await open(path, 'a+', 0o600)
    try {
      const { size } = await file.stat()
      // A line that was cut, by a full disk or a lost share, must not swallow the next one.
      const start = size === 0 || (await lastByteOf(file, size)) === 0x0a ? '' : '\n'
      await file.appendFile(`${start}${JSON.stringify({ ledgerId, seq, hash, atMs })}\n`, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new IntrayError('output_unwritable', say('system_refused_at', { path, code }), { cause: error })
  }
}

/** The anchors of a file; lines that are none are counted. Throws `text_file_failed` for a file that cannot be read. */
export async function readAnchorFile(
  path: string,
): Promise<{ readonly anchors: readonly Anchor[]; readonly unreadableLines: number }> {
  const text = await readBounded(path)
  const anchors: Anchor[] = []
  let unreadableLines = 0
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const anchor = readAnchor(line)
    if (anchor === null) unreadableLines += 1
    else anchors.push(anchor)
  }
  return { anchors, unreadableLines }
}

function readAnchor(line: string): Anchor | null {
  try {
    const parsed = anchorSchema.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : null
  } catch {
    // No JSON: counted by the caller.
    return null
  }
}

async function readBounded(path: string): Promise<string> {
  try {
    const file = await open(path, 'r')
    try {
      if ((await file.stat()).size > maxFileBytes) throw new Error('too large')
      return await readFile(file, 'utf8')
    } finally {
      await file.close()
    }
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    throw new IntrayError('text_file_failed', `${path}: ${words}`, { cause: error })
  }
}

async function lastByteOf(file: Awaited<ReturnType<typeof open>>, size: number): Promise<number | undefined> {
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer[0]
}
