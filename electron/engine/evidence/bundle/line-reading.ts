import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { say } from '../../../shared/sentences/say.ts'
import { boundedLines, LineTooLong } from './bounded-lines.ts'
import type { FileLine } from './bounded-lines.ts'
import { bundleLineSchema, maxLineBytes } from './bundle-format.ts'
import type { BundleLine } from './bundle-format.ts'
import type { Complain } from './complaint.ts'

/** What was read of a file: its first lines, and the SHA-256 of their bytes. */
export interface Reading {
  readonly lineCount: number
  readonly sha256: string
  /** The line that ended the reading because it is longer than allowed. */
  readonly tooLong: number | null
}

/**
 * Reads the lines of a bundle from the first one, until there are no more or `take` returns false. `sha256Before` is
 * that of all bytes before the line.
 */
export async function readLines(
  file: FileHandle,
  take: (line: FileLine, sha256Before: () => string) => boolean,
): Promise<Reading> {
  const hash = createHash('sha256')
  let lineCount = 0
  let tooLong: number | null = null
  try {
    for await (const line of boundedLines(file, maxLineBytes)) {
      const goesOn = take(line, () => hash.copy().digest('hex'))
      hash.update(line.withEnd)
      lineCount = line.number
      if (!goesOn) break
    }
  } catch (error) {
    if (!(error instanceof LineTooLong)) throw error
    tooLong = error.line
  }
  return { lineCount, sha256: hash.digest('hex'), tooLong }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** What a line says; null, with a complaint, for one that no bundle has. */
export function readLine({ bytes, number, isEnded }: FileLine, complain: Complain): BundleLine | null {
  if (!isEnded) complain(number, say('bundle_line_cut'))
  let text: string
  let value: unknown
  try {
    text = utf8.decode(bytes)
    value = JSON.parse(text)
  } catch {
    complain(number, say('bundle_line_no_json'))
    return null
  }
  const parsed = bundleLineSchema.safeParse(value)
  if (!parsed.success) {
    complain(number, say('bundle_line_unknown'))
    return null
  }
  // One value can be written in many ways; two readers must not see two things in one line.
  if (JSON.stringify(value) !== text) complain(number, say('bundle_line_spelled_otherwise'))
  return parsed.data
}
