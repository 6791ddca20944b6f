import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { z } from 'zod'
import { dataFolder } from '../../../electron/engine/data-folder.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { measureProcess } from './measured-process.ts'
import type { MeasuredProcess } from './measured-process.ts'

/** The `intray` command, as it is installed. */
export const intrayCommand = resolve(import.meta.dirname, '../../../bin/intray.mjs')

export interface SingleRun {
  /** Is made, with a ledger of its own. */
  readonly dataDir: string
  readonly settings: z.input<typeof settingsSchema>
  readonly key: string
  /** The exit codes of a run that did what it should. */
  readonly expected: readonly number[]
}

/** Measures `intray run --once`. Throws where it ends with an exit code that is not expected. */
export async function runOnce({ dataDir, settings, key, expected }: SingleRun): Promise<MeasuredProcess> {
  await mkdir(dataDir, { recursive: true })
  await writeFile(join(dataDir, 'settings.json'), JSON.stringify(settings))
  return measureProcess({
    command: process.execPath,
    args: [intrayCommand, 'run', '--once', '--data-dir', dataDir],
    env: { INTRAY_API_KEY: key },
    expected,
  })
}

/** Looks into the ledger that a run left behind. */
export async function lookIntoLedger<Result>(
  dataDir: string,
  look: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  const ledger = openLedger(dataFolder(dataDir).ledgerFile('live', 'main'), { readonly: true, now: Date.now })
  try {
    return await look(ledger)
  } finally {
    ledger.close()
  }
}
