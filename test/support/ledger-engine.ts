import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { dataFolder } from '../../electron/engine/data-folder.ts'
import { startEngine } from '../../electron/engine/engine.ts'
import type { Engine } from '../../electron/engine/engine.ts'
import { openLog } from '../../electron/engine/log.ts'
import { startSandbox } from '../../electron/engine/sandbox/sandbox.ts'
import type { Sandbox } from '../../electron/engine/sandbox/sandbox.ts'
import type { ItemState } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'
import { settingsSchema } from '../../electron/shared/settings/settings.ts'
import type { Settings } from '../../electron/shared/settings/settings.ts'
import type { Status } from '../../electron/shared/status.ts'
import { pngBytes } from './scan-bytes.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Engines that come and go over one data folder, whose ledger the test does harm to in between. */
export interface LedgerEngine {
  readonly sandbox: Sandbox
  readonly inbox: string
  readonly ledgerFile: string
  start(): Promise<void>
  stop(): Promise<void>
  engine(): Engine
  drop(names: readonly string[]): void
  items(): Promise<readonly Item[]>
  status(): Promise<Status>
  approve(names: readonly string[]): Promise<void>
  /** Resolves once every one of these is in the state. Rejects after twenty seconds, with what was there. */
  allIn(names: readonly string[], state: ItemState): Promise<void>
  until(condition: () => Promise<boolean> | boolean, what: string): Promise<void>
}

const key = 'key-of-the-tests'

export async function ledgerEngine(
  setup: {
    /** Where the data folder is; default: a new one. */
    readonly root?: string
    readonly settings?: (settings: Settings) => Settings
  } = {},
): Promise<LedgerEngine> {
  const inbox = join(temporaryFolder(), 'inbox')
  mkdirSync(inbox)
  const sandbox = await startSandbox({ organisation: 'acme', keys: [{ key }], createUnknownEntities: true })
  onTestFinished(() => sandbox.stop())
  const settings = settingsSchema.parse({
    mode: 'live',
    operator: 'ada',
    connection: { baseUrl: sandbox.baseUrl, organisation: 'acme', timeoutMs: 5_000 },
    folders: [{ id: 'inbox', path: inbox }],
    intake: { quietMs: 50 },
    upload: { requestsPerSecond: 500, backoffBaseMs: 20, backoffMaxMs: 100 },
    review: { graceMs: 0 },
  })
  const data = dataFolder(join(setup.root ?? temporaryFolder(), 'data'))
  const logFolder = temporaryFolder()
  mkdirSync(data.root, { recursive: true })
  writeFileSync(data.settingsFile, JSON.stringify(setup.settings?.(settings) ?? settings))
  let running: Engine | null = null

  const engine = (): Engine => {
    if (running === null) throw new Error('no engine is running')
    return running
  }
  const stop = async (): Promise<void> => {
    const ending = running
    running = null
    await ending?.stop()
  }
  onTestFinished(stop)
  const items = async (): Promise<readonly Item[]> =>
    (await engine().handlers['items.list']({ states: [], text: '', order: 'oldest_first', limit: 500 })).items
  const until: LedgerEngine['until'] = async (condition, what) => {
    const deadline = Date.now() + 20_000
    while (!(await condition())) {
      if (Date.now() > deadline) {
        const present = (await items())
          .filter(({ state }) => state !== 'uploaded')
          .map(({ id, path, state, reason }) => ({ id, path, state, reason }))
        throw new Error(`never happened: ${what}; items: ${JSON.stringify(present)}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }

  return {
    sandbox,
    inbox,
    ledgerFile: data.ledgerFile('live', 'main'),
    async start() {
      const log = openLog(logFolder, 'engine', Date.now())
      running = await startEngine({
        data,
        resourcesDir: join(import.meta.dirname, '../../resources'),
        version: '0.0.0',
        operator: 'system account',
        log,
        watch: true,
        key,
        reconstructionPace: { absentAfterMs: 400, patienceMs: 2_000, roundMs: 50 },
        now: Date.now,
        announce: () => undefined,
      })
    },
    stop,
    engine,
    drop(names) {
      for (const name of names) writeFileSync(join(inbox, name), pngBytes(name))
    },
    items,
    status: () => engine().handlers['status.get']({}),
    async approve(names) {
      for (const item of await items()) {
        if (!names.includes(item.path) || item.state !== 'awaiting_review') continue
        await engine().handlers['review.approve']({ itemId: item.id, revision: item.revision })
      }
    },
    async allIn(names, state) {
      await until(
        async () => {
          const there = (await items()).filter((item) => item.state === state && names.includes(item.path))
          return there.length === names.length
        },
        `${String(names.length)} items from ${String(names[0])} on in ${state}`,
      )
    },
    until,
  }
}
