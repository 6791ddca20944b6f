import { describe, expect, it } from 'vitest'
import { problemLines } from '../../../renderer/state/problem-lines.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `Line ${String(index + 1)}`)

describe('what is wrong with a file, in a toast', () => {
  it('is a line for each problem', () => {
    expect(problemLines(lines(2))).toBe('Line 1\nLine 2')
  })

  it('is no longer than a toast can be', () => {
    expect(problemLines(lines(200)).split('\n')).toEqual([...lines(5), 'And 195 more.'])
  })
})
