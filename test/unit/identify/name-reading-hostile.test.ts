import { describe, expect, it } from 'vitest'
import { explainName } from '../../../electron/engine/identify/naming/name-explanation.ts'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../../electron/engine/identify/naming/rule-set.ts'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'

const million = 1_000_000

const names = [
  ['one long word', 'a'.repeat(million)],
  ['a million separators', '_'.repeat(million)],
  ['a million folders', 'a/'.repeat(million / 2)],
  ['a million accents', '\u0301\u0316'.repeat(million / 2)],
  ['the longest name with nothing but separators', '_'.repeat(510)],
  ['the longest name with a media type everywhere', 'id_'.repeat(170)],
  ['the longest name with one separator after another', `dl${'_'.repeat(250)}b${'_'.repeat(250)}x`],
  ['the longest name with sides and kinds alone', 'dl________b________'.repeat(26)],
  ['the longest name with many full names', 'id_card_'.repeat(63)],
  ['the longest name with dates alone', '20240501'.repeat(64)],
  ['the longest name with letters that fold by their place', 'Σ_'.repeat(255)],
  ['the longest name with letters that grow when folded', 'İ_'.repeat(255)],
  ['the longest path with accents', `${'\u0301\u0316'.repeat(250)}/`.repeat(60)],
  ['the longest path with media types', 'id_dl_pp_b/'.repeat(2_900)],
] as const

const patterns = [
  '{skip}_{entity_id}_{skip}_{media_type}_{skip}',
  '{skip}_{media_type}_{entity_id}_{skip}',
  '{skip}i{skip}d{skip}_{entity_id}_{media_type}',
  '{skip}/{skip}/{skip}_{entity_id}_{media_type}',
  `${'{skip}_'.repeat(60)}{entity_id}`,
  `{entity_id}${'[_{skip}]'.repeat(6)}`,
  '{entity_id}[_{field:a}[_{skip}[_{skip}[_{skip}[_{skip}]]]]]',
  Array.from({ length: 20 }, (_, index) => `{field:f${index}}_`).join('') + '{entity_id}',
  '{skip}_{date:D-M-YY}_{skip}_{entity_id}_{media_type}_{side}_{skip}',
  '{skip}{sep}{media_type}{side}{sep}{entity_id}',
  '{entity_id}_{media_type}_{side}',
  `{folder}/${'{skip}/'.repeat(50)}{entity_id}`,
]

describe('names and patterns made to keep a reader busy', () => {
  it.each(names)('%s', (_, path) => {
    const definition = rulesDefinitionSchema.parse({
      rules: patterns.map((pattern, index) => ({ id: `r${index}`, name: `R${index}`, pattern })),
      entityIds: { pattern: '(?:[0-9]+x)+' },
    })
    const ruleSet = compileRules(definition)
    expect(ruleSet.problems).toEqual([])
    const startedAt = performance.now()
    const reading = readName(ruleSet, path)
    if (reading.kind === 'none') expect(reading.reasons).toHaveLength(patterns.length)
    expect(explainName(ruleSet, path, undefined, definition.rules).verdicts).toHaveLength(patterns.length)
    expect(performance.now() - startedAt).toBeLessThan(4_000)
  })

  it('are compiled at once, however many optional parts stand in one another', () => {
    const startedAt = performance.now()
    for (const pattern of [
      `${'['.repeat(200)}{entity_id}${']'.repeat(200)}`,
      `{entity_id}${'[_x]'.repeat(120)}`,
      `{entity_id}${'[a'.repeat(62)}${']'.repeat(62)}`,
      '[]'.repeat(250),
      '\\'.repeat(500),
      '{'.repeat(500),
    ]) {
      compileRules(rulesDefinitionSchema.parse({ rules: [{ id: 'r', name: 'R', pattern }] }))
    }
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})
