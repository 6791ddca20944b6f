import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainName } from '../../../electron/engine/identify/naming/name-explanation.ts'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../../electron/engine/identify/naming/rule-set.ts'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'

/** A field with a text that stands for a value, and the value. */
interface Sample {
  readonly field: string
  readonly text: string
  readonly value: Readonly<Record<string, string>>
}

const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789é')), minLength: 1, maxLength: 8 })

const entity = digits.map((text): Sample => ({ field: '{entity_id}', text, value: { entityId: text } }))
const branch = fc
  .constantFrom('Oslo', 'São Paulo', 'Köln', '東京')
  .map((text): Sample => ({ field: '{field:branch}', text, value: { branch: text } }))
const skipped = fc
  .constantFrom('x', 'scan', '§')
  .map((text): Sample => ({ field: '{skip}', text, value: {} }))
const date = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
  .chain((day) => {
    const iso = day.toISOString().slice(0, 10)
    const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
    return fc.constantFrom(
      { field: '{date:YYYYMMDD}', text: `${year}${month}${dayOfMonth}`, value: { date: iso } },
      { field: '{date:DD.MM.YY}', text: `${dayOfMonth}.${month}.${year.slice(2)}`, value: { date: iso } },
      {
        field: '{date:YYYY-M-D}',
        text: `${year}-${Number(month)}-${Number(dayOfMonth)}`,
        value: { date: iso },
      },
    )
  })

const kinds = {
  dl: 'IMAGE_DRIVERS_LICENSE',
  Licence: 'IMAGE_DRIVERS_LICENSE',
  ID: 'IMAGE_ID_CARD',
  cheque: 'IMAGE_CHECK',
}
const sides = { front: 'FRONT', F: 'FRONT', recto: 'FRONT', back: 'BACK', Rückseite: 'BACK', VERSO: 'BACK' }
const media = fc
  .constantFrom(
    ['selfie', 'IMAGE_FACE_IMAGE'],
    ['Passport', 'IMAGE_PASSPORT_FRONT'],
    ['POA', 'PROOF_OF_ADDRESS'],
  )
  .map(([text = '', mediaType = '']): Sample[] => [{ field: '{media_type}', text, value: { mediaType } }])
const sided = fc
  .tuple(fc.constantFrom(...Object.entries(kinds)), fc.constantFrom(...Object.entries(sides)))
  .map(([[kind, base], [side, end]]): Sample[] => [
    { field: '{media_type}', text: kind, value: { mediaType: `${base}_${end}` } },
    { field: '{side}', text: side, value: {} },
  ])

/** Fields in any order, each once, with texts between them that no value holds, some of them between folders. */
const anyName = fc
  .tuple(
    entity,
    fc.oneof(media, sided),
    fc.subarray([branch, skipped, date]).chain((each) => fc.tuple(...each)),
  )
  .chain(([one, about, others]) =>
    fc.shuffledSubarray([one, ...about, ...others], { minLength: 1 + about.length + others.length }),
  )
  .chain((samples) =>
    fc
      .array(fc.constantFrom('_', '/', '{sep}', '#', ' = ', '[+]'), {
        minLength: samples.length,
        maxLength: samples.length,
      })
      .map((between) => ({ samples, between })),
  )

function build(samples: readonly Sample[], between: readonly string[]) {
  const join = (text: (sample: Sample) => string, separator: (index: number) => string): string =>
    samples.map((sample, index) => (index === 0 ? '' : separator(index)) + text(sample)).join('')
  return {
    pattern: join(
      ({ field }) => field,
      (index) => between[index] ?? '',
    ),
    path: join(
      ({ text }) => text,
      (index) => ({ '{sep}': ' - ', '[+]': '+' })[between[index] ?? ''] ?? between[index] ?? '',
    ),
    value: Object.assign({}, ...samples.map(({ value }) => value)) as Record<string, string>,
  }
}

const compile = (pattern: string) => rulesDefinitionSchema.parse({ rules: [{ id: 'r', name: 'R', pattern }] })

describe('a name built from a random rule and values', () => {
  it('is read back to the same values, or is a conflict that names them', () => {
    let matched = 0
    fc.assert(
      fc.property(anyName, fc.constantFrom('.jpg', '.PDF', ''), ({ samples, between }, extension) => {
        const { pattern, path, value } = build(samples, between)
        const definition = compile(pattern)
        const ruleSet = compileRules(definition)
        fc.pre(ruleSet.problems.length === 0)
        const reading = readName(ruleSet, path + extension)
        const { entityId, mediaType, branch: place } = value
        const expected = { entityId, mediaType, fields: place === undefined ? {} : { branch: place } }
        if (reading.kind === 'match') {
          expect(reading, `${pattern} on ${path}`).toMatchObject({ ...expected, date: value.date ?? null })
          matched += 1
        } else {
          const readings = reading.kind === 'conflict' ? reading.readings : []
          if (readings.length < 8)
            expect(readings, `${pattern} on ${path}`).toContainEqual(expect.objectContaining(expected))
        }
      }),
      { numRuns: 2_000 },
    )
    expect(matched).toBeGreaterThan(1_000)
  })

  it('is read the same in NFD, and in capitals where its text is literal', () => {
    fc.assert(
      fc.property(anyName, ({ samples, between }) => {
        const { pattern, path } = build(
          [{ field: 'Ångström-scan ', text: 'Ångström-scan ', value: {} }, ...samples],
          ['', '', ...between.slice(1)],
        )
        const definition = compile(pattern)
        const ruleSet = compileRules(definition)
        fc.pre(ruleSet.problems.length === 0)
        const reading = explainName(ruleSet, path, undefined, definition.rules)
        expect(explainName(ruleSet, path.normalize('NFD'), undefined, definition.rules)).toEqual(reading)
        const inNfd = compileRules(compile(pattern.normalize('NFD')))
        expect(readName(inNfd, path)).toEqual(reading.reading)
        const shouted = readName(ruleSet, path.replace('Ångström-scan', 'ÅNGSTRÖM-SCAN'))
        if (reading.reading.kind !== 'none') expect(shouted).toEqual(reading.reading)
      }),
      { numRuns: 500 },
    )
  })
})
