import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Where a command writes. Results go to standard output, everything else to standard error. */
export interface Terminal {
  /** True with `--json`: results are JSON, and so are errors. */
  readonly json: boolean
  /** True when a person watches standard error. */
  readonly watched: boolean
  /** Writes a line of result. Resolves when the next may follow. */
  print(text: string): Promise<void>
  printJson(value: unknown): Promise<void>
  /** Writes result as it is, without a line end of its own. */
  write(text: string): Promise<void>
  /** Says something beside the result. */
  tell(text: string): void
  /** Shows a line in place of the one before it. Only where somebody watches; an empty one erases it. */
  showProgress(line: string): void
}

/** A process's two streams, as far as a terminal needs them. */
export interface Streams {
  readonly stdout: OutputStream
  readonly stderr: OutputStream
}

type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** For a terminal that does not say how wide it is, or says 0. */
const usualColumns = 80
const eraseLine = '\r\u001b[K'

export function openTerminal({ stdout, stderr }: Streams, json: boolean): Terminal {
  let progress = ''
  const write = async (text: string): Promise<void> => {
    if (!stdout.write(text)) await once(stdout, 'drain')
  }
  const showProgress = (line: string): void => {
    if (line === progress) return
    progress = line
    stderr.write(`${eraseLine}${line.slice(0, columnsOf(stderr) - 1)}`)
  }
  return {
    json,
    watched: stderr.isTTY === true,
    write,
    print: (text) => write(`${text}\n`),
    printJson: (value) => write(`${JSON.stringify(value)}\n`),
    tell(text) {
      if (progress !== '') showProgress('')
      stderr.write(`${text}\n`)
    },
    showProgress,
  }
}

function columnsOf({ columns = 0 }: OutputStream): number {
  return columns > 0 ? columns : usualColumns
}

/**
 * Ends the process quietly when whoever read its output has gone, as `| head` does.
 * Without this Node reports an unhandled EPIPE.
 */
export function endWhenReaderLeaves({ stdout, stderr }: Streams): void {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      if (stream === stdout) process.exit()
    })
  }
}

// Control characters, and the marks that turn the direction of text, in which a name could hide another.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Text from outside as a terminal may show it: a file's name could otherwise drive the terminal. */
export function printable(text: string): string {
  return text.replace(
    unprintable,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}}`,
  )
}

/** `1,240`: the same in every language of the system, so that output can be compared. */
export function inThousands(count: number): string {
  return count.toLocaleString('en-US')
}

/** `1 item`, `1,200 items`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${inThousands(count)} ${count === 1 ? one : several}`
}

/** `2026-11-23 14:05:09`, in the time zone of this machine. */
export function localTime(atMs: number): string {
  return new Date(atMs).toLocaleString('sv-SE')
}
