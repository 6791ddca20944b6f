import { describe, expect, it } from 'vitest'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'
import { fieldKindOf, fieldLabel } from '../../../renderer/item/field-look.ts'
import { applyReading } from '../../../renderer/rules/editor/id-reading.ts'
import { insertAt, makeOptional } from '../../../renderer/rules/editor/pattern-inserts.ts'
import { patternTokens } from '../../../renderer/rules/editor/pattern-tokens.ts'
import { exampleOfRow, missingIn, nameExampleOf } from '../../../renderer/rules/teach/example.ts'
import { markFor } from '../../../renderer/rules/teach/meaning.ts'
import { beforeWords, readingWords } from '../../../renderer/rules/trial/reading-words.ts'
import { namedTypes, namesOf, typesWith } from '../../../renderer/rules/words/known-names.ts'

describe('a pattern as it is shown', () => {
  it('has a part for each field, mark and text', () => {
    const tokens = patternTokens('{folder2}/a_{entity_id}[-{date:YYYYMMDD}]{field:branch}')
    expect(tokens.map((token) => (token.kind === 'field' ? token.look : token.kind))).toEqual([
      'folder',
      'folder_end',
      'literal',
      'entity_id',
      'optional_start',
      'literal',
      'date',
      'optional_end',
      'value',
    ])
  })

  it('takes escaped characters and open braces for text', () => {
    const tokens = patternTokens('\\[a\\]{entity')
    expect(tokens).toEqual([{ kind: 'literal', start: 0, text: '[a]{entity' }])
  })

  it('shows an unknown field as such', () => {
    expect(patternTokens('{entity}')).toMatchObject([{ kind: 'field', look: 'unknown', text: '{entity}' }])
  })
})

describe('inserting into a pattern', () => {
  it('takes the place of what is selected', () => {
    expect(insertAt('a_b', 0, 1, '{skip}')).toEqual({ pattern: '{skip}_b', cursor: 6 })
  })

  it('puts brackets around a selection, or the cursor between them', () => {
    expect(makeOptional('a_{side}', 1, 8)).toEqual({ pattern: 'a[_{side}]', cursor: 10 })
    expect(makeOptional('ab', 1, 1)).toEqual({ pattern: 'a[]b', cursor: 2 })
  })
})

describe('words', () => {
  it('name fields', () => {
    expect(fieldLabel('folder2')).toBe('Folder 2')
    expect(fieldLabel('field:branch')).toBe('Other value: branch')
    expect(fieldKindOf('folder')).toBe('folder')
  })

  it('tell a reading in one line', () => {
    const reading = {
      ruleId: 'a',
      ruleName: 'A',
      entityId: 'C-1',
      mediaType: null,
      side: null,
      date: null,
      fields: { branch: '12' },
      spans: [],
    }
    expect(readingWords({ kind: 'match', ...reading })).toBe('C-1 · No media type · branch: 12')
    expect(readingWords({ kind: 'none', reasons: [] })).toBe('No rule reads it')
    const other = { ...reading, entityId: 'C-2', mediaType: 'LETTER', fields: {} }
    expect(readingWords({ kind: 'conflict', readings: [reading, other] })).toBe(
      'Can be read in 2 ways: C-1 · No media type · branch: 12 / C-2 · Letter',
    )
  })

  it('tell what the ledger holds', () => {
    const before = { entityId: null, mediaType: null, fields: {}, readBy: null, ruleId: null }
    expect(beforeWords(before)).toBe('Nothing yet')
    expect(beforeWords({ ...before, entityId: 'C-1' })).toBe('C-1 · No media type')
  })

  it('show what becomes of an entity id', () => {
    expect(applyReading('kd 47-11', { remove: ' -', case: 'upper', padTo: 8, prefix: 'X' })).toBe('X00KD4711')
  })
})

describe('names of media types', () => {
  it('are split at commas, each once', () => {
    expect(namesOf(' brief, , Schreiben,brief ')).toEqual(['brief', 'Schreiben'])
  })

  it('put those of the house first and keep what Intray knows beside them', () => {
    const [first] = namedTypes({ LETTER: ['brief'] })
    expect(first).toEqual({ mediaType: 'LETTER', label: 'Letter', known: ['letter'], own: ['brief'] })
  })

  it('are found however they are written', () => {
    const found = typesWith(namedTypes({ LETTER: ['Brief Post'] }), 'brief_p')
    expect(found.map((type) => type.mediaType)).toEqual(['LETTER'])
  })
})

describe('an example', () => {
  const definition = rulesDefinitionSchema.parse({
    mediaTypeAliases: { IMAGE_ID_CARD_FRONT: ['Ausweis'] },
    sideNames: { front: ['VS'], back: [] },
  })
  const row = {
    itemId: 1,
    folderId: 'practice',
    path: 'KD-4711_Ausweis_VS.pdf',
    state: 'needs_attention',
    waiting: true,
    before: { entityId: 'KD-4711', mediaType: 'LETTER', fields: {}, readBy: 'person', ruleId: null },
    reading: { kind: 'none', reasons: [] },
    change: 'same',
  } as const
  const part = (text: string) => ({
    start: row.path.indexOf(text),
    end: row.path.indexOf(text) + text.length,
    text,
  })

  it('knows what a person entered and marks it in the name', () => {
    const example = exampleOfRow(row)
    expect(example.marks).toEqual([{ field: 'entity_id', start: 0, end: 7 }])
    expect(missingIn(example)).toBeNull()
    expect(nameExampleOf(example)).toMatchObject({ entityId: 'KD-4711', mediaType: 'LETTER' })
  })

  it('believes a rule nothing', () => {
    const example = exampleOfRow({ ...row, before: { ...row.before, readBy: 'rule' } })
    expect(example.marks).toEqual([])
    expect(missingIn(example)).toBe('entity')
  })

  it('lets a mark say the media type', () => {
    const example = exampleOfRow(row)
    const marks = [...example.marks, markFor('media_type', part('Ausweis'), definition, undefined)]
    expect(nameExampleOf({ ...example, marks })).not.toHaveProperty('mediaType')
  })

  it.each([
    ['media_type', 'Ausweis', 'IMAGE_ID_CARD_FRONT'],
    ['media_type', 'VS', ''],
    ['side', 'VS', 'front'],
    ['side', 'Ausweis', ''],
  ] as const)('takes %s %j to mean %j', (kind, text, value) => {
    expect(markFor(kind, part(text), definition, undefined).value).toBe(value)
  })

  it('waits for the meaning of its marks', () => {
    const example = exampleOfRow(row)
    const marks = [...example.marks, markFor('side', part('Ausweis'), definition, undefined)]
    expect(missingIn({ ...example, marks })).toBe('meaning')
    const badName = [...example.marks, { field: 'field:Branch' as const, ...part('VS') }]
    expect(missingIn({ ...example, marks: badName })).toBe('meaning')
  })
})
