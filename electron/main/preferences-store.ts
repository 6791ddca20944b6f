import { readFile } from 'node:fs/promises'
import { IntrayError } from '../shared/error-codes.ts'
import { preferencesSchema } from '../shared/preferences.ts'
import type { Preferences } from '../shared/preferences.ts'
import { say } from '../shared/sentences/say.ts'
import type { ErrorLog } from './error-log.ts'
import { writeWholeFile } from './whole-file.ts'

/** How the person likes the window. No upload depends on it. */
export interface PreferencesStore {
  current(): Preferences
  /** Keeps them on disk before they count. Throws `settings_unwritable`. */
  save(preferences: Preferences): Promise<Preferences>
}

/**
 * Reads the file; one that is missing gives the defaults, and so does a damaged one, which is written to the log.
 * `onChanged` is told of each change, with what was before.
 */
export async function openPreferences(
  file: string,
  log: ErrorLog,
  onChanged: (present: Preferences, before: Preferences) => void,
): Promise<PreferencesStore> {
  let current = await readPreferences(file, log)
  let lastWrite: Promise<unknown> = Promise.resolve()

  async function replace(preferences: Preferences): Promise<Preferences> {
    await writeWholeFile(file, `${JSON.stringify(preferences, null, 2)}\n`).catch((error: unknown) => {
      throw new IntrayError(
        'settings_unwritable',
        say('system_refused_at', { path: file, code: codeOf(error) }),
        { cause: error },
      )
    })
    const before = current
    current = preferences
    onChanged(current, before)
    return current
  }

  return {
    current: () => current,
    save(preferences) {
      // One after the other, so that the file and `current` end with the same.
      const written = lastWrite.then(() => replace(preferences))
      lastWrite = written.catch(() => undefined)
      return written
    },
  }
}

async function readPreferences(file: string, log: ErrorLog): Promise<Preferences> {
  try {
    return preferencesSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') log.write('preferences_unreadable', error)
    return preferencesSchema.parse({})
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
