import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { IntrayError } from '../../shared/error-codes.ts'
import type { Settings, SettingsProblem } from '../../shared/settings/settings.ts'
import { dataFolder, defaultDataRoot, firstProfileId } from '../data-folder.ts'
import type { DataFolder } from '../data-folder.ts'
import { withProfile } from '../profiles.ts'
import { loadSettings, readProfileId } from '../settings-file.ts'
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
  profile: z.string().trim().min(1).max(64).optional(),
})

/** One call of the command: where it works, for whom, and where it writes. */
export interface Invocation {
  readonly host: Host
  readonly data: DataFolder
  readonly terminal: Terminal
  /** The options with which another command finds the ledger of this one, beside the mode. */
  readonly sameLedgerOptions: readonly string[]
  /**
   * Settings as they are in force, mode, profile and operator of the command line included.
   * Throws `settings_invalid` or `profile_unknown`.
   */
  settings(): Promise<Settings>
  /** The mode alone: what the command line says needs no settings. Throws `settings_invalid`. */
  mode(): Promise<Mode>
  /** The ledger of mode and profile. Throws `profile_unknown` or `settings_invalid`. */
  ledgerFile(): Promise<string>
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

  /** As the file has them, with the profile of the command line in use. */
  const readSettings = async (): Promise<Settings> => {
    // Without a settings file the defaults hold; but a file that was named and is not there is a slip.
    if (given.settings !== undefined && !existsSync(data.settingsFile)) {
      throw new IntrayError('settings_invalid', `${data.settingsFile}: there is no such file.`)
    }
    const loaded = await loadSettings(data.settingsFile)
    refuse(loaded.problems)
    return given.profile === undefined ? loaded.settings : withProfile(loaded.settings, given.profile)
  }

  const refuse = (problems: readonly SettingsProblem[]): void => {
    if (problems.length === 0) return
    throw new IntrayError('settings_invalid', [data.settingsFile, ...problems.map(problemLine)].join('\n'))
  }

  const settings = async (): Promise<Settings> => {
    const settings: Settings = {
      ...(await readSettings()),
      ...(mode === undefined ? {} : { mode }),
      ...(given.operator === undefined ? {} : { operator: given.operator }),
    }
    refuse(await findSettingsProblems(settings))
    return settings
  }

  const modeInForce = async (): Promise<Mode> => mode ?? (await settings()).mode

  return {
    host,
    data,
    terminal: openTerminal(host, given.json),
    sameLedgerOptions: [
      ...(given.dataDir === undefined ? [] : ['--data-dir', shellWord(given.dataDir)]),
      ...(given.settings === undefined ? [] : ['--settings', shellWord(given.settings)]),
      ...(given.profile === undefined ? [] : ['--profile', shellWord(given.profile)]),
    ],
    settings,
    mode: modeInForce,
    ledgerFile: async () => {
      const inForce = await modeInForce()
      if (inForce === 'practice' && given.profile === undefined)
        return data.ledgerFile('practice', firstProfileId)
      if (given.profile !== undefined) return data.ledgerFile(inForce, (await readSettings()).profile.id)
      return data.ledgerFile(inForce, (await readProfileId(data.settingsFile)) ?? firstProfileId)
    },
    operator: async () => {
      const { operator, operators } = await settings()
      // Where names are proven by PINs, the command proves its own by the account that it runs under.
      return operator === '' || operators.length > 0 ? systemAccount() : operator
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
