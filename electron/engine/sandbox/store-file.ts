import { createReadStream } from 'node:fs'
import { open, truncate } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { storedMediumSchema } from './stored-medium.ts'
import type { StoredMedium } from './stored-medium.ts'

/** The file in which stored media are remembered: one JSON object per line, appended, never rewritten. */
export type StoreFile = {
  /** Resolves once the lines are handed to the operating system. */
  append(media: readonly StoredMedium[]): Promise<void>
  close(): Promise<void>
}

export type LoadedStore = { media: StoredMedium[]; damagedLines: number }

/**
 * Reads what a former run left; a missing file is an empty one. Lines that cannot be read are counted and left
 * where they are. A last line without its end, from a run that was killed, is cut off.
 */
export async function loadStoreFile(path: string): Promise<LoadedStore> {
  const loaded: LoadedStore = { media: [], damagedLines: 0 }
  let rest: Buffer = Buffer.alloc(0)
  let wholeBytes = 0
  try {
    for await (const chunk of createReadStream(path)) {
      const text: Buffer = Buffer.isBuffer(chunk) ? Buffer.concat([rest, chunk]) : rest
      let from = 0
      for (let at = text.indexOf(0x0a); at !== -1; at = text.indexOf(0x0a, from)) {
        takeLine(text.toString('utf8', from, at), loaded)
        from = at + 1
      }
      wholeBytes += from
      rest = text.subarray(from)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return loaded
    throw error
  }
  if (rest.length > 0) {
    loaded.damagedLines += 1
    await truncate(path, wholeBytes)
  }
  return loaded
}

function takeLine(line: string, loaded: LoadedStore): void {
  if (line === '') return
  const medium = storedMediumSchema.safeParse(readJson(line))
  if (medium.success) loaded.media.push(medium.data)
  else loaded.damagedLines += 1
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // No medium is null, so the schema counts the line as damaged.
    return null
  }
}

/** Opens the file for appending; it is private to the user. Writes go one at a time and in their order. */
export async function openStoreFile(path: string): Promise<StoreFile> {
  const handle: FileHandle = await open(path, 'a', 0o600)
  let last: Promise<void> = Promise.resolve()
  let torn = false

  const write = async (lines: string): Promise<void> => {
    // After a failed write half a line may stand there; the empty line keeps it from spoiling the next one.
    const start = torn ? '\n' : ''
    torn = true
    await handle.appendFile(start + lines)
    torn = false
  }
  return {
    append(media) {
      const lines = media.map(({ bytes: _notRemembered, ...line }) => `${JSON.stringify(line)}\n`).join('')
      const written = last.then(() => write(lines))
      // The caller hears of a failure through `written`; the next write must not.
      last = written.catch(() => undefined)
      return written
    },
    async close() {
      await last
      await handle.close()
    },
  }
}
