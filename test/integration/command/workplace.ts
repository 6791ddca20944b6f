import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startSandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import type { Sandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import type { SandboxOptionsInput } from '../../../electron/engine/sandbox/options.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

export interface Workplace {
  readonly sandbox: Sandbox
  readonly root: string
  readonly scans: string
  readonly settingsFile: string
  /** The options with which the command works here. */
  readonly here: readonly string[]
  readonly key: NodeJS.ProcessEnv
  /** Puts one of the fixtures into the watched folder. */
  drop(fixture: string, name: string): void
}

/** A live set-up against a simulator: one watched folder, its own data folder, the key in the environment. */
export async function workplace(
  given: {
    readonly policy?: string
    readonly sandbox?: SandboxOptionsInput
    readonly upload?: object
    readonly folder?: object
    readonly settings?: object
  } = {},
): Promise<Workplace> {
  const sandbox = await startSandbox({ createUnknownEntities: true, ...given.sandbox })
  onTestFinished(() => sandbox.stop())
  const root = temporaryFolder()
  const scans = join(root, 'scans')
  mkdirSync(scans)
  const settingsFile = join(root, 'settings.jsonc')
  const settings = {
    mode: 'live',
    operator: 'Ada Okafor',
    connection: { baseUrl: sandbox.baseUrl, organisation: 'practice' },
    folders: [{ id: 'scans', path: scans, policy: given.policy ?? 'upload_when_certain', ...given.folder }],
    // The fixtures are small.
    intake: { quietMs: 0, minPicturePixels: 0 },
    upload: { backoffBaseMs: 10, ...given.upload },
    review: { graceMs: 0 },
    ...given.settings,
  }
  writeFileSync(settingsFile, `// Settings of a test\n${JSON.stringify(settings)}`)
  return {
    sandbox,
    root,
    scans,
    settingsFile,
    here: ['--data-dir', join(root, 'data'), '--settings', settingsFile],
    key: { INTRAY_API_KEY: 'practice-key' },
    drop(fixture, name) {
      copyFileSync(new URL(`../../fixtures/${fixture}`, import.meta.url), join(scans, name))
    },
  }
}
