import { safeStorage } from 'electron'
import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import type { ErrorLog } from './error-log.ts'
import { writeWholeFile } from './whole-file.ts'

/* eslint-disable @typescript-eslint/no-deprecated --
   The asynchronous calls that will replace these are missing in the older Electron that tests may run on. */

export type Keys = Readonly<Record<string, string>>

/** The API keys, by profile. They lie on disk only as the system's keychain encrypted them. */
export interface KeyStore {
  /** Without those that cannot be decrypted any more. */
  readAll(): Promise<Keys>
  /** False when there is no keychain: the key then lives only until Intray is closed. */
  keep(profileId: string, key: string): Promise<boolean>
  forget(profileId: string): Promise<void>
}

const keysSchema = z.record(z.string(), z.string())

/** The application must be ready: before that, no system tells about its keychain. */
export function createKeyStore(file: string, log: ErrorLog): KeyStore {
  let unkept: Keys = {}

  async function readKept(): Promise<Keys> {
    try {
      if (!hasKeychain()) return {}
      return keysIn(safeStorage.decryptString(await readFile(file)))
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
      if (!isMissing) log.write('key_unreadable', error)
      return {}
    }
  }

  async function write(keys: Keys): Promise<void> {
    if (Object.keys(keys).length === 0) await rm(file, { force: true })
    else await writeWholeFile(file, safeStorage.encryptString(JSON.stringify(keys)))
  }

  return {
    readAll: async () => ({ ...(await readKept()), ...unkept }),
    async keep(profileId, key) {
      if (!hasKeychain()) {
        // An older key must not come back after a restart.
        await rm(file, { force: true })
        unkept = { ...unkept, [profileId]: key }
        return false
      }
      await write({ ...(await readKept()), [profileId]: key })
      unkept = without(unkept, profileId)
      return true
    },
    async forget(profileId) {
      unkept = without(unkept, profileId)
      const kept = await readKept()
      if (Object.hasOwn(kept, profileId) || Object.keys(kept).length === 0)
        await write(without(kept, profileId))
    },
  }
}

/** A text that is no JSON is the one key of an Intray that knew a single profile. */
function keysIn(text: string): Keys {
  try {
    return keysSchema.parse(JSON.parse(text))
  } catch {
    return { main: text }
  }
}

function without(keys: Keys, profileId: string): Keys {
  return Object.fromEntries(Object.entries(keys).filter(([id]) => id !== profileId))
}

/** Linux without a keychain offers `basic_text`: a fixed password that everybody knows. */
function hasKeychain(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}
