import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchIgnorePattern } from '../../../electron/engine/identify/exclusion/ignore-pattern.ts'
import { shippedIgnorePatterns } from '../../../electron/shared/settings/intake.ts'

describe('matchIgnorePattern', () => {
  it.each([
    ['.DS_Store', '.*'],
    ['a/.git/config', '.*'],
    ['~$letter.docx', '~$*'],
    ['in/Card.LNK', '*.lnk'],
    ['in/THUMBS.DB', 'Thumbs.db'],
    ['__macosx/a/b.jpg', '__MACOSX/**'],
    ['__MACOSX', '__MACOSX/**'],
    ['card.jpg', null],
    ['a/__MACOSX/b.jpg', null],
    ['thumbs.db.jpg', null],
    ['lnk', null],
  ])('the shipped patterns match %s by %s', (path, pattern) => {
    expect(matchIgnorePattern(shippedIgnorePatterns, path)).toBe(pattern)
  })

  it.each([
    ['*', 'a', true],
    ['*', 'a/b', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'abbb', false],
    ['a*b*c', 'a-b-b-c', true],
    ['**', 'a/b/c', true],
    ['old/*', 'old/a.jpg', true],
    ['old/*', 'old/a/b.jpg', false],
    ['old/**', 'old/a/b.jpg', true],
    ['old/', 'in/old/a.jpg', true],
    ['/old', 'old', true],
    ['/old', 'in/old', false],
    ['**/old/*.jpg', 'old/a.jpg', true],
    ['**/old/*.jpg', 'a/b/old/a.jpg', true],
    ['**/old/*.jpg', 'a/b/old/c/a.jpg', false],
    ['a/**/z', 'a/z', true],
    ['a/**/z', 'a/b/c/z', true],
    ['a/**/z', 'a/b/c', false],
    ['É*', 'e\u0301cole.jpg', true],
    ['scan (1).jpg', 'scan (1).jpg', true],
    ['[a]', 'a', false],
    ['?', 'a', false],
  ])('%s and %s: %s', (pattern, path, matches) => {
    expect(matchIgnorePattern([pattern], path)).toBe(matches ? pattern : null)
  })

  it('names the first pattern that matches', () => {
    expect(matchIgnorePattern(['*.png', '*.jpg', 'a*'], 'a.jpg')).toBe('*.jpg')
  })

  it('agrees with a regular expression on short names', () => {
    const pieces = fc.array(fc.constantFrom('a', 'b', '.', '*'), { minLength: 1, maxLength: 6 })
    const names = fc.array(fc.constantFrom('a', 'b', '.'), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(pieces, names, (pattern, name) => {
        const source = pattern
          .map((piece) => (piece === '*' ? '[^/]*' : piece === '.' ? '\\.' : piece))
          .join('')
        const isMatch = matchIgnorePattern([pattern.join('')], name.join('')) !== null
        expect(isMatch).toBe(new RegExp(`^${source}$`).test(name.join('')))
      }),
      { numRuns: 1_000 },
    )
  })

  it('is not kept busy by many stars', () => {
    const startedAt = performance.now()
    expect(matchIgnorePattern([`${'*a'.repeat(140)}b`], 'a'.repeat(4_000))).toBeNull()
    expect(matchIgnorePattern([`${'**/a/'.repeat(50)}b`], 'a/'.repeat(2_000))).toBeNull()
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})
