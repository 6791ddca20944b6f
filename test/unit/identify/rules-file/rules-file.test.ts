import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRulesFile } from '../../../../electron/engine/identify/rules-file/reading.ts'
import { writeRulesFile } from '../../../../electron/engine/identify/rules-file/writing.ts'
import {
  checkDigits,
  entityIdCases,
  reservedFieldNames,
  rulesDefinitionSchema,
} from '../../../../electron/shared/rules.ts'
import type { RulesDefinition } from '../../../../electron/shared/rules.ts'

const text = (maxLength: number, minLength = 0) =>
  fc.oneof(
    fc.string({ minLength, maxLength }),
    fc.string({ unit: 'binary', minLength, maxLength: Math.max(1, Math.floor(maxLength / 2)) }),
  )
const fields = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((name) => !reservedFieldNames.has(name)),
  text(20),
)
const rule = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,12}$/),
    name: text(20, 1),
    pattern: text(40, 1),
    kind: fc.constantFrom('pattern' as const, 'expression' as const),
    enabled: fc.boolean(),
    folders: fc.array(text(8), { maxLength: 3 }),
    entityId: text(20),
    mediaType: text(20),
    side: fc.constantFrom('front' as const, 'back' as const),
    fields,
    entityIdReading: fc.record(
      {
        remove: text(5),
        case: fc.constantFrom(...entityIdCases),
        padTo: fc.integer({ min: 0, max: 128 }),
        prefix: text(5),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['id', 'name', 'pattern'] },
)
const definition: fc.Arbitrary<RulesDefinition> = fc
  .record(
    {
      rules: fc.array(rule, { maxLength: 5 }),
      mediaTypeAliases: fc.dictionary(
        text(10, 1).filter((name) => name !== '__proto__'),
        fc.array(text(8, 1), { maxLength: 3 }),
      ),
      sideNames: fc.record(
        { front: fc.array(text(5, 1), { maxLength: 2 }), back: fc.array(text(5, 1), { maxLength: 2 }) },
        { requiredKeys: [] },
      ),
      entityIds: fc.record(
        { pattern: text(20), checkDigit: fc.constantFrom(...checkDigits) },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['rules'] },
  )
  .map((parts) => rulesDefinitionSchema.parse(parts))

const words = (file: string): string[] => readRulesFile(file).problems.map((problem) => problem.words)

describe('a rules file', () => {
  it('is read back exactly as it was written, whatever the rules', () => {
    fc.assert(
      fc.property(definition, (rules) => {
        const file = writeRulesFile(rules)
        expect(readRulesFile(file)).toEqual({ definition: rules, problems: [] })
        expect(writeRulesFile(readRulesFile(file).definition ?? rules)).toBe(file)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves out what is as usual and gives each rule lines of its own', () => {
    const rules = rulesDefinitionSchema.parse({
      rules: [
        { pattern: '{entity_id}_{media_type}', name: 'Usual', id: 'usual', enabled: true, folders: [] },
      ],
      mediaTypeAliases: { ZETA: ['z'], ALPHA: ['a'] },
      entityIds: { checkDigit: 'luhn' },
    })
    expect(writeRulesFile(rules).split('\n')).toEqual([
      '{',
      '  "intrayRules": 1,',
      '  "rules": [',
      '    {',
      '      "id": "usual",',
      '      "name": "Usual",',
      '      "pattern": "{entity_id}_{media_type}"',
      '    }',
      '  ],',
      '  "mediaTypeAliases": {',
      '    "ALPHA": [',
      '      "a"',
      '    ],',
      '    "ZETA": [',
      '      "z"',
      '    ]',
      '  },',
      '  "entityIds": {',
      '    "checkDigit": "luhn"',
      '  }',
      '}',
      '',
    ])
  })

  it('changes only the lines of the rule that changed', () => {
    const before = rulesDefinitionSchema.parse({
      rules: ['one', 'two', 'three'].map((id) => ({ id, name: id, pattern: '{entity_id}' })),
    })
    const after = structuredClone(before)
    Object.assign(after.rules[1] ?? {}, { enabled: false })
    const lines = new Set(writeRulesFile(before).split('\n'))
    expect(
      writeRulesFile(after)
        .split('\n')
        .filter((line) => !lines.has(line)),
    ).toEqual(['      "pattern": "{entity_id}",', '      "enabled": false'])
  })

  it('may hold comments, trailing commas and a byte order mark', () => {
    const file = `\uFEFF// the branch in Leeds\n{ "intrayRules": 1, /* one */ "rules": [
      { "id": "a", "name": "A", "pattern": "{entity_id}", }, ], }`
    expect(readRulesFile(file)).toMatchObject({
      definition: { rules: [{ id: 'a', enabled: true, kind: 'pattern' }], mediaTypeAliases: {} },
      problems: [],
    })
  })

  it('names every mistake with its line, its rule and its key', () => {
    const file = `{ "intrayRules": 1,
      "rules": [
        { "id": "good", "name": "Good", "pattern": "{entity_id}" },
        { "id": "bad", "name": "",
          "patern": "x",
          "entityIdReading": { "padTo": 900 },
          "fields": { "media": "x" } }
      ],
      "mediaTypeAliases": { "X": "y" } }`
    expect(readRulesFile(file)).toMatchObject({
      definition: null,
      problems: [
        { ruleId: 'bad', part: 'id', words: 'Line 4, rule 2, “name”: It must not be empty.' },
        { ruleId: 'bad', part: 'pattern', words: 'Line 4, rule 2, “pattern”: It is missing.' },
        {
          ruleId: 'bad',
          part: 'fields',
          words:
            'Line 7, rule 2, “fields.media”: It cannot have this name. This name is taken by the endpoint or by Intray.',
        },
        {
          ruleId: 'bad',
          part: 'entityId',
          words: 'Line 6, rule 2, “entityIdReading.padTo”: It must be at most 128.',
        },
        { ruleId: 'bad', part: 'id', words: 'Line 5, rule 2, “patern”: This is no key that is known here.' },
        {
          ruleId: null,
          part: 'mediaTypeAliases',
          words: 'Line 9, “mediaTypeAliases.X”: It must be a list in brackets.',
        },
      ],
    })
  })

  it.each([
    ['', 'Line 1: A value is missing.'],
    ['{\n"rules": []\n}', 'Line 1: This is no rules file: it does not begin with { "intrayRules": 1, ….'],
    ['[]', 'Line 1: This is no rules file: it does not begin with { "intrayRules": 1, ….'],
    [
      '{"intrayRules": 2, "layers": []}',
      'Line 1: The file was written by a newer version of Intray (form 2). Update Intray to read it.',
    ],
    ['{"intrayRules": 0}', 'Line 1: There is no form 0 of rules files; this Intray reads form 1.'],
    ['{"intrayRules": 1}', 'Line 1, “rules”: It is missing.'],
    ['{"intrayRules": 1,\r\n"rules": [\r\n{ "id" "a" }] }', 'Line 3: A colon is missing after the key.'],
    ['{"intrayRules": 1,\n"rules": [],\n"rules": []}', 'Line 2, “rules”: This key stands there twice.'],
    [
      '{"intrayRules": 1, "rules": [],\n"mediaTypeAliases": {"__proto__": ["x"]}}',
      'Line 2, “mediaTypeAliases.__proto__”: This is no name that can be used.',
    ],
    ['['.repeat(1_000_000), 'Line 1: It is nested too deeply.'],
  ])('is refused with words: %s', (file, expected) => {
    expect(readRulesFile(file).definition).toBeNull()
    expect(words(file)[0]).toBe(expected)
  })

  it('does not hang on a large file that is wrong throughout', () => {
    const file = `{"intrayRules": 1, "rules": [],\n${'"x": 1,\n'.repeat(400_000)} "y": 2}`
    expect(words(file).length).toBeLessThan(500)
  })
})
