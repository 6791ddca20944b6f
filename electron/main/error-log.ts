import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What went wrong in the shell, with its stack. Lines hold no names, content or keys. */
export interface ErrorLog {
  write(event: string, error: unknown): void
}

const keptFiles = 14

/**
 * Writes JSON Lines to `main-YYYY-MM-DD.log`; the last 14 files are kept. Synchronous: the line before the end
 * is the one that matters. Where the folder cannot be written, lines go to standard error.
 */
export function openErrorLog(folder: string, now: () => Date = () => new Date()): ErrorLog {
  let openedDay = ''

  function append(line: string): void {
    const day = now().toISOString().slice(0, 10)
    if (day !== openedDay) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      removeOldFiles(folder)
      openedDay = day
    }
    appendFileSync(join(folder, `main-${day}.log`), line, { mode: 0o600 })
  }

  return {
    write(event, error) {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
      const line = `${JSON.stringify({ time: now().toISOString(), event, error: words })}\n`
      try {
        append(line)
      } catch {
        process.stderr.write(line)
      }
    },
  }
}

function removeOldFiles(folder: string): void {
  const names = readdirSync(folder).filter((name) => /^main-[\d-]+\.log$/.test(name))
  for (const name of names.sort().slice(0, 1 - keptFiles)) rmSync(join(folder, name), { force: true })
}
