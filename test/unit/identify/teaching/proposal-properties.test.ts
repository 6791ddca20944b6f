import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readName } from '../../../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../../../electron/engine/identify/naming/rule-set.ts'
import type { RuleSet } from '../../../../electron/engine/identify/naming/rule-set.ts'
import { rulesDefinitionSchema } from '../../../../electron/shared/rules.ts'
import { accept } from './accepted-proposal.ts'
import { compose, corrected, date, entity, marked, media, side } from './composed-name.ts'
import type { ComposedName, MarkedPart } from './composed-name.ts'
import { proposeAtOnce } from './propose-at-once.ts'

const shipped = rulesDefinitionSchema.parse({})

const digit = fc.integer({ min: 0, max: 9 })
const digitsOf = (length: number): fc.Arbitrary<string> =>
  fc.array(digit, { minLength: length, maxLength: length }).map((digits) => digits.join(''))
const wordOf = fc.constantFrom('Miller', 'Nowak', 'Öztürk', 'Roth', 'Weber', 'Silva', 'Jones')

/** How the entity ids of one organisation look. */
const entityForm = fc.constantFrom(
  digitsOf(5),
  fc
    .tuple(digit, fc.integer({ min: 1, max: 3 }).chain(digitsOf))
    .map(([first, rest]) => `1${String(first)}${rest}`),
  digitsOf(4).map((digits) => `K${digits}`),
  fc.tuple(digitsOf(2), digitsOf(3)).map(([left, right]) => `AB-${left}-${right}`),
)

/** Names of media types, some known and some not, with what they mean. */
const kinds = fc.constantFrom(
  { text: 'pp', type: 'IMAGE_PASSPORT_FRONT' },
  { text: 'Selfie', type: 'IMAGE_FACE_IMAGE' },
  { text: 'POA', type: 'PROOF_OF_ADDRESS' },
  { text: 'GBild', type: 'IMAGE_PROFILE_PICTURE' },
  { text: 'Vertrag', type: 'LETTER' },
)

const dateText = fc
  .tuple(
    fc.integer({ min: 2015, max: 2030 }),
    fc.integer({ min: 10, max: 12 }),
    fc.integer({ min: 13, max: 28 }),
  )
  .map(([year, month, day]) => `${String(year)}-${String(month)}-${String(day)}`)

type PartName = 'entity' | 'media' | 'date' | 'counter' | 'word' | 'fixed'

/** What stands in every name of a habit, in its order, and between what. */
const habit = fc.record({
  order: fc
    .subarray<PartName>(['date', 'counter', 'word', 'fixed'], { maxLength: 3 })
    .chain((others) =>
      fc.shuffledSubarray<PartName>(['entity', 'media', ...others], { minLength: others.length + 2 }),
    ),
  separators: fc.array(fc.constantFrom('_', ' ', ' - ', '__', '+', '.'), { minLength: 6, maxLength: 6 }),
  inFolder: fc.boolean(),
  ids: entityForm,
})

function partOf(name: PartName, ids: fc.Arbitrary<string>): fc.Arbitrary<string | MarkedPart> {
  switch (name) {
    case 'entity':
      return ids.map((id) => entity(id))
    case 'media':
      return kinds.map(({ text, type }) => media(text, type))
    case 'date':
      return dateText.map(date)
    case 'counter':
      return digitsOf(4)
    case 'word':
      return wordOf
    case 'fixed':
      return fc.constant('Scan')
  }
}

const namesOfHabit: fc.Arbitrary<readonly ComposedName[]> = habit.chain(
  ({ order, separators, inFolder, ids }) => {
    const name = fc.tuple(...order.map((part) => partOf(part, ids))).map((parts) => {
      const joined = parts.flatMap((part, index) => {
        if (index === 0) return [part]
        return [inFolder && index === 1 ? '/' : (separators[index] ?? '_'), part]
      })
      return compose([...joined, '.jpg'])
    })
    return fc.array(name, { minLength: 12, maxLength: 12 })
  },
)

interface Taught {
  /** Whether something was proposed, or the rules in force read the three names already. */
  readonly isTaught: boolean
  /** What the proposal reads to something else than it is. */
  readonly wrong: readonly string[]
  /** Which of the three it does not read. */
  readonly missed: readonly string[]
}

/** Reads names by the best proposal for the first three. */
function teachThree(names: readonly ComposedName[], example: typeof marked): Taught {
  const inForce = compileRules(shipped)
  const isRead = ({ path, entityId, mediaType }: ComposedName, rules: RuleSet): boolean => {
    const reading = readName(rules, path, 'scans')
    return reading.kind === 'match' && reading.entityId === entityId && reading.mediaType === mediaType
  }
  const three = names.slice(0, 3)
  if (three.every((name) => isRead(name, inForce))) return { isTaught: true, wrong: [], missed: [] }
  const [best] = proposeAtOnce({
    examples: three.map((name) => example(name)),
    definition: shipped,
    names: names.map(({ path }) => ({ folderId: 'scans', path, confirmed: null })),
  })
  if (best === undefined) return { isTaught: false, wrong: [], missed: [] }
  const rules = compileRules(accept(shipped, best))
  const misread = names.filter(({ path, entityId, mediaType }) => {
    const [before, after] = [readName(inForce, path, 'scans'), readName(rules, path, 'scans')]
    // What the rules in force read wrongly by themselves is no fault of the proposal.
    if (after.kind !== 'match' || (before.kind === 'match' && before.entityId === after.entityId))
      return false
    return after.entityId !== entityId || after.mediaType !== mediaType
  })
  return {
    isTaught: true,
    wrong: misread.map(({ path }) => `${path}: ${best.words}`),
    missed: three.filter((name) => !isRead(name, rules)).map(({ path }) => path),
  }
}

describe('the best proposal for three names of any habit', () => {
  it.each([
    ['marked', marked, 0.98],
    ['corrected', corrected, 0.85],
  ])('reads them back exactly and no other name wrongly: %s', (_, example, share) => {
    let [taught, all] = [0, 0]
    fc.assert(
      fc.property(namesOfHabit, (names) => {
        const { isTaught, wrong, missed } = teachThree(names, example)
        all += 1
        taught += isTaught ? 1 : 0
        expect(wrong).toEqual([])
        expect(missed).toEqual([])
      }),
      { numRuns: 100 },
    )
    expect(taught / all).toBeGreaterThanOrEqual(share)
  })
})

describe('two sides of one kind', () => {
  it('are never taken for each other', () => {
    const sides = fc.constantFrom<['front' | 'back', string]>(
      ['front', 'Vorderseite'],
      ['back', 'Rückseite'],
      ['front', 'F'],
      ['back', 'b'],
    )
    const name = fc
      .tuple(digitsOf(5), sides, fc.constantFrom('_', ' ', '+'))
      .map(([id, [which, word], separator]) =>
        compose(
          [
            entity(id),
            separator,
            media('Ausweis', which === 'front' ? 'IMAGE_ID_CARD_FRONT' : 'IMAGE_ID_CARD_BACK'),
            separator,
            side(word, which),
            '.jpg',
          ],
          which === 'front' ? 'IMAGE_ID_CARD_FRONT' : 'IMAGE_ID_CARD_BACK',
        ),
      )
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 8, maxLength: 8 }),
        fc.constantFrom(marked, corrected),
        (names, example) => {
          const { wrong, missed } = teachThree(names, example)
          expect(wrong).toEqual([])
          expect(missed).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  })
})
