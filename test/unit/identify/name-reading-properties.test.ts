import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import type { NameReading } from '../../../electron/shared/readings.ts'
import {
  aliasKey,
  documentedMediaTypes,
  fullMediaTypeNames,
  otherSideOf,
  shippedMediaTypeAliases,
} from '../../../electron/shared/media-types.ts'
import { compiledRules } from '../../support/compiled-rules.ts'

const rulesFor = (...patterns: string[]) =>
  compiledRules({
    rules: patterns.map((pattern, index) => ({ id: `r${index}`, name: `R${index}`, pattern })),
  })

const resultsOf = (reading: NameReading): string[] => {
  if (reading.kind === 'none') return []
  const readings = reading.kind === 'match' ? [reading] : reading.readings
  // That two names side by side are no known name is an objection, and not one of the cuts.
  return readings.flatMap(({ entityId, mediaType }) =>
    mediaType === null ? [] : [`${entityId} + ${mediaType}`],
  )
}

const documented = documentedMediaTypes.flatMap((value) =>
  otherSideOf(value) === null ? [value] : [value, value.replace(/_(FRONT|BACK)$/, '')],
)
const fullNames = new Set(
  [
    ...documented,
    ...documented.map((value) => value.replace('IMAGE_', '')),
    ...Object.values(fullMediaTypeNames).flat(),
  ].map(aliasKey),
)

/** True when some run of whole words in `text` that covers `[start, end)` and more is a full name. */
function cutsFullName(text: string, spanStart: number, spanEnd: number): boolean {
  // Separators around a name are no part of it.
  const part = text.slice(spanStart, spanEnd)
  const start = spanStart + part.length - part.replace(/^[\s\-_.]+/, '').length
  const end = spanStart + part.replace(/[\s\-_.]+$/, '').length
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
    const rules = compiledRules({
      rules: [{ id: 'r', name: 'R', pattern: '{entity_id}_{media_type}' }],
      mediaTypeAliases: { FRONT: ['front'], OTHER: ['video', 'Σ', 'ΣΣ'] },
    })
    fc.assert(
      fc.property(anyStem, (stem) => {
        const reading = readName(rules, `${stem}.jpg`)
        const expected = readSlowly(stem.normalize('NFC'), rules.aliases.typesByKey)
        expect(new Set(resultsOf(reading))).toEqual(expected)
        if (expected.size !== 1) expect(reading.kind).toBe(expected.size === 0 ? 'none' : 'conflict')
      }),
      { numRuns: 3_000 },
    )
  })

  it('is read or explained, whatever it holds, and spans lie in it', () => {
    const rules = rulesFor(
      ...patterns,
      '{skip}_{entity_id}_{skip}_{media_type}_{skip}',
      '{entity_id}[{sep}{field:a}]{sep}{media_type}[{sep}{side}]',
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
          const entity = each.spans.find(({ field }) => field === 'entity_id')
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
