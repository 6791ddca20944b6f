import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import fc from 'fast-check'
import type { ItemState } from '../../../electron/shared/item-states.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { startEngineProcess } from './engine-process.ts'
import { checkLife } from './life.ts'
import type { LifeModel, LifeReality } from './life.ts'
import { isAtRest, itemsIn, unlessTooLate, untilStatus } from './person.ts'
import { scanPath } from './torture-place.ts'

type Act = (model: LifeModel, real: LifeReality, choice: number) => Promise<void> | void
type LifeCommand = fc.AsyncCommand<LifeModel, LifeReality>

const dayMs = 86_400_000

/** Everything that can happen to an item, by a person, the scanner or the system. */
const acts = {
  drop(model, { place }, choice) {
    const path = scanPath(choice)
    if (!model.files.has(path)) model.files.set(path, place.drop(path, newContent(model)))
  },
  replace(model, { place }, choice) {
    const path = pick([...model.files.keys()], choice)
    if (path !== undefined) model.files.set(path, place.drop(path, newContent(model)))
  },
  grow(model, { place }, choice) {
    const path = pick([...model.files.keys()], choice)
    if (path === undefined) return
    appendFileSync(place.at(path), newContent(model))
    model.files.set(
      path,
      createHash('sha256')
        .update(readFileSync(place.at(path)))
        .digest('hex'),
    )
  },
  rename: (model, real, choice) => moveFile(model, real, choice, scanPath(choice + 1_000)),
  move: (model, real, choice) =>
    moveFile(model, real, choice, `batch-${String(choice % 3)}/${scanPath(choice)}`),
  delete(model, { place }, choice) {
    const path = pick([...model.files.keys()], choice)
    if (path === undefined) return
    rmSync(place.at(path))
    model.files.delete(path)
  },
  indexRow(_model, { place }, choice) {
    const rows = Array.from(
      { length: 3 },
      (_, row) => `${scanPath(choice + row)},cust-${String(choice)},selfie`,
    )
    writeFileSync(place.at('index.csv'), `file,entity,media type\n${rows.join('\n')}\n`)
  },
  async approve(model, { engine }, choice) {
    await engine.call('folders.compare', {})
    await untilStatus(engine, ({ counts, intakeBacklog }) => intakeBacklog + counts.seen === 0, {
      withinMs: 20_000,
      what: 'every file is taken in',
    })
    // A person who is told that the endpoint has this content already does not send it once more.
    const wanted = (await itemsIn(engine, ['awaiting_review'])).filter(
      ({ findings }) => !findings.some(({ code }) => code === 'duplicate_same_entity'),
    )
    const item = pick(wanted, choice)
    if (item === undefined) return
    // Noted beforehand: the upload may be over before the answer is here.
    const key = `${item.entityId ?? ''} ${item.sha256 ?? ''}`
    const known = model.approved.has(key)
    model.approved.add(key)
    const approved = await unlessTooLate(engine.call('review.approve', at(item)))
    if (approved === null && !known) model.approved.delete(key)
  },
  async correct(_model, { engine }, choice) {
    const item = await pickItem(engine, ['awaiting_review', 'needs_attention'], choice)
    if (item === undefined) return
    const values = { entityId: `cust-${String(choice % 7)}`, mediaType: 'passport' }
    await unlessTooLate(engine.call('review.correct', { ...at(item), ...values }))
  },
  reject: decide(['awaiting_review', 'needs_attention', 'missing', 'failed'], (engine, item) =>
    engine.call('review.reject', { ...at(item), reason: 'Not wanted.' }),
  ),
  requestRescan: decide(['awaiting_review', 'needs_attention'], (engine, item) =>
    engine.call('review.requestRescan', { ...at(item), reason: 'Too dark.' }),
  ),
  reopen: decide(['rejected'], (engine, item) => engine.call('review.reopen', at(item))),
  async undo(model, { engine }, choice) {
    const item = await pickItem(
      engine,
      ['rejected', 'approved', 'awaiting_review', 'needs_attention'],
      choice,
    )
    if (item === undefined) return
    const back = await unlessTooLate(engine.call('review.undo', at(item)))
    // An approval that was taken back is none; any other decision that is taken back approves nothing new.
    if (back === null || item.state !== 'approved') return
    if (back.state !== 'approved') model.approved.delete(`${item.entityId ?? ''} ${item.sha256 ?? ''}`)
  },
  retry: decide(['failed'], (engine, item) => engine.call('review.retry', at(item))),
  async settleUnknown(_model, { engine, place }, choice) {
    const item = await pickItem(engine, ['outcome_unknown'], choice)
    if (item === undefined) return
    await unlessTooLate(engine.call('review.lookUp', at(item)))
    const media = place.sandbox.media(item.entityId ?? '')
    const told = {
      choice: media.some(({ sha256 }) => sha256 === item.sha256) ? 'arrived' : 'send_again',
      reason: 'Looked.',
    } as const
    await unlessTooLate(engine.call('review.settleUnknown', { ...at(item), ...told }))
  },
  async saveRules(_model, { engine }) {
    const { definition, version } = await engine.call('rules.get', {})
    const rules = [...definition.rules].reverse()
    const save = { definition: { ...definition, rules }, baseVersion: version.version }
    await unlessTooLate(engine.call('rules.save', save))
  },
  async resume(_model, { engine }) {
    await engine.call('uploads.resume', {})
  },
  faults(_model, { place }, choice) {
    place.sandbox.faults.chance({
      seed: choice,
      rate: 0.5,
      kinds: [
        'cut_after_storing',
        'cut_while_answering',
        'cut_before_reading',
        { kind: 'refuse', status: 503 },
        { kind: 'refuse', status: 423 },
        { kind: 'refuse', status: 404 },
        { kind: 'junk', stored: true },
      ],
    })
  },
  noFaults(_model, { place }) {
    place.sandbox.faults.chance(null)
  },
  async crash(_model, real) {
    await real.engine.kill()
    real.engine = await startEngineProcess(real.place)
  },
  async restart(_model, real) {
    await real.engine.stop()
    real.engine = await startEngineProcess(real.place)
  },
  async clockJump(_model, { engine }, choice) {
    await engine.turnClock(pick([-dayMs, dayMs, 0], choice) ?? 0)
  },
  async settle(_model, real) {
    real.place.sandbox.faults.chance(null)
    await comeToRest(real)
  },
} as const satisfies Record<string, Act>

/** Commands in the order and mixture that fast-check draws; some acts come more often, so that lives get long. */
export const lifeCommands: fc.Arbitrary<LifeCommand>[] = [
  ...Object.entries(acts),
  ...(
    ['drop', 'drop', 'drop', 'drop', ...Array<'approve'>(6).fill('approve'), 'undo', 'settle'] as const
  ).map((name) => [name, acts[name]] as const),
].map(([name, act]: readonly [string, Act]) =>
  fc.nat(39).map((choice) => ({
    check: () => true,
    async run(model, real) {
      await act(model, real, choice)
      await checkLife(model, real)
    },
    toString: () => `${name}(${String(choice)})`,
  })),
)

/** Uploads are resumed, and everything that goes on by itself comes to its end. */
export async function comeToRest({ engine }: LifeReality): Promise<void> {
  await engine.call('folders.compare', {})
  await untilStatus(engine, isAtRest, {
    withinMs: 20_000,
    what: 'everything comes to rest',
    whileWaiting: async () => {
      const { lane } = await engine.call('status.get', {})
      if (lane.state === 'stopped') await engine.call('uploads.resume', {})
    },
  })
}

function newContent(model: LifeModel): string {
  model.contents += 1
  return `content ${String(model.contents)}`
}

function moveFile(model: LifeModel, { place }: LifeReality, choice: number, to: string): void {
  const from = pick([...model.files.keys()], choice)
  if (from === undefined || existsSync(place.at(to))) return
  mkdirSync(dirname(place.at(to)), { recursive: true })
  renameSync(place.at(from), place.at(to))
  model.files.set(to, model.files.get(from) ?? '')
  model.files.delete(from)
}

function decide(
  states: readonly ItemState[],
  decision: (engine: LifeReality['engine'], item: Item) => Promise<unknown>,
): Act {
  return async (_model, { engine }, choice) => {
    const item = await pickItem(engine, states, choice)
    if (item !== undefined) await unlessTooLate(decision(engine, item))
  }
}

async function pickItem(
  engine: LifeReality['engine'],
  states: readonly ItemState[],
  choice: number,
): Promise<Item | undefined> {
  return pick(await itemsIn(engine, states), choice)
}

function pick<Choice>(choices: readonly Choice[], choice: number): Choice | undefined {
  return choices[choice % Math.max(1, choices.length)]
}

function at({ id: itemId, revision }: Item): { itemId: number; revision: number } {
  return { itemId, revision }
}
