import { describe, expect, it } from 'vitest'
import { compileRules } from '../../../electron/engine/identify/naming/rule-set.ts'
import { shippedRules } from '../../../electron/shared/settings.ts'
import type { NamingRule } from '../../../electron/shared/settings.ts'

function rule(pattern: string, over: Partial<NamingRule> = {}): NamingRule {
  return { id: 'r', name: 'R', pattern, enabled: true, ...over }
}

const problemsOf = (...rules: NamingRule[]): string[] =>
  compileRules(rules, {}).problems.map(({ words }) => words)

describe('compileRules', () => {
  it('accepts the rules that Intray brings', () => {
    const { rules, problems } = compileRules(shippedRules, {})
    expect(problems).toEqual([])
    expect(rules.map(({ id }) => id)).toEqual(['entity-and-type', 'folder-per-entity'])
  })

  it.each([
    ['{entity_id', 'A “{” or “}” in “{entity_id” stands alone.'],
    ['{entity_id}}_{media_type}', 'A “{” or “}” in “}_” stands alone.'],
    [
      '{entity_id}_{date}_{media_type}',
      '{date} is no field. The fields are {entity_id}, {media_type} and {skip}.',
    ],
    ['{media_type}', '{entity_id} is missing: nothing would say whose file it is.'],
    ['{entity_id}', '{media_type} is missing, and the rule has no fixed media type.'],
    ['{entity_id}/{entity_id}_{media_type}', '{entity_id} stands in it 2 times; use {skip} for all but one.'],
    ['{entity_id}{media_type}', 'Something must stand between {media_type} and the field before it.'],
    ['/{entity_id}_{media_type}', 'A folder name between two “/”, or at an end, is empty.'],
    ['{entity_id}//{media_type}', 'A folder name between two “/”, or at an end, is empty.'],
  ])('says what is wrong with %s', (pattern, words) => {
    expect(problemsOf(rule(pattern))).toContain(words)
  })

  it('wants the media type from exactly one place', () => {
    expect(problemsOf(rule('{entity_id}', { mediaType: 'LETTER' }))).toEqual([])
    expect(problemsOf(rule('{entity_id}', { mediaType: ' ' }))).toEqual(['Its fixed media type is empty.'])
    expect(problemsOf(rule('{entity_id}_{media_type}', { mediaType: 'LETTER' }))).toEqual([
      'It has a fixed media type and {media_type} in its pattern; only one of them can count.',
    ])
  })

  it('leaves out what is switched off or wrong, and names the rule', () => {
    const compiled = compileRules(
      [
        rule('{entity_id}_{media_type}', { id: 'a' }),
        rule('{media_type}_{entity_id}', { id: 'b', enabled: false }),
        rule('{nothing}', { id: 'c', enabled: false }),
        rule('{entity_id}-{media_type}', { id: 'a' }),
      ],
      {},
    )
    expect(compiled.rules.map(({ id }) => id)).toEqual(['a'])
    expect(new Set(compiled.problems.map(({ ruleId }) => ruleId))).toEqual(new Set(['a', 'c']))
  })

  it('tells an alias that stands for two media types, and one that is no name', () => {
    const { problems } = compileRules([], { IMAGE_FACE_IMAGE: ['Photo', '--'], CONTRACT: ['contract'] })
    expect(problems).toEqual([
      { ruleId: null, words: '“--” cannot be a name of IMAGE_FACE_IMAGE: it has no letter and no digit.' },
      {
        ruleId: null,
        words: '“photo” is a name of several media types: IMAGE_PROFILE_PICTURE, IMAGE_FACE_IMAGE.',
      },
    ])
  })
})
