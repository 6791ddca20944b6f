import { describe, expect, it } from 'vitest'
import { judgeIndex } from '../../../../electron/engine/identify/indexing/index-judgement.ts'
import type { IndexInputs } from '../../../../electron/engine/identify/indexing/index-judgement.ts'
import { meaningOf } from '../../../../electron/engine/identify/naming/media-type-resolution.ts'
import type { NameReading, RuleReading } from '../../../../electron/shared/readings.ts'
import { sayAsWritten } from '../../../../electron/shared/sentences/say.ts'
import { compiledRules } from '../../../support/compiled-rules.ts'

type Row = IndexInputs['rows'][number]

const row = (values: Partial<Row> = {}): Row => ({
  indexPath: 'in/index.csv',
  rowNumber: 12,
  entityId: '4711',
  mediaType: 'pp',
  side: null,
  fields: {},
  problem: null,
  ...values,
})

const reading = (values: Partial<RuleReading> = {}): RuleReading => ({
  ruleId: 'r',
  ruleName: 'R',
  entityId: '4711',
  mediaType: 'IMAGE_PASSPORT_FRONT',
  side: null,
  date: null,
  fields: {},
  spans: [],
  ...values,
})
const match = (values: Partial<RuleReading> = {}): NameReading => ({ kind: 'match', ...reading(values) })
const none: NameReading = { kind: 'none', reasons: [] }

const ruleSet = compiledRules()

const judge = (inputs: Partial<IndexInputs>) => {
  const judgement = judgeIndex({
    rows: [],
    applies: true,
    ruleReading: none,
    waited: false,
    meaningOf: (text) => meaningOf(ruleSet, text),
    ...inputs,
  })
  return { ...judgement, codes: judgement.findings.map(({ code }) => code) }
}

const evidenceOf = (inputs: Partial<IndexInputs>) => judge(inputs).findings[0]?.evidence

describe('a scan without a row', () => {
  it('keeps what its name says where no row is expected', () => {
    expect(judge({ applies: false, ruleReading: match() })).toMatchObject({
      values: { entityId: '4711' },
      source: 'rule',
      row: null,
      waits: false,
      codes: [],
    })
    expect(judge({ applies: false })).toMatchObject({ source: null, values: { entityId: null } })
  })

  it('waits for it, and then says so', () => {
    expect(judge({ ruleReading: match() })).toMatchObject({ waits: true, codes: [], source: 'rule' })
    expect(judge({ ruleReading: match(), waited: true })).toMatchObject({
      waits: false,
      source: 'rule',
      codes: ['index_row_missing'],
    })
    expect(evidenceOf({ ruleReading: match(), waited: true })).toBe(
      'An index file should have a row for it, and none has. Its name says “4711” with Passport front.',
    )
    expect(judge({ waited: true })).toMatchObject({ source: null, codes: ['index_row_missing'] })
  })
})

describe('a scan with a row', () => {
  it('is what the row says, with the words for media types and sides', () => {
    expect(judge({ rows: [row({ mediaType: 'dl', side: 'back', fields: { branch: 'B' } })] })).toMatchObject({
      values: { entityId: '4711', mediaType: 'IMAGE_DRIVERS_LICENSE_BACK', fields: { branch: 'B' } },
      source: 'index',
      row: { indexPath: 'in/index.csv', rowNumber: 12 },
      codes: [],
      waits: false,
    })
    expect(judge({ rows: [row({ mediaType: 'OWN_TYPE' })] }).values).toEqual({
      entityId: '4711',
      mediaType: 'OWN_TYPE',
      fields: {},
    })
  })

  it('may have several with the same values', () => {
    const rows = [
      row({ mediaType: null }),
      row({ rowNumber: 13 }),
      row({ rowNumber: 14, fields: { a: 'x' } }),
    ]
    expect(judge({ rows })).toMatchObject({
      values: { entityId: '4711', mediaType: 'IMAGE_PASSPORT_FRONT', fields: { a: 'x' } },
      codes: [],
    })
  })

  it('is undecided where several differ', () => {
    const rows = [row(), row({ rowNumber: 40, entityId: '4712' })]
    expect(judge({ rows, ruleReading: match() })).toMatchObject({
      values: { entityId: null, mediaType: null },
      source: null,
      codes: ['index_rows_conflict'],
    })
    expect(evidenceOf({ rows })).toBe(
      'in/index.csv, line 12: “4711” with Passport front. in/index.csv, line 40: “4712” with Passport front.',
    )
    const apart = [row({ mediaType: 'dl' }), row({ mediaType: null, side: 'back' })]
    expect(judge({ rows: apart }).codes).toEqual(['index_rows_conflict'])
    const fields = [row({ fields: { branch: 'A' } }), row({ fields: { branch: 'B' } })]
    expect(evidenceOf({ rows: fields })).toContain('branch “B”')
    const many = Array.from({ length: 9 }, (_, at) => row({ entityId: String(at) }))
    expect(evidenceOf({ rows: many })).toContain('And 4 more.')
  })

  it('is held by a row with a problem', () => {
    const rows = [
      row(),
      row({ rowNumber: 13, entityId: null, problem: sayAsWritten('It has 5 cells; the headings are 4.') }),
    ]
    expect(judge({ rows, ruleReading: match() })).toMatchObject({
      source: null,
      codes: ['index_row_malformed'],
    })
    expect(evidenceOf({ rows })).toBe('in/index.csv, line 13: It has 5 cells; the headings are 4.')
    expect(
      evidenceOf({ rows: [row({ indexPath: 'in/a.json', rowNumber: 1, problem: sayAsWritten('X.') })] }),
    ).toBe('in/a.json: X.')
  })

  it.each([
    ['dlf', 'back'],
    ['IMAGE_ID_CARD_FRONT', 'back'],
    ['pp', 'back'],
  ] as const)('is held where text and side contradict: %s, %s', (mediaType, side) => {
    expect(judge({ rows: [row({ mediaType, side })] }).codes).toEqual(['index_row_malformed'])
  })
})

describe('row and name', () => {
  it('agree, and complete one another', () => {
    const fromName = match({ mediaType: 'IMAGE_CHECK_BACK', fields: { batch: '7' } })
    expect(
      judge({ rows: [row({ mediaType: null, fields: { branch: 'B' } })], ruleReading: fromName }),
    ).toMatchObject({
      values: { entityId: '4711', mediaType: 'IMAGE_CHECK_BACK', fields: { batch: '7', branch: 'B' } },
      source: 'index',
      codes: [],
    })
    expect(judge({ rows: [row()], ruleReading: match({ mediaType: null }) }).values.mediaType).toBe(
      'IMAGE_PASSPORT_FRONT',
    )
  })

  it('agree where the row leaves the side to the name', () => {
    const back = match({ mediaType: 'IMAGE_DRIVERS_LICENSE_BACK', side: 'back' })
    expect(judge({ rows: [row({ mediaType: 'dl' })], ruleReading: back })).toMatchObject({
      values: { mediaType: 'IMAGE_DRIVERS_LICENSE_BACK' },
      codes: [],
    })
    expect(judge({ rows: [row({ mediaType: 'dlf' })], ruleReading: back }).codes).toEqual(['index_disagrees'])
    const sideAlone = row({ mediaType: null, side: 'back' })
    const front = { mediaType: 'IMAGE_DRIVERS_LICENSE_FRONT' }
    expect(judge({ rows: [sideAlone], ruleReading: match(front) }).values.mediaType).toBe(
      'IMAGE_DRIVERS_LICENSE_BACK',
    )
    expect(judge({ rows: [sideAlone], ruleReading: match({ ...front, side: 'front' }) }).codes).toEqual([
      'index_disagrees',
    ])
  })

  it.each([
    ['the entity', { entityId: '4712' }],
    ['the media type', { mediaType: 'IMAGE_FACE_IMAGE' }],
    ['a further value', { fields: { branch: 'A' } }],
  ])('disagree in %s', (_, values) => {
    const judgement = judge({ rows: [row({ fields: { branch: 'B' } })], ruleReading: match(values) })
    expect(judgement).toMatchObject({ source: null, values: { entityId: null }, codes: ['index_disagrees'] })
    expect(judgement.findings[0]?.evidence).toContain('in/index.csv, line 12: “4711” with Passport front')
    expect(judgement.findings[0]?.evidence).toContain('Rule “R”: ')
  })

  it('say together which of several readings is meant', () => {
    const readings = [reading(), reading({ entityId: '47', mediaType: 'IMAGE_FACE_IMAGE' })]
    const ruleReading: NameReading = { kind: 'conflict', readings }
    expect(judge({ rows: [row({ mediaType: null })], ruleReading })).toMatchObject({
      values: { entityId: '4711', mediaType: 'IMAGE_PASSPORT_FRONT' },
      codes: [],
    })
    expect(judge({ rows: [row({ entityId: '9' })], ruleReading }).codes).toEqual(['index_disagrees'])
    const unsure: NameReading = { kind: 'conflict', readings: [reading(), reading({ mediaType: 'LETTER' })] }
    expect(judge({ rows: [row({ mediaType: null })], ruleReading: unsure })).toMatchObject({
      values: { entityId: '4711', mediaType: null },
      codes: [],
    })
  })
})
