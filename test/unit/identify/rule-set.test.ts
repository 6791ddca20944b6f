import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { ruleSchema } from '../../../electron/shared/rules.ts'
import { compiledRules } from '../../support/compiled-rules.ts'

type Rule = z.input<typeof ruleSchema>

function rule(pattern: string, over: Partial<Rule> = {}): Rule {
  return { id: 'r', name: 'R', pattern, ...over }
}

const problemsOf = (...rules: Rule[]): string[] =>
  compiledRules({ rules }).problems.map(({ part, words }) => `${part}: ${words}`)

describe('compileRules', () => {
  it('accepts the rules that Intray brings', () => {
    const { rules, problems } = compiledRules()
    expect(problems).toEqual([])
    expect(rules.map(({ id }) => id)).toEqual(['entity-and-type', 'folder-per-entity'])
  })

  it.each([
    '{entity_id}_{media_type}_{side}.{ext}',
    '{entity_id}_{media_type}[_{side}][.{ext}]',
    '[{folder}/]{entity_id}_{media_type}.pdf',
    '{date:YYYYMMDD}{entity_id}{sep}{media_type}{side}',
    '{field:branch}/{entity_id}-\\[{media_type}\\]-{skip}',
    '{entity_id}_{date:D.M.YY HH-mm-ss}',
  ])('accepts %s', (pattern) => {
    expect(problemsOf(rule(pattern))).toEqual([])
  })

  it.each([
    ['{entity_id', 'A “{” is never closed. For the character itself write “\\{”.'],
    ['{entity_{id}_x}', 'A “{” is never closed. For the character itself write “\\{”.'],
    ['{entity_id}}_{media_type}', 'A “}” closes nothing. For the character itself write “\\}”.'],
    ['{entity_id}[_{media_type}', 'A “[” is never closed. For the character itself write “\\[”.'],
    ['{entity_id}]_{media_type}', 'A “]” closes nothing. For the character itself write “\\]”.'],
    ['{entity_id}_\\', 'A “\\” at the end has nothing to make literal.'],
    [
      '{entity_id}_{name}_{media_type}',
      '{name} is no field. The fields are {entity_id}, {media_type}, {side}, {date:YYYYMMDD}, {field:name}, ' +
        '{folder}, {sep}, {skip} and {ext}.',
    ],
    ['{media_type}', '{entity_id} is missing: nothing would say whose file it is.'],
    [
      '[{entity_id}_]{media_type}',
      '{entity_id} stands in an optional part: without it nothing would say whose file it is.',
    ],
    ['{entity_id}/{entity_id}_{media_type}', '{entity_id} stands in it 2 times; use {skip} for all but one.'],
    ['{entity_id}[_{side}]_{side}', '{side} stands in it 2 times; use {skip} for all but one.'],
    ['{entity_id}{media_type}', 'Something must stand between {entity_id} and {media_type}.'],
    ['{entity_id}[_]{skip}', 'Something must stand between {entity_id} and {skip}.'],
    ['{date:D.M.YYYY}{entity_id}', 'Something must stand between {date:D.M.YYYY} and {entity_id}.'],
    [
      '{entity_id}_{sep}{media_type}',
      '{sep} takes every separator that stands there; take out the one beside it.',
    ],
    ['/{entity_id}_{media_type}', 'A name between two “/”, or at an end, is empty.'],
    ['{entity_id}//{media_type}', 'A name between two “/”, or at an end, is empty.'],
    ['{entity_id}/.{ext}', 'A name between two “/”, or at an end, is empty.'],
    ['{ext}_{entity_id}', '{ext} can only stand at the very end, after a dot: “.{ext}”.'],
    ['{entity_id}_{ext}', '{ext} can only stand at the very end, after a dot: “.{ext}”.'],
    [
      '{entity_id}/{folder}',
      '{folder} stands for the whole name of a folder: nothing else may stand beside it, and a “/” follows.',
    ],
    [
      'x{folder2}/{entity_id}',
      '{folder2} stands for the whole name of a folder: nothing else may stand beside it, and a “/” follows.',
    ],
    ['{entity_id}_{date}', '{date} needs the form of the date, such as {date:YYYYMMDD}.'],
    ['{entity_id}_{date:YYYYDD}', 'The date “YYYYDD” has no month: write MM or M, in capitals.'],
    ['{entity_id}_{date:yyyy-mm-dd}', 'The date “yyyy-mm-dd” has no year: write YYYY or YY, in capitals.'],
    ['{entity_id}_{date:YYYYMMDDMM}', 'The date “YYYYMMDDMM” has its month 2 times.'],
    ['{entity_id}_{field:}', 'A further value needs a name, such as {field:branch}.'],
    [
      '{entity_id}_{field:Branch}',
      '“Branch” cannot name a value: lower-case letters, digits and “_” only, beginning with a letter.',
    ],
    ['{entity_id}_{field:media}', 'The name “media” is taken by the endpoint or by Intray.'],
    [
      '{entity_id}' + '[_{skip}x]'.repeat(7),
      'Its optional parts can be combined in more than 64 ways. Make several rules of it.',
    ],
  ])('says what is wrong with %s', (pattern, words) => {
    expect(problemsOf(rule(pattern))).toContain(`pattern: ${words}`)
  })

  it.each<[Rule, string]>([
    [rule('{entity_id}', { mediaType: ' ' }), 'mediaType: Its fixed media type is empty.'],
    [
      rule('{entity_id}_{media_type}', { mediaType: 'LETTER' }),
      'mediaType: It has a fixed media type and {media_type} in its pattern; only one of them can count.',
    ],
    [
      rule('{entity_id}_{side}', { mediaType: 'letter' }),
      'side: {side} is in its pattern, and its media type “LETTER” does not have two sides.',
    ],
    [
      rule('{entity_id}_{side}', { mediaType: 'passport' }),
      'side: {side} is in its pattern, and its media type “IMAGE_PASSPORT_FRONT” does not have two sides.',
    ],
    [
      rule('{entity_id}_{media_type}_{side}', { side: 'back' }),
      'side: It has a fixed side and {side} in its pattern; only one of them can count.',
    ],
    [
      rule('{entity_id}', { mediaType: 'IMAGE_CHECK_FRONT', side: 'back' }),
      'side: The media type “IMAGE_CHECK_FRONT” and the fixed side “back” contradict each other.',
    ],
    [
      rule('{entity_id}_{media_type}', { entityId: 'acme' }),
      'entityId: It has a fixed entity id and {entity_id} in its pattern; only one of them can count.',
    ],
    [rule('{folder}/{media_type}', { entityId: '{folder2}' }), 'entityId: {folder2} is not in the pattern.'],
    [
      rule('{media_type}[_{field:no}]', { entityId: 'a-{field:no}' }),
      'entityId: {field:no} stands in an optional part of the pattern, and the entity id needs it always.',
    ],
    [
      rule('{media_type}', { entityId: '{media_type}' }),
      'entityId: {media_type} cannot stand in a fixed entity id; {folder}, {folder2} and {field:name} can.',
    ],
    [
      rule('{media_type}', { entityId: 'a{b' }),
      'entityId: A “{” stands alone in the fixed entity id. For the character itself write “\\{”.',
    ],
    [rule('{media_type}', { entityId: ' ' }), 'entityId: The fixed entity id is empty.'],
    [
      rule('{entity_id}_{field:branch}', { fields: { branch: 'Oslo' } }),
      'fields: “branch” has a fixed value and is read from the name; only one of them can count.',
    ],
    [
      rule('(\\d+)', { kind: 'expression' }),
      'pattern: The group (?P<entity_id>…) is missing: nothing would say whose file it is.',
    ],
    [
      rule('(?P<entity_id>\\d+)(?P<Branch>.)', { kind: 'expression' }),
      'pattern: “Branch” cannot name a value: lower-case letters, digits and “_” only, beginning with a letter.',
    ],
    [
      rule('(?P<entity_id>\\d+', { kind: 'expression' }),
      'pattern: The expression is not valid: missing closing ): `(?P<entity_id>\\d+`.',
    ],
    [
      rule('(?P<entity_id>(?:.?){1000})(?:.?){1000}', { kind: 'expression' }),
      'pattern: The expression repeats too much: lower the numbers in braces.',
    ],
  ])('says what is wrong with %j', (wrong, problem) => {
    expect(problemsOf(wrong)).toContain(problem)
  })

  it.each<Rule>([
    rule('{entity_id}', { mediaType: 'LETTER' }),
    rule('{entity_id}'),
    rule('{entity_id}_{side}', { mediaType: 'IMAGE_CHECK_BACK' }),
    rule('{folder}/{field:no}_{media_type}', { entityId: 'ACME\\{{folder}-{field:no}' }),
    rule('{media_type}', { entityId: 'house' }),
    rule('(?P<branch>[a-z]+)-(?P<media_type>.+)\\..*', { kind: 'expression', entityId: '{field:branch}' }),
  ])('has nothing against %j', (right) => {
    expect(problemsOf(right)).toEqual([])
  })

  it('leaves out what is switched off or wrong, and names the rule', () => {
    const compiled = compiledRules({
      rules: [
        rule('{entity_id}_{media_type}', { id: 'a' }),
        rule('{media_type}_{entity_id}', { id: 'b', enabled: false }),
        rule('{nothing}', { id: 'c', enabled: false }),
        rule('{entity_id}-{media_type}', { id: 'a' }),
      ],
    })
    expect(compiled.rules.map(({ id }) => id)).toEqual(['a'])
    expect(compiled.problems.map(({ ruleId, part }) => [ruleId, part])).toEqual([
      ['c', 'pattern'],
      ['a', 'id'],
    ])
  })

  it('tells what is wrong with the names of media types and sides, and with the form of entity ids', () => {
    const { problems } = compiledRules({
      rules: [],
      mediaTypeAliases: { IMAGE_FACE_IMAGE: ['Photo', '--'], CONTRACT: ['contract'] },
      sideNames: { front: ['Rear', ' '] },
      entityIds: { pattern: '[0-9' },
    })
    expect(problems).toMatchObject([
      {
        ruleId: null,
        part: 'mediaTypeAliases',
        words: '“--” cannot be a name of IMAGE_FACE_IMAGE: it has no letter and no digit.',
      },
      {
        ruleId: null,
        part: 'mediaTypeAliases',
        words: '“photo” is a name of several media types: IMAGE_PROFILE_PICTURE, IMAGE_FACE_IMAGE.',
      },
      {
        ruleId: null,
        part: 'sideNames',
        words: '“ ” cannot be a word for the front: it has no letter and no digit.',
      },
      { ruleId: null, part: 'sideNames', words: '“rear” is a word for the front and for the back.' },
      {
        ruleId: null,
        part: 'entityIds',
        words: 'The expression is not valid: missing closing ]: `[0-9`.',
      },
    ])
  })
})
