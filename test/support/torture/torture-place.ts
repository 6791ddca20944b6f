import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { dataFolder } from '../../../electron/engine/data-folder.ts'
import type { DataFolder } from '../../../electron/engine/data-folder.ts'
import type { SandboxOptionsInput } from '../../../electron/engine/sandbox/options.ts'
import { startSandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import type { Sandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import { folderSchema } from '../../../electron/shared/settings/folder.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import type { Settings } from '../../../electron/shared/settings/settings.ts'
import { pngBytes } from '../scan-bytes.ts'

/** A watched folder, a data folder and a simulator that outlive any engine. */
export interface TorturePlace {
  readonly inbox: string
  readonly data: DataFolder
  readonly sandbox: Sandbox
  readonly key: string
  /** Where the file of a path below the watched folder is. */
  at(path: string): string
  /** Writes a scan whose content is made of `seed`, and returns its SHA-256. */
  drop(path: string, seed: string): string
  changeSettings(change: (settings: Settings) => Settings): void
  stop(): Promise<void>
}

const mediaTypes = ['passport', 'selfie', 'letter', 'statement'] as const

/** The path of the nth scan: its name says whose it is and what. Four in a row belong to one entity. */
export function scanPath(number: number): string {
  const mediaType = mediaTypes[number % mediaTypes.length] ?? 'passport'
  return `cust-${String(Math.floor(number / mediaTypes.length))}_${mediaType}.png`
}

/** Settings by which what is uploaded goes to an archive. */
export function archiving(settings: Settings): Settings {
  return {
    ...settings,
    folders: settings.folders.map((folder) => ({ ...folder, afterUpload: 'archive' as const })),
  }
}

export interface PlaceSetup {
  readonly sandbox?: SandboxOptionsInput
  readonly settings?: (settings: Settings) => Settings
  /** Where the data folder is to be, in place of one beside the watched folder. */
  readonly dataRoot?: string
}

/**
 * Opens a place in which certain scans go out by themselves, at a pace that suits tests. Needs no test runner, so
 * that the soak can use it too.
 */
export async function openTorturePlace(setup: PlaceSetup = {}): Promise<TorturePlace> {
  const root = mkdtempSync(join(tmpdir(), 'intray-torture-'))
  const inbox = join(root, 'inbox')
  mkdirSync(inbox)
  const key = 'key-of-the-torture'
  const sandbox = await startSandbox({
    organisation: 'acme',
    keys: [{ key }],
    createUnknownEntities: true,
    ratePerSecond: null,
    ...setup.sandbox,
  })
  const data = dataFolder(setup.dataRoot ?? join(root, 'data'))
  mkdirSync(data.root, { recursive: true })
  let settings = settingsSchema.parse({
    mode: 'live',
    operator: 'ada',
    connection: { baseUrl: sandbox.baseUrl, organisation: 'acme', timeoutMs: 2_000, proxy: 'none' },
    folders: [folderSchema.parse({ id: 'inbox', path: inbox, policy: 'upload_when_certain' })],
    // The scans are small, and many belong to few entities.
    intake: { quietMs: 0, comparisonIntervalMs: 1_000, minPicturePixels: 0, manyForEntity: { count: 0 } },
    upload: {
      concurrency: 8,
      requestsPerSecond: 1_000,
      maxAttempts: 100,
      backoffBaseMs: 10,
      backoffMaxMs: 200,
    },
    review: { graceMs: 0 },
  })
  const changeSettings = (change: (present: Settings) => Settings): void => {
    settings = change(settings)
    writeFileSync(data.settingsFile, JSON.stringify(settings))
  }
  changeSettings(setup.settings ?? ((present) => present))
  const at = (path: string): string => join(inbox, ...path.split('/'))

  return {
    inbox,
    data,
    sandbox,
    key,
    at,
    drop(path, content) {
      const bytes = pngBytes(content)
      mkdirSync(dirname(at(path)), { recursive: true })
      writeFileSync(at(path), bytes)
      return createHash('sha256').update(bytes).digest('hex')
    },
    changeSettings,
    async stop() {
      await sandbox.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
