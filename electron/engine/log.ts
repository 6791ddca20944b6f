import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'

export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** The log of one process. Lines hold ids and codes, never names, paths inside folders, content or keys. */
export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  /** An error with its stack. */
  error(event: string, error: unknown, fields?: LogFields): void
  close(): void
}

const keptFiles = 14

/**
 * Opens the log of today: JSON Lines, one file a day and process kind, the last 14 kept.
 * Where the folder cannot be written, lines go to standard error instead of being lost.
 */
export function openLog(folder: string, process_: 'engine' | 'command', nowMs: number): Log {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const day = new Date(nowMs).toISOString().slice(0, 10)
    removeOldFiles(folder, process_)
    // Synchronous: the lines before a crash are the ones that matter.
    const destination = pino.destination({
      dest: join(folder, `${process_}-${day}.log`),
      sync: true,
      mode: 0o600,
    })
    return toLog(pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination), () => {
      destination.end()
    })
  } catch {
    return toLog(pino({ base: null }, pino.destination({ dest: 2, sync: true })), () => undefined)
  }
}

function toLog(logger: pino.Logger, close: () => void): Log {
  return {
    info(event, fields = {}) {
      logger.info(fields, event)
    },
    warn(event, fields = {}) {
      logger.warn(fields, event)
    },
    error(event, error, fields = {}) {
      logger.error({ ...fields, err: error instanceof Error ? error : new Error(String(error)) }, event)
    },
    close,
  }
}

function removeOldFiles(folder: string, process_: string): void {
  const old = readdirSync(folder)
    .filter((name) => name.startsWith(`${process_}-`) && name.endsWith('.log'))
    .sort()
    .slice(0, -keptFiles)
  for (const name of old) rmSync(join(folder, name), { force: true })
}
