import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { IntrayError } from '../../shared/error-codes.ts'
import type { Settings, SettingsProblem } from '../../shared/settings.ts'
import { dataFolder, defaultDataRoot } from '../data-folder.ts'
import type { DataFolder } from '../data-folder.ts'
import { loadSettings } from '../settings-file.ts'
import { findSettingsProblems } from '../settings-problems.ts'
import { systemAccount } from './system-account.ts'
import { openTerminal, printable } from './terminal.ts'
import type { Streams, Terminal } from './terminal.ts'

/** What the process gives the command. */
export interface Host extends Streams {
  readonly environment: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  readonly resourcesDir: string
  /** The built or plain file of `preview-worker.ts`, in which pictures are decoded. */
  readonly previewWorker: URL
  readonly version: string
  /** A better-sqlite3 binary for this Node, where the shipped one does not fit. */
  readonly nativeBinding: string | undefined
  now(): number
}

export type Mode = Settings['mode']

/** The options that every command takes, as the command line gave them. */
const globalOptionsSchema = z.object({
  dataDir: z.string().optional(),
  settings: z.string().optional(),
  operator: z.string().trim().max(120).optional(),
  json: z.boolean().default(false),
  practice: z.boolean().default(false),
  live: z.boolean().default(false),
})

/** One call of the command: where it works, for whom, and where it writes. */
export interface Invocation {
  readonly host: Host
  readonly data: DataFolder
  readonly terminal: Terminal
  /** The options with which another command finds the ledger of this one, beside the mode. */
  readonly sameLedgerOptions: readonly string[]
  /** Settings as they are in force, mode and operator of the command line included. Throws `settings_invalid`. */
  settings(): Promise<Settings>
  /** The mode alone: what the command line says needs no settings. Throws `settings_invalid`. */
  mode(): Promise<Mode>
  /** Who decides, for the ledger. */
  operator(): Promise<string>
}

/** Reads the options that every command takes. `options` comes from the command line's parser. */
export function openInvocation(host: Host, options: unknown): Invocation {
  const given = globalOptionsSchema.parse(options)
  const root = given.dataDir ?? nonEmpty(host.environment['INTRAY_DATA_DIR'])
  const data = dataFolder(
    resolve(root ?? defaultDataRoot(host.platform, host.environment)),
    ...(given.settings === undefined ? [] : [resolve(given.settings)]),
  )
  const mode = given.practice ? 'practice' : given.live ? 'live' : undefined

  const settings = async (): Promise<Settings> => {
    // Without a settings file the defaults hold; but a file that was named and is not there is a slip.
    if (given.settings !== undefined && !existsSync(data.settingsFile)) {
      throw new IntrayError('settings_invalid', `${data.settingsFile}: there is no such file.`)
    }
    const loaded = await loadSettings(data.settingsFile)
    const settings: Settings = {
      ...loaded.settings,
      ...(mode === undefined ? {} : { mode }),
      ...(given.operator === undefined ? {} : { operator: given.operator }),
    }
    const problems = loaded.problems.length > 0 ? loaded.problems : await findSettingsProblems(settings)
    if (problems.length > 0) {
      throw new IntrayError('settings_invalid', [data.settingsFile, ...problems.map(problemLine)].join('\n'))
    }
    return settings
  }

  return {
    host,
    data,
    terminal: openTerminal(host, given.json),
    sameLedgerOptions: [
      ...(given.dataDir === undefined ? [] : ['--data-dir', shellWord(given.dataDir)]),
      ...(given.settings === undefined ? [] : ['--settings', shellWord(given.settings)]),
    ],
    settings,
    mode: async () => mode ?? (await settings()).mode,
    operator: async () => {
      const { operator } = await settings()
      return operator === '' ? systemAccount() : operator
    },
  }
}

/** One problem of a settings file in one line. */
export function problemLine({ path, words }: SettingsProblem): string {
  return printable(path === '' ? words : `${path}: ${words}`)
}

function shellWord(text: string): string {
  return /^[\w./\\:@%+=,-]+$/.test(text) ? text : `"${text}"`
}

/** An empty variable counts as none, as scripts that unset one by assignment expect. */
export function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value
}
