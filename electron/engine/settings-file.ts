import { copyFile, mkdir, readFile, rename, rm, open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { applyEdits, modify, parse, printParseErrorCode } from 'jsonc-parser'
import type { ParseError } from 'jsonc-parser'
import { z } from 'zod'
import { IntrayError } from '../shared/error-codes.ts'
import { profileSchema } from '../shared/settings/profile.ts'
import { say } from '../shared/sentences/say.ts'
import { sayIssue } from '../shared/sentences/schema-issue.ts'
import { replacedEnding, setAsideEnding, settingsSchema } from '../shared/settings/settings.ts'
import type { Settings, SettingsProblem } from '../shared/settings/settings.ts'

/** Settings as they were read, with everything that is wrong in the file. */
export interface LoadedSettings {
  readonly settings: Settings
  readonly problems: readonly SettingsProblem[]
}

/** The settings of a new installation. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({})
}

/**
 * Reads the settings file (JSON, comments and trailing commas allowed). A file that does not exist means the
 * defaults. A file with mistakes gives its problems, and practice mode: nothing is sent on half-read settings.
 */
export async function loadSettings(file: string): Promise<LoadedSettings> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return { settings: defaultSettings(), problems: [] }
    return {
      settings: defaultSettings(),
      problems: [{ path: '', ...say('settings_file_unreadable', { code: codeOf(error) }) }],
    }
  }
  return parseSettings(text)
}

/**
 * The id of the profile in use, also of a file whose settings have mistakes: they keep nobody from looking at its
 * ledger. Undefined where the file does not say.
 */
export async function readProfileId(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), [], { allowTrailingComma: true })
  return profileInUseSchema.safeParse(value).data?.profile.id
}

const profileInUseSchema = z.object({ profile: z.object({ id: profileSchema.shape.id }) })

/** Reads settings from text. Every mistake is named by its place; one mistake refuses the whole text. */
export function parseSettings(text: string): LoadedSettings {
  const errors: ParseError[] = []
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true })
  const first = errors[0]
  if (first !== undefined) {
    const line = text.slice(0, first.offset).split('\n').length
    const fault = printParseErrorCode(first.error)
    return { settings: defaultSettings(), problems: [{ path: '', ...say('json_fault', { fault, line }) }] }
  }
  const result = settingsSchema.safeParse(value ?? {}, { reportInput: true })
  if (!result.success) return { settings: defaultSettings(), problems: toProblems(result.error) }
  const problems = contradictions(result.data)
  return problems.length === 0
    ? { settings: result.data, problems: [] }
    : { settings: defaultSettings(), problems }
}

/** What a schema cannot say: ids that are used twice, and live mode without what it needs. */
export function contradictions(settings: Settings): SettingsProblem[] {
  const problems: SettingsProblem[] = [
    ...usedTwice(settings.folders, 'folders'),
    ...usedTwice(settings.rules, 'rules'),
    ...usedTwice([settings.profile, ...settings.otherProfiles], 'otherProfiles', -1),
    ...settings.otherProfiles.flatMap(({ folders }, index) =>
      usedTwice(folders, `otherProfiles.${String(index)}.folders`),
    ),
  ]
  const paths = new Map<string, number>()
  for (const [index, { path }] of settings.folders.entries()) {
    const key = resolve(path)
    if (paths.has(key)) problems.push({ path: `folders.${String(index)}.path`, ...say('folder_twice') })
    paths.set(key, index)
  }
  if (settings.mode === 'live' && settings.connection.organisation === '') {
    problems.push({ path: 'connection.organisation', ...say('organisation_lacks') })
  }
  if (settings.upload.backoffMaxMs < settings.upload.backoffBaseMs) {
    problems.push({ path: 'upload.backoffMaxMs', ...say('waits_reversed') })
  }
  return problems
}

/** Ids that stand twice in a list whose first entry has the index `from`. */
function usedTwice(entries: readonly { readonly id: string }[], list: string, from = 0): SettingsProblem[] {
  const seen = new Set<string>()
  return entries.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ path: `${list}.${String(index + from)}.id`, ...say('id_twice', { id }) }]
  })
}

/**
 * Writes settings whole or not at all, and keeps the comments of a file that has them. A file that was not in force,
 * because of what is wrong in it, is set aside: what a person wrote there is not lost. `isInForce` is false where
 * more is wrong than its text shows. Throws `settings_unwritable`.
 */
export async function saveSettings(file: string, settings: Settings, isInForce = true): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const before = await readFile(file, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    const isSetAside = before !== null && (!isInForce || parseSettings(before).problems.length > 0)
    if (isSetAside) await rename(file, `${file}${setAsideEnding}`)
    const merged = isSetAside ? null : mergeInto(before ?? '{}', settings)
    await writeWhole(file, merged ?? `${JSON.stringify(settings, null, 2)}\n`)
  } catch (error) {
    throw new IntrayError('settings_unwritable', codeOf(error), { cause: error })
  }
}

/**
 * Keeps a settings file beside itself before it is replaced, and returns where. Null for a file that does not exist.
 * Throws `settings_unwritable`.
 */
export async function keepReplaced(file: string): Promise<string | null> {
  const keptAs = `${file}${replacedEnding}`
  try {
    await copyFile(file, keptAs)
    return keptAs
  } catch (error) {
    if (isMissing(error)) return null
    throw new IntrayError('settings_unwritable', codeOf(error), { cause: error })
  }
}

/** Changes only the values that differ, so that comments and order stay. Null for a text that is no JSON object. */
function mergeInto(text: string, settings: Settings): string | null {
  const errors: ParseError[] = []
  const present: unknown = parse(text, errors, { allowTrailingComma: true })
  if (errors.length > 0 || typeof present !== 'object' || present === null || Array.isArray(present)) {
    return null
  }
  const old = new Map(Object.entries(present))
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' }
  let merged = text
  for (const [name, value] of Object.entries(settings)) {
    if (JSON.stringify(old.get(name)) === JSON.stringify(value)) continue
    merged = applyEdits(merged, modify(merged, [name], value, { formattingOptions }))
  }
  return merged.endsWith('\n') ? merged : `${merged}\n`
}

/** A power cut in between leaves the old file: the new one takes its name only when it is complete on disk. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.new`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } catch (error) {
    await handle.close()
    await rm(draft, { force: true })
    throw error
  }
  await handle.close()
  await rename(draft, file)
}

function toProblems(error: z.ZodError): SettingsProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), ...sayIssue(issue) }))
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
