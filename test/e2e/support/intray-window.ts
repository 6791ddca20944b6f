import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'

const projectRoot = join(import.meta.dirname, '../../..')

/** A running Intray with a data folder of its own. */
export interface IntrayWindow {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataDir: string
  /** The practice folder, which is watched. */
  readonly scans: string
  drop(name: string, content: string | Uint8Array): void
  /** Goes to a view by its key, as a person does. */
  goTo(view: ViewName): Promise<void>
  /** Closes the window and opens Intray again on the same data. */
  reopen(): Promise<IntrayWindow>
  close(): Promise<void>
}

export const viewNames = [
  'Review',
  'Problems',
  'Uploads',
  'History',
  'Rules',
  'Settings',
  'Folders',
  'Reports',
] as const
export type ViewName = (typeof viewNames)[number]

export interface WindowSetup {
  /** What stands in the settings file before the first start. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** How this person likes the window, before the first start. */
  readonly preferences?: Readonly<Record<string, unknown>>
  readonly executablePath?: string
  /** A data folder to use again. */
  readonly dataDir?: string
}

/** Opens the real application in practice mode. Quiet times are short: the tests write their files at once. */
export async function openIntray(setup: WindowSetup = {}): Promise<IntrayWindow> {
  const dataDir = setup.dataDir ?? mkdtempSync(join(tmpdir(), 'intray-e2e-'))
  if (setup.dataDir === undefined) {
    const settings = { intake: { quietMs: 200 }, review: { graceMs: 0 }, ...setup.settings }
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings))
    if (setup.preferences !== undefined) {
      writeFileSync(join(dataDir, 'preferences.json'), JSON.stringify(setup.preferences))
    }
  }
  // Root cannot use Chromium's sandbox; only machines that test run as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  takeDisplay()
  const app = await _electron.launch({
    args: [...sandbox, ...(setup.executablePath === undefined ? [projectRoot] : []), `--data-dir=${dataDir}`],
    ...(setup.executablePath === undefined ? {} : { executablePath: setup.executablePath }),
  })
  const page = await app.firstWindow()
  await page.getByRole('navigation', { name: /^(?:Views|Ansichten)$/ }).waitFor()
  const scans = join(dataDir, 'practice', 'scans')
  return {
    app,
    page,
    dataDir,
    scans,
    drop(name, content) {
      mkdirSync(join(scans, name, '..'), { recursive: true })
      writeFileSync(join(scans, name), content)
    },
    async goTo(view) {
      await page.keyboard.press(`Control+${String(viewNames.indexOf(view) + 1)}`)
      await page.getByRole('heading', { level: 1, name: view }).waitFor()
    },
    async reopen() {
      await app.close()
      return openIntray({ ...setup, dataDir })
    },
    async close() {
      await app.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Tests that run at the same time have a display each; see the test runner's configuration. */
function takeDisplay(): void {
  const displays = process.env['INTRAY_TEST_DISPLAYS']?.split(' ') ?? []
  const display = displays[Number(process.env['TEST_PARALLEL_INDEX'])]
  if (display !== undefined) process.env['DISPLAY'] = display
}
