import type { BulkAction } from '../shared/calls/review-calls.ts'
import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import { tryAlone } from './decision-alone.ts'
import { refused, targetOf } from './decision-desk.ts'
import type { DecisionContext, DecisionOutcome, Target } from './decision-desk.ts'
import { isPlanned, planDecision, valuesOf } from './decision-plan.ts'
import type { JudgedValues, PlanContext, PlannedAction } from './decision-plan.ts'
import { refuseLate, undoDecided } from './decision-undo.ts'
import type { ItemWithValues } from './identification.ts'

/** What is decided; for many items it may depend on the item. */
export type ActionOf = (item: Item) => BulkAction

/** Takes one decision. Throws why it is refused, or what is missing of it. */
export async function decideOne(context: DecisionContext, action: BulkAction, target: Target): Promise<Item> {
  const [outcome] = await decideTogether(context, () => action, [target])
  if (outcome === undefined) throw new Error('a decision had no outcome')
  if ('refusal' in outcome) throw outcome.refusal
  if (outcome.unfinished !== undefined) throw outcome.unfinished
  return outcome.done
}

/** Takes a decision on several items in few steps of the ledger: each is taken or refused by itself. */
export async function decideTogether(
  context: DecisionContext,
  actionOf: ActionOf,
  targets: readonly Target[],
): Promise<DecisionOutcome[]> {
  const { ledger } = context.desk
  const present = new Map(
    (await ledger.getItems(targets.map(({ itemId }) => itemId))).map((item) => [item.id, item]),
  )
  const outcomes: DecisionOutcome[] = []
  const planned: Subject<PlannedAction>[] = []
  const undone: Item[] = []
  const late: Target[] = []
  for (const target of targets) {
    const item = present.get(target.itemId)
    if (item?.revision !== target.revision) {
      if (item !== undefined && actionOf(item).kind === 'undo') {
        late.push(target)
        continue
      }
      const refusal = new IntrayError(item === undefined ? 'item_not_found' : 'stale_item')
      outcomes.push({ ...target, refusal })
      continue
    }
    const action = actionOf(item)
    if (isPlanned(action)) planned.push({ item, action: withMeaning(context, action) })
    else if (action.kind === 'undo') undone.push(item)
    else outcomes.push({ ...target, ...(await tryAlone(context, action, target)) })
  }
  for (const wave of wavesOf(planned)) outcomes.push(...(await decidePlanned(context, wave)))
  outcomes.push(...(await undoDecided(context, undone)), ...(await refuseLate(context, late)))
  return outcomes
}

/** What is found of an item can follow from what is decided of another one with the same content: those come later. */
function wavesOf(subjects: readonly Subject<PlannedAction>[]): Subject<PlannedAction>[][] {
  const waves: Subject<PlannedAction>[][] = []
  const seen = new Map<string, number>()
  for (const subject of subjects) {
    const key = subject.item.sha256 ?? `item ${String(subject.item.id)}`
    const number = seen.get(key) ?? 0
    seen.set(key, number + 1)
    ;(waves[number] ??= []).push(subject)
  }
  return waves
}

interface Subject<Action extends BulkAction = BulkAction> {
  readonly item: Item
  readonly action: Action
}

/** `passport` typed by a person is the media type of that name. */
function withMeaning({ desk }: DecisionContext, action: PlannedAction): PlannedAction {
  if ((action.kind !== 'approve' && action.kind !== 'correct') || action.mediaType === undefined)
    return action
  return { ...action, mediaType: desk.identifier.resolveMediaType(action.mediaType) }
}

async function decidePlanned(
  context: DecisionContext,
  subjects: readonly Subject<PlannedAction>[],
): Promise<DecisionOutcome[]> {
  const { desk, actor, sendsAfterMs, now } = context
  const nowMs = now()
  const planContext: PlanContext = {
    actor,
    nowMs,
    sendsAfterMs,
    needsSecondReview: (folderId, mediaType) => desk.policies.needsSecondReview(folderId, mediaType),
  }
  const outcomes: DecisionOutcome[] = []
  const judged = await judgeValues(context, subjects, outcomes)
  const decisions = subjects.flatMap(({ item, action }) => {
    if (!judged.has(item.id)) return []
    try {
      const plan = planDecision(item, action, judged.get(item.id) ?? null, planContext)
      if (plan !== null) return [{ ...plan, ...targetOf(item), actor }]
      outcomes.push({ ...targetOf(item), done: item })
    } catch (error) {
      outcomes.push(refused(item, error))
    }
    return []
  })
  if (decisions.length === 0) return outcomes
  const steps = await desk.ledger.decideAll(decisions, nowMs)
  const before = new Map(subjects.map((subject) => [subject.item.id, subject]))
  for (const [index, step] of steps.entries()) {
    const subject = before.get(decisions[index]?.itemId ?? 0)
    if (subject === undefined) throw new Error('the ledger decided on another item')
    const target = targetOf(subject.item)
    outcomes.push('refusal' in step ? { ...target, ...step } : await followUp(context, subject, step.done))
  }
  desk.lane.kick()
  return outcomes
}

/** By item what its values would be; those for which no value plays a part have null. The others are refused. */
async function judgeValues(
  { desk }: DecisionContext,
  subjects: readonly Subject<PlannedAction>[],
  outcomes: DecisionOutcome[],
): Promise<Map<number, JudgedValues | null>> {
  const judged = new Map<number, JudgedValues | null>()
  const toJudge: (ItemWithValues & Pick<JudgedValues, 'values'>)[] = []
  for (const { item, action } of subjects) {
    try {
      const values = valuesOf(item, action)
      if (values === null) judged.set(item.id, null)
      else toJudge.push({ item, values })
    } catch (error) {
      outcomes.push(refused(item, error))
    }
  }
  const findings = await desk.identifier.findingsFor(toJudge)
  for (const [index, { item, values }] of toJudge.entries()) {
    judged.set(item.id, { values, findings: findings[index] ?? [] })
  }
  return judged
}

/** What a decision brings about outside of the ledger. */
async function followUp(
  { desk }: DecisionContext,
  { item, action }: Subject,
  decided: Item,
): Promise<DecisionOutcome> {
  const target = targetOf(item)
  // Nobody asks for the new scan any more.
  if (action.kind === 'reopen' && item.rescanSlip !== null) {
    await desk.slips.remove(item.folderId, item.rescanSlip)
  }
  if (action.kind !== 'request_rescan') return { ...target, done: decided }
  try {
    return { ...target, done: await desk.slips.write(decided) }
  } catch (error) {
    // The item is rejected all the same, and the slip is written at the next start.
    if (error instanceof IntrayError) return { ...target, done: decided, unfinished: error }
    throw error
  }
}
