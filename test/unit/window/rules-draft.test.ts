import { describe, expect, it } from 'vitest'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'
import type { NamingRule, RulesDefinition } from '../../../electron/shared/rules.ts'
import {
  withAliases,
  withCopy,
  withMoved,
  withNewRule,
  withRule,
  withoutRule,
} from '../../../renderer/rules/draft/definition-edits.ts'
import { checkDraft, isSameDefinition } from '../../../renderer/rules/draft/draft-check.ts'

const rule = (id: string, more: Partial<NamingRule> = {}): NamingRule => ({
  id,
  name: id,
  kind: 'pattern',
  pattern: '{entity_id}_{media_type}',
  enabled: true,
  folders: [],
  ...more,
})
const definition: RulesDefinition = rulesDefinitionSchema.parse({
  rules: [rule('first'), rule('second'), rule('third')],
  mediaTypeAliases: { LETTER: ['brief'], STATEMENT: ['auszug'] },
})
const idsOf = ({ rules }: RulesDefinition) => rules.map(({ id }) => id)

describe('an edit of the rules', () => {
  it('leaves the definition that it was made from as it was', () => {
    const before = structuredClone(definition)
    withRule(definition, 'first', { name: 'Other' })
    withMoved(definition, 'first', 1)
    withAliases(definition, 'LETTER', ['schreiben'])
    expect(definition).toEqual(before)
  })

  it('takes an optional value away when it is undefined', () => {
    const fixed = withRule(definition, 'first', { mediaType: 'LETTER' })
    expect(fixed.rules[0]?.mediaType).toBe('LETTER')
    const freed = withRule(fixed, 'first', { mediaType: undefined })
    expect(freed.rules[0]).not.toHaveProperty('mediaType')
    expect(isSameDefinition(freed, definition)).toBe(true)
  })

  it('gives a new rule an id that is not taken', () => {
    const once = withNewRule(definition, rule('x', { name: 'First' }))
    expect(once.id).toBe('first-2')
    expect(idsOf(once.definition)).toEqual(['first', 'second', 'third', 'first-2'])
  })

  it('puts a copy behind its rule', () => {
    const copied = withCopy(definition, 'first')
    expect(idsOf(copied.definition)).toEqual(['first', copied.id, 'second', 'third'])
    expect(withCopy(definition, 'gone').definition).toBe(definition)
  })

  it.each([
    ['first', 1, ['second', 'first', 'third']],
    ['third', -1, ['first', 'third', 'second']],
    ['first', -1, ['first', 'second', 'third']],
    ['third', 5, ['first', 'second', 'third']],
    ['gone', 1, ['first', 'second', 'third']],
  ])('moves %s by %d', (id, places, ids) => {
    expect(idsOf(withMoved(definition, id, places))).toEqual(ids)
  })

  it('removes a rule', () => {
    expect(idsOf(withoutRule(definition, 'second'))).toEqual(['first', 'third'])
  })

  it('keeps the place of a media type while its names change', () => {
    const changed = withAliases(definition, 'LETTER', ['post'])
    expect(Object.entries(changed.mediaTypeAliases)).toEqual([
      ['LETTER', ['post']],
      ['STATEMENT', ['auszug']],
    ])
    expect(withAliases(definition, 'LETTER', null).mediaTypeAliases).toEqual({ STATEMENT: ['auszug'] })
    expect(withAliases(definition, 'NEW', []).mediaTypeAliases).toHaveProperty('NEW', [])
  })
})

describe('the check of a draft', () => {
  it('finds nothing in a good one and tries it whole', () => {
    expect(checkDraft(definition, definition)).toEqual({ triable: definition, problems: [] })
  })

  it.each<[string, Partial<NamingRule>, string]>([
    ['an empty pattern', { pattern: '' }, 'pattern'],
    ['an empty name', { name: '' }, 'name'],
    ['a value with a name that the endpoint uses', { fields: { media_type: 'x' } }, 'fields'],
    ['a value with a name in capitals', { fields: { Branch: 'x' } }, 'fields'],
    [
      'too many zeros',
      { entityIdReading: { remove: '', case: 'upper', padTo: 500, prefix: '' } },
      'entityIdReading',
    ],
  ])('leaves out a rule with %s and says where', (_, more, part) => {
    const draft = withRule(definition, 'second', more)
    const checked = checkDraft(draft, definition)
    expect(idsOf(checked.triable)).toEqual(['first', 'third'])
    expect(checked.problems.map((problem) => [problem.ruleId, problem.part])).toEqual([['second', part]])
    expect(checked.problems[0]?.words).not.toBe('')
  })

  it('tries the names in force while those of the draft are not valid', () => {
    const checked = checkDraft(withAliases(definition, 'LETTER', ['']), definition)
    expect(checked.triable.mediaTypeAliases).toEqual(definition.mediaTypeAliases)
    expect(checked.problems.map((problem) => [problem.ruleId, problem.part])).toEqual([
      [null, 'mediaTypeAliases'],
    ])
  })
})

describe('two definitions', () => {
  it('are the same whatever the order of their keys', () => {
    const [first, ...others] = definition.rules
    const turned = Object.fromEntries(Object.entries(first ?? {}).toReversed()) as NamingRule
    expect(isSameDefinition({ ...definition, rules: [turned, ...others] }, definition)).toBe(true)
  })

  it('differ by the order of their rules', () => {
    expect(isSameDefinition(withMoved(definition, 'first', 1), definition)).toBe(false)
  })
})
