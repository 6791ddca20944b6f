import { describe, expect, it } from 'vitest'
import { generaliseGap } from '../../../../electron/engine/identify/teaching/gap.ts'
import { writePattern } from '../../../../electron/engine/identify/teaching/pattern-text.ts'

const patternsFor = (...texts: string[]): (string | null)[] =>
  generaliseGap(texts).map((parts) => writePattern({ segments: [parts] }))

describe('what stands between two values', () => {
  it.each([
    ['the same everywhere', ['_', '_'], '_'],
    ['a counter', ['SCN_0001 ', 'SCN_0002 '], 'SCN_{skip} '],
    ['different separators', ['_', ' - '], '{sep}'],
    ['a date', ['-2024-05-01-', '-2023-12-31-'], '-{date:YYYY-MM-DD}-'],
    ['something only some names have', ['_', '_v2_'], '_[v2_]'],
    ['something at the end of some names', ['', '-v2-final'], '[-v2-final]'],
    ['texts that are built differently', ['-a1-x-', '-b-'], '-{skip}-'],
    ['characters with a meaning in patterns', ['[{1}]', '[{1}]'], '\\[\\{1\\}\\]'],
  ])('%s', (_, texts, first) => {
    expect(patternsFor(...texts)[0]).toBe(first)
  })

  it('goes from plain text to any text', () => {
    expect(patternsFor('SCN_0001 ')).toEqual([
      'SCN_0001 ',
      'SCN_{skip} ',
      'SCN{sep}{skip}{sep}',
      '{skip}_{skip} ',
      '{skip} ',
    ])
  })

  it('is nothing where nothing stands', () => {
    expect(patternsFor('', '')).toEqual([''])
  })
})
