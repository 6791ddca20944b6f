import type { FileHandle } from 'node:fs/promises'

/** One line of a file, without and with its line end; `isEnded` is false for a last line that has none. */
export interface FileLine {
  readonly number: number
  readonly bytes: Buffer
  readonly withEnd: Buffer
  readonly isEnded: boolean
}

/** A few hundred lines: other work goes on between two readings. */
const bytesAtATime = 64 * 1024

/** A line that is longer than allowed, by its number. */
export class LineTooLong extends Error {
  readonly line: number

  constructor(line: number) {
    super(`line ${String(line)} is too long`)
    this.name = 'LineTooLong'
    this.line = line
  }
}

/**
 * Reads a file from its beginning, line by line, whatever its size, with no more than one line in memory. Throws
 * `LineTooLong`.
 */
export async function* boundedLines(file: FileHandle, maxLineBytes: number): AsyncGenerator<FileLine> {
  let open: Buffer[] = []
  let openBytes = 0
  let number = 1
  let position = 0
  const buffer = Buffer.alloc(bytesAtATime)
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, bytesAtATime, position)
    if (bytesRead === 0) break
    position += bytesRead
    let start = 0
    while (start < bytesRead) {
      const end = buffer.subarray(0, bytesRead).indexOf(0x0a, start)
      const piece = Buffer.from(buffer.subarray(start, end === -1 ? bytesRead : end + 1))
      openBytes += piece.length
      if (openBytes > maxLineBytes) throw new LineTooLong(number)
      open.push(piece)
      if (end === -1) break
      const withEnd = open.length === 1 ? piece : Buffer.concat(open, openBytes)
      yield { number, bytes: withEnd.subarray(0, -1), withEnd, isEnded: true }
      open = []
      openBytes = 0
      number += 1
      start = end + 1
    }
  }
  if (openBytes > 0) {
    const bytes = Buffer.concat(open, openBytes)
    yield { number, bytes, withEnd: bytes, isEnded: false }
  }
}
