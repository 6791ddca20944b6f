import { describe, expect, it } from 'vitest'
import { explainName } from '../../../electron/engine/identify/naming/name-explanation.ts'
import { compileRules } from '../../../electron/engine/identify/naming/rule-set.ts'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'
import { compiledRules } from '../../support/compiled-rules.ts'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'

const definition = rulesDefinitionSchema.parse({
  rules: [
    { id: 'plain', name: 'Plain', pattern: '{entity_id}_{media_type}' },
    { id: 'off', name: 'Off', pattern: '{entity_id}-{media_type}', enabled: false },
    { id: 'broken', name: 'Broken', pattern: '{entity_id}{media_type}' },
    { id: 'elsewhere', name: 'Elsewhere', pattern: '{entity_id}_{media_type}', folders: ['b'] },
    { id: 'deep', name: 'Deep', pattern: '{entity_id}/{media_type}' },
  ],
})
const explain = (path: string, folderId?: string) =>
  explainName(compileRules(definition), path, folderId, definition.rules)

describe('explainName', () => {
  it('gives a verdict for every rule of the definition, in force or not', () => {
    const { path, reading, verdicts } = explain('é_passport.jpg'.normalize('NFD'), 'a')
    expect(path).toBe('é_passport.jpg')
    expect(reading).toMatchObject({ kind: 'match', ruleId: 'plain' })
    expect(verdicts).toMatchObject([
      {
        ruleId: 'plain',
        ruleName: 'Plain',
        kind: 'matched',
        readings: [expect.objectContaining({ entityId: 'é' })],
      },
      { ruleId: 'off', ruleName: 'Off', kind: 'not_applied', words: 'It is switched off.' },
      {
        ruleId: 'broken',
        ruleName: 'Broken',
        kind: 'not_applied',
        words: 'It has a problem: Something must stand between {entity_id} and {media_type}.',
      },
      {
        ruleId: 'elsewhere',
        ruleName: 'Elsewhere',
        kind: 'not_applied',
        words: 'It does not apply in this folder.',
      },
      {
        ruleId: 'deep',
        ruleName: 'Deep',
        kind: 'stopped',
        words: 'It needs a folder inside the watched folder, and the file lies in none.',
        stoppedAt: null,
      },
    ])
  })

  it('takes the first of several rules with one id', () => {
    const rules = ['{entity_id}_{media_type}', '{entity_id}-{media_type}'].map((pattern) => ({
      id: 'same',
      name: 'Same',
      pattern,
    }))
    const doubled = rulesDefinitionSchema.parse({ rules })
    const { verdicts } = explainName(compileRules(doubled), 'a_passport.jpg', undefined, doubled.rules)
    expect(verdicts).toMatchObject([
      { kind: 'matched' },
      { kind: 'not_applied', words: 'It has a problem: Another rule has the id “same” too.' },
    ])
  })

  it('tells of a copy, and of a name that is too long, why no rule can read it', () => {
    expect(explain('a_passport (1).jpg').verdicts[0]).toMatchObject({
      ruleId: 'plain',
      ruleName: 'Plain',
      kind: 'stopped',
      words: '“(1)” at its end shows that it is a copy. Rename it or reject it.',
      stoppedAt: null,
    })
    const long = 'a'.repeat(1_000_000)
    expect(explain(long).path).toBe(long)
  })
})

describe('the place where a rule stopped fitting', () => {
  it.each([
    [
      '{entity_id}_{media_type}',
      'x/4711_foo.jpg',
      'foo.jpg',
      '“foo” is no name of a media type that Intray knows.',
    ],
    ['{entity_id}_{media_type}[_{side}]', '1_dl_x.jpg', 'x.jpg', '“x” is no word for the front or the back.'],
    [
      'scan-{entity_id}_{media_type}',
      'scam-1_dl.jpg',
      'm-1_dl.jpg',
      '“scam-1_dl” does not begin with “scan-”.',
    ],
    ['{entity_id}_{media_type}_v1', '1_dl.jpg', '.jpg', '“1_dl” does not end in “_v1”.'],
    ['{entity_id}-{media_type}', '1_dl.jpg', '.jpg', 'There is no “-” in “1_dl”.'],
    [
      '{entity_id}_{media_type}',
      '_dl.jpg',
      '_dl.jpg',
      'In “_dl” nothing stands in front of “_” that could be the entity id.',
    ],
    ['{entity_id}_{media_type}', 'a_.jpg', '.jpg', 'Nothing in “a_” stands where the media type belongs.'],
    ['{media_type}_{entity_id}', 'dl_.jpg', '.jpg', 'Nothing in “dl_” stands where the entity id belongs.'],
    ['{media_type}_{field:no}', 'dl_.jpg', '.jpg', 'Nothing in “dl_” stands where the value “no” belongs.'],
    [
      '{media_type}{sep}{entity_id}',
      'dl4711.jpg',
      '4711.jpg',
      'Behind “dl” nothing separates it from what follows.',
    ],
    ['{media_type}-{entity_id}', 'dl4711-1.jpg', '4711-1.jpg', 'Behind “dl” there is no “-”.'],
    ['in/{entity_id}_{media_type}', 'is/1_dl.jpg', 's/1_dl.jpg', '“is” is not “in”.'],
    [
      '{date:YYYYMMDD}_{entity_id}',
      '20241301_1.jpg',
      '20241301_1.jpg',
      '“20241301” is no date of the form YYYYMMDD.',
    ],
    ['{entity_id}_{media_type}.pdf', '1_dl.jpg', '.jpg', 'It reads files that end in “.pdf” alone.'],
    [
      '{entity_id}_{media_type}',
      '1-drivers_license.jpg',
      'drivers_license.jpg',
      '“drivers_license” is one name of a media type and is not cut in two.',
    ],
  ])('%s stops in %s before %s', (pattern, path, rest, words) => {
    const rule = { id: 'r', name: 'R', pattern, ...(pattern.includes('entity_id') ? {} : { entityId: 'x' }) }
    const reading = readName(compiledRules({ rules: [rule] }), path)
    const [reason] = reading.kind === 'none' ? reading.reasons : []
    expect([reason?.words, path.slice(reason?.stoppedAt ?? 0)]).toEqual([words, rest])
  })

  it('is where a fixed side contradicts the name', () => {
    const rules = [{ id: 'r', name: 'R', pattern: 'back/{entity_id}_{media_type}', side: 'back' as const }]
    const reading = readName(compiledRules({ rules }), 'back/1_passport.jpg')
    expect(reading.kind === 'none' ? reading.reasons : []).toMatchObject([
      { words: '“passport” has no back among the media types that Intray knows.', stoppedAt: 7 },
    ])
  })
})
