import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { errorCatalogue } from '../shared/error-codes.ts'
import type { ErrorCode } from '../shared/error-codes.ts'
import type { Status } from '../shared/status.ts'
import type { DataFolder } from './data-folder.ts'
import type { Log } from './log.ts'

const time = z.number().nullable()

const failureSchema = z.object({
  code: z.custom<ErrorCode>((code) => typeof code === 'string' && Object.hasOwn(errorCatalogue, code)),
  detail: z.string(),
})

/** How one folder is, as the engine at work sees it. */
const folderSchema = z.object({
  id: z.string(),
  path: z.string(),
  failure: failureSchema.nullable(),
  delivery: z.enum(['events', 'comparison_only']),
  deliveryWords: z.string(),
  lastEventAtMs: time,
  reachableSinceMs: time,
  backlog: z.number(),
  freeBytes: time,
  lastComparisonAtMs: time,
  lastComparisonDurationMs: time,
  unaccounted: z.number(),
})

const statusFileSchema = z.object({ atMs: z.number(), pid: z.int(), folders: z.array(folderSchema) })

export type ReportedFolder = z.infer<typeof folderSchema>
export type EngineReport = z.infer<typeof statusFileSchema>

const intervalMs = 2_000

/** After so long without a sign, the engine that wrote the file is taken for dead. */
const believedMs = 30_000

function fileOf(ledgerFile: string): string {
  return join(dirname(ledgerFile), 'engine-status.json')
}

export interface StatusFileOptions {
  readonly data: DataFolder
  readonly log: Log
  now(): number
  status(): Promise<Status>
}

/**
 * Writes beside the ledger how the folders are, every two seconds, for the `intray` command: only a running engine
 * knows of events. Returns its stop, which removes the file.
 */
export function startStatusFile({ data, log, now, status }: StatusFileOptions): () => Promise<void> {
  let written: string | null = null
  let writing: Promise<void> | null = null
  let isFailing = false

  async function write(): Promise<void> {
    try {
      const { mode, profile, folders } = await status()
      const file = fileOf(data.ledgerFile(mode, profile.id))
      if (written !== null && written !== file) await rm(written, { force: true })
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const report: EngineReport = { atMs: now(), pid: process.pid, folders: [...folders] }
      await writeFile(`${file}.new`, JSON.stringify(statusFileSchema.parse(report)), { mode: 0o600 })
      await rename(`${file}.new`, file)
      written = file
      isFailing = false
    } catch (error) {
      // The next look writes it again; the engine's own work does not depend on it.
      if (!isFailing) log.error('status_file_not_written', error)
      isFailing = true
    }
  }

  const look = (): void => {
    writing ??= write().finally(() => {
      writing = null
    })
  }
  look()
  const timer = setInterval(look, intervalMs)
  return async () => {
    clearInterval(timer)
    await writing
    if (written !== null) await rm(written, { force: true })
  }
}

/** What the engine that is at work on a ledger reports; null where none is. */
export async function readEngineReport(ledgerFile: string, nowMs: number): Promise<EngineReport | null> {
  const text = await readFile(fileOf(ledgerFile), 'utf8').catch(() => null)
  if (text === null) return null
  const report = statusFileSchema.safeParse(toJson(text))
  if (!report.success) return null
  const { atMs, pid } = report.data
  return Math.abs(nowMs - atMs) <= believedMs && isAlive(pid) ? report.data : null
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of another user is there and may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
