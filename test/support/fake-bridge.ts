import type { CallName, EventName, Events, Handlers, WindowBridge } from '../../electron/shared/contract.ts'
import { calls, isCallName } from '../../electron/shared/contract.ts'
import { IntrayError, toFailure } from '../../electron/shared/error-codes.ts'
import type { ErrorCode } from '../../electron/shared/error-codes.ts'
import { itemStates } from '../../electron/shared/item-states.ts'
import type { ItemState } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'
import { settingsSchema } from '../../electron/shared/settings.ts'
import type { EngineState, ItemCounts, Status } from '../../electron/shared/status.ts'
import { storyOf } from './fake-story.ts'
import { seedItems } from './seeded-items.ts'
import type { SeedSizes } from './seeded-items.ts'

/** What a fake engine starts with. */
export interface FakeEngine {
  readonly sizes: SeedSizes
  readonly status?: Partial<Status>
  readonly engine?: EngineState
  /** Calls that fail, by name. */
  readonly failing?: Partial<Record<CallName, ErrorCode>>
}

/** The levers of a fake, for harness pages and tests. */
export interface FakeBridge extends WindowBridge {
  readonly items: Map<number, Item>
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void
  setStatus(change: Partial<Status>): void
  setEngine(engine: EngineState): void
  /** Changes an item as the engine would: a new revision, and everybody is told. */
  change(itemId: number, change: Partial<Item>): Item
  fail(name: CallName, code: ErrorCode | null): void
}

type Decision = { itemId: number; revision: number }

/** A window bridge without an engine behind it: items in memory, decisions that change their state. */
export function createFakeBridge(start: FakeEngine): FakeBridge {
  const nowMs = Date.now()
  const items = new Map(seedItems(start.sizes, nowMs).map((item) => [item.id, item]))
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const failing = new Map(Object.entries(start.failing ?? {}))
  let engine: EngineState = start.engine ?? { state: 'running', failure: null, restarts: 0 }
  let statusChange: Partial<Status> = start.status ?? {}
  let settings = settingsSchema.parse({
    folders: [{ id: 'practice', path: '/home/ada/Documents/Intray practice' }],
    connection: { organisation: 'arcadia-bank' },
  })

  const emit: FakeBridge['emit'] = (name, payload) => {
    // The set was made for this name, so its listeners take this payload.
    for (const listener of listeners.get(name) ?? []) (listener as (value: typeof payload) => void)(payload)
  }

  const counts = (): ItemCounts => {
    const sums = Object.fromEntries(itemStates.map((state) => [state, 0])) as Record<ItemState, number>
    for (const item of items.values()) sums[item.state] += 1
    return sums
  }

  const status = (): Status => ({
    mode: 'practice',
    version: '0.1.0',
    operator: 'Ada Okafor',
    ledgerId: 'fake',
    counts: counts(),
    total: items.size,
    folders: [
      {
        id: 'practice',
        path: '/home/ada/Documents/Intray practice',
        failure: null,
        delivery: 'events',
        lastComparisonAtMs: nowMs,
        lastComparisonDurationMs: 40,
        unaccounted: 0,
        counts: counts(),
      },
    ],
    lane: { state: 'running', failure: null, sinceMs: nowMs, slowedUntilMs: null },
    connection: { baseUrl: 'http://127.0.0.1:49152/v1', organisation: 'practice', hasKey: true },
    intakeBacklog: 0,
    failure: null,
    settingsProblems: [],
    ...statusChange,
  })

  const change: FakeBridge['change'] = (itemId, next) => {
    const item = items.get(itemId)
    if (item === undefined) throw new IntrayError('item_not_found')
    const changed = { ...item, ...next, revision: item.revision + 1, changedAtMs: Date.now() }
    items.set(itemId, changed)
    emit('items.changed', { itemIds: [itemId] })
    emit('status.changed', status())
    return changed
  }

  const decide = async ({ itemId, revision }: Decision, next: Partial<Item>): Promise<Item> => {
    if (items.get(itemId)?.revision !== revision) throw new IntrayError('stale_item')
    return change(itemId, next)
  }

  const setLane = async (state: Status['lane']['state']): Promise<null> => {
    statusChange = {
      ...statusChange,
      lane: { state, failure: null, sinceMs: Date.now(), slowedUntilMs: null },
    }
    emit('status.changed', status())
    return null
  }

  const handlers: Handlers<'engine' | 'main'> = {
    'status.get': async () => status(),
    'items.list': async (input) => {
      const wanted = input.text.toLowerCase()
      const found = [...items.values()].filter(
        (item) =>
          (input.states.length === 0 || input.states.includes(item.state)) &&
          [item.path, item.entityId, item.mediaType, item.sha256].some((part) =>
            part?.toLowerCase().includes(wanted),
          ),
      )
      if (input.order === 'newest_first') found.sort((a, b) => b.changedAtMs - a.changedAtMs || b.id - a.id)
      const from = Number(input.cursor ?? 0)
      const end = from + input.limit
      return { items: found.slice(from, end), nextCursor: end < found.length ? String(end) : null }
    },
    'items.get': async ({ itemId }) => {
      const item = items.get(itemId)
      if (item === undefined) throw new IntrayError('item_not_found')
      const others = [...items.values()].filter((other) => other.name === item.name && other.id !== itemId)
      return {
        item,
        folderPath: '/home/ada/Documents/Intray practice',
        ...storyOf(item),
        sameContent: others.slice(0, 2),
      }
    },
    'review.approve': (input) =>
      decide(input, {
        state: 'approved',
        reason: input.reason ?? null,
        ...(input.entityId !== undefined && { entityId: input.entityId }),
        ...(input.mediaType !== undefined && { mediaType: input.mediaType }),
      }),
    'review.correct': (input) =>
      decide(input, {
        readBy: 'person',
        ...(input.entityId !== undefined && { entityId: input.entityId }),
        ...(input.mediaType !== undefined && { mediaType: input.mediaType }),
      }),
    'review.reject': (input) => decide(input, { state: 'rejected', reason: input.reason }),
    'review.reopen': (input) => decide(input, { state: 'awaiting_review', reason: null }),
    'review.retry': (input) => decide(input, { state: 'approved', lastFailure: null }),
    'review.settleUnknown': (input) =>
      decide(input, { state: input.choice === 'arrived' ? 'uploaded' : 'approved', reason: input.reason }),
    'review.lookUp': (input) => decide(input, {}),
    'uploads.pause': () => setLane('paused_by_person'),
    'uploads.resume': () => setLane('running'),
    'folders.compare': async () => null,
    'settings.get': async () => ({
      settings,
      path: '/home/ada/.config/Intray/settings.json',
      dataDir: '/home/ada/.local/share/Intray',
      practiceFolder: '/home/ada/Documents/Intray practice',
      problems: [],
    }),
    'settings.save': async (input) => {
      settings = input.settings
      return { problems: [] }
    },
    'connection.test': async () => ({
      ok: true,
      steps: [
        { step: 'address', ok: true, words: 'The address is well formed.' },
        { step: 'reach', ok: true, words: 'The endpoint answers.' },
        { step: 'key', ok: true, words: 'The key is accepted.' },
        { step: 'organisation', ok: true, words: 'The organisation is known.' },
      ],
    }),
    'connection.setKey': async () => ({ kept: true }),
    'connection.forgetKey': async () => null,
    'ledger.verify': async () => ({
      ok: true,
      eventCount: items.size * 4,
      itemCount: items.size,
      headHash: 'f'.repeat(64),
      faults: [],
      durationMs: 420,
    }),
    'shell.engineState': async () => engine,
    'shell.openItem': async () => null,
    'shell.showItem': async () => null,
    'shell.showFolder': async () => null,
    'shell.pickFolder': async () => ({ path: '/home/ada/Scans' }),
  }

  const answer = async (name: string, input: unknown): Promise<unknown> => {
    if (!isCallName(name) || !Object.hasOwn(handlers, name)) throw new IntrayError('input_invalid', name)
    const code = failing.get(name)
    if (code !== undefined) throw new IntrayError(code)
    if (engine.state !== 'running' && calls[name].owner === 'engine')
      throw new IntrayError('engine_unavailable')
    // The name picks the schema and the handler alike, so the parsed input fits; TypeScript cannot follow that.
    const handler = handlers[name as keyof typeof handlers] as (parsed: unknown) => Promise<unknown>
    return handler(calls[name].input.parse(input))
  }

  return {
    items,
    emit,
    change,
    setStatus(next) {
      statusChange = { ...statusChange, ...next }
      emit('status.changed', status())
    },
    setEngine(next) {
      engine = next
      emit('engine.changed', next)
    },
    fail(name, code) {
      if (code === null) failing.delete(name)
      else failing.set(name, code)
    },
    invoke: (name, input) =>
      answer(name, input).then(
        // The handlers' types are the contract's; only the look-up by name above lost them.
        (value) => ({ ok: true, value }) as never,
        (thrown: unknown) => ({ ok: false, failure: toFailure(thrown) }),
      ),
    on(name, listener) {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener))
      return () => known.delete(listener)
    },
  }
}
