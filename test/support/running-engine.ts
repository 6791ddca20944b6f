import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { dataFolder } from '../../electron/engine/data-folder.ts'
import type { DataFolder } from '../../electron/engine/data-folder.ts'
import { startEngine } from '../../electron/engine/engine.ts'
import type { Engine } from '../../electron/engine/engine.ts'
import type { LookPlan } from '../../electron/engine/look-series.ts'
import { openLog } from '../../electron/engine/log.ts'
import { createBlankCheck } from '../../electron/engine/media/blank-check.ts'
import { createPreviews } from '../../electron/engine/media/previews.ts'
import { startSandbox } from '../../electron/engine/sandbox/sandbox.ts'
import type { Sandbox } from '../../electron/engine/sandbox/sandbox.ts'
import type { SandboxOptionsInput } from '../../electron/engine/sandbox/options.ts'
import type { EventName, Events } from '../../electron/shared/contract.ts'
import type { ItemState } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'
import { settingsSchema } from '../../electron/shared/settings/settings.ts'
import type { Settings } from '../../electron/shared/settings/settings.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface RunningEngine {
  readonly engine: Engine
  readonly sandbox: Sandbox
  /** The watched folder. */
  readonly inbox: string
  readonly dataRoot: string
  drop(path: string, content: string | Uint8Array): void
  /** Everything the engine announced so far. */
  readonly events: { readonly name: EventName; readonly payload: unknown }[]
  items(): Promise<readonly Item[]>
  /** Resolves with the item at the path once it is in the state. Rejects after ten seconds. */
  itemIn(path: string, state: ItemState): Promise<Item>
  /** Resolves once the condition holds. Rejects after ten seconds, with what was there. */
  until(condition: () => Promise<boolean> | boolean, what: string): Promise<void>
  /** Ends the engine and starts another one on the same data. */
  restart(): Promise<RunningEngine>
}

export interface EngineSetup {
  readonly sandbox?: SandboxOptionsInput
  readonly settings?: (settings: Settings) => Settings
  readonly key?: string | null
  /** Whether suspicious pictures are decoded to see whether they are blank. */
  readonly measuresPictures?: boolean
  /** Whether pictures are made of scans for somebody who looks at them. */
  readonly showsPictures?: boolean
  /** The wall clock. Default: the computer's own. */
  readonly now?: () => number
  /** When unknown uploads are looked for. Default: Intray's own plan. */
  readonly lookPlan?: LookPlan
  /** Whether a desktop application seems to listen: the test answers for it. */
  readonly hasShell?: boolean
  /** Called before the engine starts, for files that are there already. */
  readonly before?: (inbox: string) => void
}

const decoding = {
  workerFile: new URL('../../electron/engine/media/preview-worker.ts', import.meta.url),
  onFailure: () => undefined,
}

const testKey = 'key-of-the-tests'

/** A real engine in live mode on a real folder, against a real simulator over HTTP. */
export async function runningEngine(setup: EngineSetup = {}): Promise<RunningEngine> {
  const root = temporaryFolder()
  const inbox = join(root, 'inbox')
  mkdirSync(inbox)
  setup.before?.(inbox)
  const sandbox = await startSandbox({
    organisation: 'acme',
    keys: [{ key: testKey }],
    createUnknownEntities: true,
    ...setup.sandbox,
  })
  onTestFinished(() => sandbox.stop())
  const settings = settingsSchema.parse({
    mode: 'live',
    operator: 'ada',
    connection: { baseUrl: sandbox.baseUrl, organisation: 'acme', timeoutMs: 5_000 },
    folders: [{ id: 'inbox', path: inbox }],
    intake: { quietMs: 50 },
    upload: { requestsPerSecond: 200, backoffBaseMs: 20, backoffMaxMs: 100, maxAttempts: 4 },
    review: { graceMs: 0 },
  })
  const data = dataFolder(join(root, 'data'))
  mkdirSync(data.root, { recursive: true })
  writeFileSync(data.settingsFile, JSON.stringify(setup.settings?.(settings) ?? settings))
  return start(data, inbox, sandbox, setup)
}

async function start(
  data: DataFolder,
  inbox: string,
  sandbox: Sandbox,
  setup: EngineSetup,
): Promise<RunningEngine> {
  const events: { name: EventName; payload: unknown }[] = []
  const listeners = new Set<() => void>()
  const log = openLog(data.logFolder, 'engine', Date.now())
  const engine = await startEngine({
    data,
    resourcesDir: join(import.meta.dirname, '../../resources'),
    version: '0.0.0',
    operator: 'system account',
    log,
    watch: true,
    secondLookMs: () => 1_000,
    lookPlan: setup.lookPlan,
    hasShell: setup.hasShell ?? false,
    key: setup.key ?? testKey,
    pictureWorker: decoding.workerFile,
    ...(setup.showsPictures === true
      ? { previews: createPreviews({ ...decoding, folder: data.previewCache, maxCacheBytes: 50_000_000 }) }
      : {}),
    ...(setup.measuresPictures === true ? { blankCheck: createBlankCheck(decoding) } : {}),
    now: setup.now ?? Date.now,
    announce: <Name extends EventName>(name: Name, payload: Events[Name]) => {
      events.push({ name, payload })
      for (const listener of listeners) listener()
    },
  })
  let stopped = false
  const stop = async (): Promise<void> => {
    if (stopped) return
    stopped = true
    await engine.stop()
    log.close()
  }
  onTestFinished(stop)

  const items = async (): Promise<readonly Item[]> =>
    (await engine.handlers['items.list']({ states: [], text: '', order: 'oldest_first', limit: 500 })).items

  const until = async (condition: () => Promise<boolean> | boolean, what: string): Promise<void> => {
    const deadline = Date.now() + 10_000
    while (!(await condition())) {
      if (Date.now() > deadline) {
        const present = (await items()).map(({ path, state, lastFailure }) => ({ path, state, lastFailure }))
        throw new Error(`never happened: ${what}; items: ${JSON.stringify(present)}`)
      }
      // Whatever comes first: something was announced, or a short while passed (files change without a word).
      await new Promise<void>((resolve) => {
        const timer = setTimeout(finish, 25)
        function finish(): void {
          clearTimeout(timer)
          listeners.delete(finish)
          resolve()
        }
        listeners.add(finish)
      })
    }
  }

  const itemIn = async (path: string, state: ItemState): Promise<Item> => {
    let found: Item | undefined
    await until(async () => {
      found = (await items()).find((item) => item.path === path && item.state === state)
      return found !== undefined
    }, `${path} in ${state}`)
    if (found === undefined) throw new Error('unreachable')
    return found
  }

  return {
    engine,
    sandbox,
    inbox,
    dataRoot: data.root,
    events,
    items,
    itemIn,
    until,
    drop(path, content) {
      const target = join(inbox, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, content)
    },
    async restart() {
      await stop()
      return start(data, inbox, sandbox, setup)
    },
  }
}
