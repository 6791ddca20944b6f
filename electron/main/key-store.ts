import { safeStorage } from 'electron'
import { readFile, rm } from 'node:fs/promises'
import type { ErrorLog } from './error-log.ts'
import { writeWholeFile } from './whole-file.ts'

/* eslint-disable @typescript-eslint/no-deprecated --
   The asynchronous calls that will replace these are missing in the older Electron that tests may run on. */

/** The API key. It lies on disk only as the system's keychain encrypted it. */
export interface KeyStore {
  /** The key, or null when there is none or when it cannot be decrypted any more. */
  read(): Promise<string | null>
  /** False when there is no keychain: the key then lives only until Intray is closed. */
  keep(key: string): Promise<boolean>
  forget(): Promise<void>
}

/** The application must be ready: before that, no system tells about its keychain. */
export function createKeyStore(file: string, log: ErrorLog): KeyStore {
  let unkept: string | null = null

  return {
    async read() {
      if (unkept !== null) return unkept
      try {
        if (!hasKeychain()) return null
        return safeStorage.decryptString(await readFile(file))
      } catch (error) {
        const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
        if (!isMissing) log.write('key_unreadable', error)
        return null
      }
    },
    async keep(key) {
      if (!hasKeychain()) {
        // An older key must not come back after a restart.
        await rm(file, { force: true })
        unkept = key
        return false
      }
      await writeWholeFile(file, safeStorage.encryptString(key))
      unkept = null
      return true
    },
    async forget() {
      unkept = null
      await rm(file, { force: true })
    },
  }
}

/** Linux without a keychain offers `basic_text`: a fixed password that everybody knows. */
function hasKeychain(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}
