import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import type { NameReading } from '../../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../../electron/engine/identify/naming/rule-set.ts'
import {
  aliasKey,
  documentedMediaTypes,
  fullMediaTypeNames,
  shippedMediaTypeAliases,
} from '../../../electron/shared/media-types.ts'

const rulesFor = (pattern: string, extra: Record<string, string[]> = {}) =>
  compileRules([{ id: 'r', name: 'R', pattern, enabled: true }], extra)

const resultsOf = (reading: NameReading): string[] => {
  if (reading.kind === 'none') return []
  const readings = reading.kind === 'match' ? [reading] : reading.readings
  return readings.map(({ entityId, mediaType }) => `${entityId} + ${mediaType}`)
}

const fullNames = new Set(
  [
    ...documentedMediaTypes,
    ...documentedMediaTypes.map((value) => value.replace('IMAGE_', '')),
    ...Object.values(fullMediaTypeNames).flat(),
  ].map(aliasKey),
)

/** True when some run of whole words in `text` that covers `[start, end)` and more is a full name. */
function cutsFullName(text: string, start: number, end: number): boolean {
  const isEdge = (at: number): boolean =>
    at === 0 || at === text.length || /[\s\-_.]/.test(`${text[at - 1]}${text[at]}`)
  for (let from = 0; from <= start; from += 1) {
    for (let to = end; to <= text.length; to += 1) {
      const isWider = to - from > end - start
      if (isWider && isEdge(from) && isEdge(to) && !/^[\s\-_.]|[\s\-_.]$/.test(text.slice(from, to))) {
        if (fullNames.has(aliasKey(text.slice(from, to)))) return true
      }
    }
  }
  return false
}

/** Every way to cut a stem at one `_`, tried one after the other. */
function readSlowly(stem: string, typesByKey: ReadonlyMap<string, readonly string[]>): Set<string> {
  const results = new Set<string>()
  for (let at = 1; at < stem.length; at += 1) {
    if (stem[at] !== '_' || cutsFullName(stem, at + 1, stem.length)) continue
    for (const mediaType of typesByKey.get(aliasKey(stem.slice(at + 1))) ?? []) {
      results.add(`${stem.slice(0, at)} + ${mediaType}`)
    }
  }
  return results
}

const aliases = [...Object.entries(shippedMediaTypeAliases), ...Object.entries(fullMediaTypeNames)].flatMap(
  ([mediaType, names]) => [mediaType, ...names].map((alias) => ({ mediaType, alias })),
)

/** An alias as people spell it: any case, any separator between its words. */
const spelledAlias = fc
  .record({
    entry: fc.constantFrom(...aliases),
    separator: fc.constantFrom(' ', '-', '_', '.', ''),
    isUpper: fc.boolean(),
  })
  .map(({ entry: { mediaType, alias }, separator, isUpper }) => {
    const words = alias.replace(/[ _]/g, separator)
    return { mediaType, spelled: isUpper ? words.toUpperCase() : words }
  })

const entityCharacters = "abcXYZ019-_:.@!#$%&*+=?^`{'"
const anyEntity = fc.oneof(
  fc.string({ unit: fc.constantFrom(...entityCharacters.split('')), minLength: 1, maxLength: 20 }),
  fc
    .array(fc.constantFrom('usr', '7731', 'id', 'drivers', 'IMAGE', 'card', 'selfie', 'front', 'é'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((words) => words.join('_')),
)

const patterns = [
  '{entity_id}_{media_type}',
  '{media_type}_{entity_id}',
  '{entity_id}/{media_type}',
  '{entity_id}/x_{media_type}_y',
  'scan {entity_id} - {media_type}',
  '{skip}/{entity_id}~{media_type}',
]

describe('a name built from a rule and values', () => {
  it('is read back to them, or is a conflict that names them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        anyEntity,
        spelledAlias,
        (pattern, entity, { mediaType, spelled }) => {
          const name = pattern.replace('{skip}', 'any').replace('{media_type}', () => spelled)
          const path = name.replace('{entity_id}', () => entity)
          const results = resultsOf(readName(rulesFor(pattern), `${path}.jpg`))
          const lastSegment = path.slice(path.lastIndexOf('/') + 1)
          const place = lastSegment.indexOf(
            spelled,
            pattern.startsWith('{media_type}') ? 0 : lastSegment.length - spelled.length - 2,
          )
          // Only an entity id that itself ends or begins like a full name beside it is read otherwise.
          if (!results.includes(`${entity.normalize('NFC')} + ${mediaType}`)) {
            expect(cutsFullName(lastSegment, place, place + spelled.length), path).toBe(true)
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })
})

describe('any name', () => {
  const words = fc.constantFrom(
    'a',
    'id',
    'front',
    'card',
    'drivers',
    'license',
    'IMAGE',
    'video',
    'liveness',
    'Σ',
    'É',
  )
  const separators = fc.constantFrom('_', '_', '_', '-', '.', ' ', '__', '')
  const anyStem = fc
    .array(fc.tuple(words, separators), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.flat().join(''))

  it('gives the results of trying every cut, no more and no fewer', () => {
    const rules = rulesFor('{entity_id}_{media_type}', { FRONT: ['front'], OTHER: ['video', 'Σ', 'ΣΣ'] })
    fc.assert(
      fc.property(anyStem, (stem) => {
        const reading = readName(rules, `${stem}.jpg`)
        const expected = readSlowly(stem.normalize('NFC'), rules.aliases.typesByKey)
        expect(new Set(resultsOf(reading))).toEqual(expected)
        expect(reading.kind).toBe(expected.size === 0 ? 'none' : expected.size === 1 ? 'match' : 'conflict')
      }),
      { numRuns: 3_000 },
    )
  })

  it('is read or explained, whatever it holds, and spans lie in it', () => {
    const rules = compileRules(
      [...patterns, '{skip}_{entity_id}_{skip}_{media_type}_{skip}'].map((pattern, index) => ({
        id: `r${index}`,
        name: `R${index}`,
        pattern,
        enabled: true,
      })),
      {},
    )
    const anyPath = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(anyStem, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
    )
    fc.assert(
      fc.property(anyPath, (path) => {
        const reading = readName(rules, path)
        if (reading.kind === 'none') {
          expect(reading.reasons).toHaveLength(rules.rules.length)
          expect(reading.reasons.every(({ words: reason }) => reason !== '')).toBe(true)
          return
        }
        for (const each of reading.kind === 'match' ? [reading] : reading.readings) {
          const [entity] = each.spans
          const wholePath = path
            .split('/')
            .map((part) => part.normalize('NFC'))
            .join('/')
          expect(wholePath.slice(entity?.start, entity?.end)).toBe(each.entityId)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('names made to keep a reader busy', () => {
  const million = 1_000_000
  it.each([
    ['one long word', 'a'.repeat(million)],
    ['a million separators', '_'.repeat(million)],
    ['a million folders', 'a/'.repeat(million / 2)],
    ['a million accents', '\u0301\u0316'.repeat(million / 2)],
    ['the longest name with nothing but separators', '_'.repeat(510)],
    ['the longest name with a media type everywhere', 'id_'.repeat(170)],
    ['the longest name with letters that fold by their place', 'Σ_'.repeat(255)],
    ['the longest path with accents', `${'\u0301\u0316'.repeat(250)}/`.repeat(60)],
  ])('%s', (_, path) => {
    const hard = [
      '{skip}_{entity_id}_{skip}_{media_type}_{skip}',
      '{skip}_{media_type}_{entity_id}_{skip}',
      '{skip}i{skip}d{skip}_{entity_id}_{media_type}',
      '{skip}/{skip}/{skip}_{entity_id}_{media_type}',
    ]
    const rules = compileRules(
      hard.map((pattern, index) => ({ id: `r${index}`, name: `R${index}`, pattern, enabled: true })),
      {},
    )
    expect(rules.problems).toEqual([])
    const startedAt = performance.now()
    const reading = readName(rules, path)
    if (reading.kind === 'none') expect(reading.reasons).toHaveLength(hard.length)
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })
})
