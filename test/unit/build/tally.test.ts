import { describe, expect, it } from 'vitest'
import { addTallies, closingLine, NOTHING, tallyPlaywright, tallyVitest } from '../../../build/test/tally.mjs'

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{}, {}] },
    { status: 'failed', assertionResults: [{}] },
  ],
}

describe('the tally of a Vitest run', () => {
  it('takes over what the report counts', () => {
    expect(tallyVitest(vitestReport)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  it('counts a file that could not be loaded as one failed test', () => {
    const testResults = [...vitestReport.testResults, { status: 'failed', assertionResults: [] }]
    expect(tallyVitest({ ...vitestReport, testResults })).toEqual({ passed: 5, failed: 2, skipped: 3 })
  })

  it('refuses a report that has another form', () => {
    expect(() => tallyVitest({ ...vitestReport, numPassedTests: undefined })).toThrow('numPassedTests')
  })
})

describe('the tally of a Playwright run', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 2, skipped: 3 }

  it('counts a test that passed at a later try as passed', () => {
    expect(tallyPlaywright({ stats, errors: [] })).toEqual({ passed: 6, failed: 1, skipped: 3 })
  })

  it('counts errors outside of tests as failed', () => {
    expect(tallyPlaywright({ stats, errors: [{ message: 'no server' }] }).failed).toBe(2)
  })
})

describe('sums and the closing line', () => {
  it('adds every part', () => {
    const sum = addTallies({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })
    expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 })
    expect(addTallies(sum, NOTHING)).toEqual(sum)
  })

  it('names skipped tests only where there are any', () => {
    expect(closingLine({ passed: 321, failed: 0, skipped: 0 })).toBe('Tests: 321 passed, 0 failed')
    expect(closingLine({ passed: 320, failed: 1, skipped: 2 })).toBe('Tests: 320 passed, 1 failed, 2 skipped')
  })
})
