import { describe, expect, it } from 'vitest'
import { compileExpression } from '../../../electron/engine/identify/naming/expression.ts'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import { compiledRules } from '../../support/compiled-rules.ts'

function read(pattern: string, path: string) {
  const ruleSet = compiledRules({ rules: [{ id: 'r', name: 'R', kind: 'expression', pattern }] })
  expect(ruleSet.problems).toEqual([])
  return readName(ruleSet, path)
}

describe('a rule with an expression', () => {
  it('reads groups by their names, from the whole file name', () => {
    const reading = read(
      '(?P<branch>[a-z]+)(?P<entity_id>\\d+)-(?P<media_type>[^.]+)(?:\\.v\\d)?\\.pdf',
      'x/oslo4711-Utility_Bill.v2.pdf',
    )
    expect(reading).toMatchObject({
      kind: 'match',
      entityId: '4711',
      mediaType: 'PROOF_OF_ADDRESS',
      side: null,
      fields: { branch: 'oslo' },
      spans: [
        { field: 'field:branch', start: 2, end: 6 },
        { field: 'entity_id', start: 6, end: 10 },
        { field: 'media_type', start: 11, end: 23 },
      ],
    })
  })

  it('reads the whole path where it holds a slash', () => {
    const pattern = '(?:.*/)?(?P<entity_id>[^/]+)/(?P<media_type>[a-z]+)(?P<side>[12]|_f|_b)\\.jpg'
    expect(read(pattern, 'a/4711/dl_b.jpg')).toMatchObject({
      entityId: '4711',
      mediaType: 'IMAGE_DRIVERS_LICENSE_BACK',
      side: 'back',
    })
    expect(read(pattern, '4711/dl_f.jpg')).toMatchObject({ mediaType: 'IMAGE_DRIVERS_LICENSE_FRONT' })
  })

  it('is compared in NFC, and tells places in NFC', () => {
    expect(read('é(?P<entity_id>.+)', 'é4711'.normalize('NFD'))).toMatchObject({
      entityId: '4711',
      spans: [{ field: 'entity_id', start: 1, end: 5 }],
    })
  })

  it.each([
    ['(?P<entity_id>\\d+)x', 'dir/4711y', 'The expression does not match “4711y”.', 4],
    ['(?P<entity_id>\\d+)', 'dir/4711.jpg', 'The expression matches “4711”, but not what follows.', 8],
    [
      '(?P<entity_id>\\d*)(?P<rest>.*)',
      'abc',
      'The expression matches, but its groups give no entity id.',
      0,
    ],
    [
      '(?P<entity_id>\\d+)_(?P<media_type>.*)',
      '1_foo',
      '“foo” is no name of a media type that Intray knows.',
      2,
    ],
    ['(?P<entity_id>\\d+)_(?P<side>.*)', '1_foo', '“foo” is no word for the front or the back.', 2],
    [
      '(?P<entity_id>\\d+)_(?P<media_type>.*)_(?P<side>.*)',
      '1_dlf_back',
      '“dlf” means the front, and not the back.',
      2,
    ],
  ])('%s does not read %s, and says why', (pattern, path, words, stoppedAt) => {
    const reading = read(pattern, path)
    expect(reading.kind === 'none' ? reading.reasons : reading).toMatchObject([
      { ruleId: 'r', ruleName: 'R', words, stoppedAt },
    ])
  })
})

describe('an expression made to keep the engine busy', () => {
  it.each([
    '(a+)+$',
    '(a|a)*b',
    '((((((a*)*)*)*)*)*)*b',
    '(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)x',
    `${'('.repeat(240)}a${')'.repeat(240)}`,
    'a?'.repeat(200) + 'a'.repeat(90),
    `(?:${'a?'.repeat(230)}){1000}`,
    '(?:a{0,30}){0,33}'.repeat(25),
    '(.?){1000}'.repeat(49),
    '((a{100}){100}){100}',
    `(?i)(?:${'\\pL'.repeat(150)}){1000}`,
    `(?:${'[^\\pL\\pN]'.repeat(40)})*`,
    '(?:.?){600}(?:.?){300}',
    '[',
    '(?P<a>x)(?P<a>y)',
    '(?=x)',
    'a'.repeat(501),
  ])('number %# is refused or answers at once', (source) => {
    const startedAt = performance.now()
    const compiled = compileExpression(source)
    if (compiled.kind === 'refused') expect(compiled.why.words).toMatch(/^The expression .*\.$/)
    else {
      for (const text of [`${'a'.repeat(4_000)}!`, 'ab'.repeat(2_000)]) {
        compiled.expression.test(text)
        compiled.expression.match(text)
        compiled.expression.reach(text)
      }
    }
    expect(performance.now() - startedAt).toBeLessThan(3_000)
  })
})
