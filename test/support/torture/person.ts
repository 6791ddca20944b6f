import type { ItemState } from '../../../electron/shared/item-states.ts'
import type { Item } from '../../../electron/shared/records.ts'
import type { Status } from '../../../electron/shared/status.ts'
import { RefusedCall } from './engine-process.ts'
import type { EngineProcess } from './engine-process.ts'
import type { TorturePlace } from './torture-place.ts'

type Caller = Pick<EngineProcess, 'call'>

/** What Intray still does by itself. */
const movingStates = [
  'seen',
  'settling',
  'identified',
  'approved',
  'uploading',
  'retry_wait',
] as const satisfies readonly ItemState[]

export async function itemsIn(engine: Caller, states: readonly ItemState[]): Promise<Item[]> {
  const found: Item[] = []
  let cursor: string | undefined
  do {
    const page = await engine.call('items.list', {
      states: [...states],
      order: 'oldest_first',
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
    })
    found.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return found
}

export interface Waiting {
  readonly withinMs: number
  readonly what: string
  /** Done again before each further look. */
  readonly whileWaiting?: () => Promise<void>
}

/** Asks again and again until the condition holds for the status. Rejects with the status after the time. */
export async function untilStatus(
  engine: Caller,
  condition: (status: Status) => boolean | Promise<boolean>,
  { withinMs, what, whileWaiting }: Waiting,
): Promise<Status> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const status = await engine.call('status.get', {})
    if (await condition(status)) return status
    if (performance.now() > deadline) {
      const { counts, lane, folders, ledger, intakeBacklog } = status
      throw new Error(`never: ${what}; ${JSON.stringify({ counts, lane, folders, ledger, intakeBacklog })}`)
    }
    await whileWaiting?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Whether nothing more happens by itself: every file is taken in, and none is on its way. */
export function isAtRest({ counts, intakeBacklog }: Status): boolean {
  return intakeBacklog === 0 && movingStates.every((state) => counts[state] === 0)
}

/**
 * Does what a careful person does: resumes uploads that stopped, retries what was refused, looks up what is unknown,
 * and settles that by what is true at the endpoint. A decision that came too late changes nothing.
 */
export async function attendOnce(engine: Caller, place: TorturePlace): Promise<void> {
  const { lane, ledger } = await engine.call('status.get', {})
  if (ledger.state === 'paused') return
  if (lane.state === 'stopped') await unlessTooLate(engine.call('uploads.resume', {}))
  for (const { id: itemId, revision } of await itemsIn(engine, ['failed'])) {
    await unlessTooLate(engine.call('review.retry', { itemId, revision }))
  }
  await settleUnknowns(engine, place)
}

/** Decides what Intray cannot find out, and nothing else. */
export async function settleUnknowns(engine: Caller, place: TorturePlace): Promise<void> {
  for (const item of await itemsIn(engine, ['outcome_unknown'])) await settleUnknown(engine, place, item)
}

async function settleUnknown(
  engine: Caller,
  { sandbox }: TorturePlace,
  { id: itemId, revision, entityId, sha256 }: Item,
): Promise<void> {
  await unlessTooLate(engine.call('review.lookUp', { itemId, revision }))
  const arrived = sandbox.media(entityId ?? '').some((medium) => medium.sha256 === sha256)
  const choice = arrived ? 'arrived' : 'send_again'
  const reason = 'Looked at the endpoint.'
  // A look that settled it has changed the revision: this decision is refused as stale then.
  await unlessTooLate(engine.call('review.settleUnknown', { itemId, revision, choice, reason }))
}

/** Resolves with null where the item changed meanwhile, or the endpoint could not be asked. */
export async function unlessTooLate<Output>(decision: Promise<Output>): Promise<Output | null> {
  try {
    return await decision
  } catch (error) {
    if (error instanceof RefusedCall) return null
    throw error
  }
}
