import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { archiveExclusion } from '../../../electron/engine/archive-exclusion.ts'
import { startFolderIntake } from '../../../electron/engine/folder-intake.ts'
import type { FolderIntake } from '../../../electron/engine/folder-intake.ts'
import { createIdentifier } from '../../../electron/engine/identification.ts'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { LogFields } from '../../../electron/engine/log.ts'
import { openRuleBook } from '../../../electron/engine/rule-book.ts'
import type { FolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import type { ItemState } from '../../../electron/shared/item-states.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { definitionOf } from '../../../electron/shared/rules.ts'
import type { FolderSettings } from '../../../electron/shared/settings/folder.ts'
import type { IntakeSettings } from '../../../electron/shared/settings/intake.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const deadlineMs = 10_000

export interface IntakeSetup {
  readonly inbox?: string
  readonly folder?: Partial<FolderSettings>
  readonly intake?: Partial<IntakeSettings>
  readonly secondLookMs?: number
  readonly reader?: FolderReader
  readonly watch?: boolean
}

export interface LogLine {
  readonly event: string
  readonly fields: LogFields
}

export interface RunningIntake {
  readonly intake: FolderIntake
  readonly ledger: Ledger
  readonly inbox: string
  /** All lines but the informing ones. */
  readonly warnings: readonly LogLine[]
  drop(path: string, content: string | Uint8Array): void
  items(): Promise<readonly Item[]>
  /** Resolves with the item at the path once it is in the state; fails after 10 s. */
  itemIn(path: string, state: ItemState): Promise<Item>
  until(what: string, condition: () => Promise<boolean> | boolean): Promise<void>
  /** Ends the intake, as when Intray is closed. */
  stop(): Promise<void>
  /** Starts another intake on the same folder and ledger. */
  restart(): Promise<RunningIntake>
}

/** The intake of one real folder into a real ledger, without uploads. */
export async function runningIntake(setup: IntakeSetup = {}): Promise<RunningIntake> {
  const root = temporaryFolder()
  const inbox = setup.inbox ?? join(root, 'inbox')
  mkdirSync(inbox, { recursive: true })
  const ledger = openLedger(join(root, 'ledger.sqlite3'), { now: Date.now })
  onTestFinished(() => {
    ledger.close()
  })
  return start(setup, inbox, ledger)
}

async function start(setup: IntakeSetup, inbox: string, ledger: Ledger): Promise<RunningIntake> {
  const settings = settingsSchema.parse({
    folders: [{ id: 'inbox', path: inbox, ...setup.folder }],
    intake: { quietMs: 50, comparisonIntervalMs: 3_600_000, ...setup.intake },
  })
  const [folder] = settings.folders
  if (folder === undefined) throw new Error('there is no folder')
  const warnings: LogLine[] = []
  const book = await openRuleBook(ledger, definitionOf(settings), 'ada', Date.now())
  const intake = await startFolderIntake({
    folder,
    intake: settings.intake,
    ledger,
    identifier: createIdentifier({
      ledger,
      settings,
      rules: () => book.inUse(),
      folder: () => folder,
      now: Date.now,
    }),
    log: {
      info: () => undefined,
      warn: (event, fields = {}) => void warnings.push({ event, fields }),
      error: (event, error, fields = {}) =>
        void warnings.push({ event: `${event}: ${String(error)}`, fields }),
      close: () => undefined,
    },
    watch: setup.watch ?? true,
    isExcluded: await archiveExclusion(folder, settings.folders),
    secondLookMs: () => setup.secondLookMs ?? 200,
    reader: setup.reader,
    now: Date.now,
    readingAgain: { readItems: () => Promise.resolve() },
    slips: { remove: () => Promise.resolve() },
    readSide: () => null,
    onItemsChanged: () => undefined,
    onIdentified: () => undefined,
    onStatusChanged: () => undefined,
  })
  onTestFinished(() => intake.stop())

  const items = async (): Promise<readonly Item[]> =>
    (await ledger.list({ states: [], text: '', order: 'oldest_first', limit: 500 })).items

  const until = async (what: string, condition: () => Promise<boolean> | boolean): Promise<void> => {
    const endMs = performance.now() + deadlineMs
    while (!(await condition())) {
      if (performance.now() > endMs) {
        const present = (await items()).map(({ path, state, findings }) => ({ path, state, findings }))
        throw new Error(`not within ${String(deadlineMs)} ms: ${what}; items: ${JSON.stringify(present)}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  return {
    intake,
    ledger,
    inbox,
    warnings,
    items,
    until,
    async itemIn(path, state) {
      let found: Item | undefined
      await until(`${path} in ${state}`, async () => {
        found = (await items()).find((item) => item.path === path && item.state === state)
        return found !== undefined
      })
      if (found === undefined) throw new Error('the wait ended without an item')
      return found
    },
    drop(path, content) {
      const target = join(inbox, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
    },
    stop: () => intake.stop(),
    async restart() {
      await intake.stop()
      return start(setup, inbox, ledger)
    },
  }
}
