import { describe, expect, it } from 'vitest'
import {
  describeIndexFile,
  judgeIndexFile,
} from '../../../../electron/engine/identify/indexing/index-file-judgement.ts'
import { sayAsWritten } from '../../../../electron/shared/sentences/say.ts'

const nothing = { count: 0, rows: [] }
const well = {
  kind: 'table',
  overdue: nothing,
  malformed: nothing,
  changedAfterUse: nothing,
  unreadable: null,
} as const

describe('an index file', () => {
  it('has nothing to say while all is well', () => {
    expect(judgeIndexFile(well)).toEqual([])
    const counts = { kind: 'table', rowCount: 200, matchedCount: 200, waitingCount: 0 } as const
    expect(describeIndexFile(counts).words).toBe('Index file: 200 rows, 200 scans found.')
    expect(
      describeIndexFile({ ...counts, rowCount: 12_000, matchedCount: 1, waitingCount: 11_999 }).words,
    ).toBe('Index file: 12,000 rows, 1 scan found, 11,999 awaited.')
  })

  it('names some of its rows, and how many more there are', () => {
    const rows = Array.from({ length: 12 }, (_, at) => ({ rowNumber: at + 2, file: `scan${at}.jpg` }))
    const [finding] = judgeIndexFile({ ...well, overdue: { count: 1_234, rows } })
    expect(finding?.code).toBe('index_row_without_file')
    expect(finding?.evidence).toMatch(
      /^Line 2: “scan0\.jpg”; line 3: .*; line 11: “scan9\.jpg”; and 1,224 more\.$/,
    )
  })

  it('says what is wrong with rows, and what they say now', () => {
    const findings = judgeIndexFile({
      ...well,
      malformed: { count: 1, rows: [{ rowNumber: 7, file: '', problem: sayAsWritten('It names no file.') }] },
      changedAfterUse: {
        count: 1,
        rows: [{ rowNumber: 3, file: 'a.jpg', entityId: '4712', mediaType: 'LETTER', fields: {}, itemId: 5 }],
      },
      unreadable: sayAsWritten('It is empty.'),
    })
    expect(findings.map(({ code, evidence, itemIds }) => ({ code, evidence, itemIds }))).toEqual([
      { code: 'index_unreadable', evidence: 'It is empty.', itemIds: undefined },
      {
        code: 'index_row_malformed',
        evidence: 'Line 7: no file named: It names no file.',
        itemIds: undefined,
      },
      { code: 'index_row_changed', evidence: 'Line 3: “a.jpg” now says “4712” with Letter.', itemIds: [5] },
    ])
  })

  it('that is a sidecar has no lines', () => {
    const malformed = {
      count: 1,
      rows: [{ rowNumber: 1, file: 'a', problem: sayAsWritten('It holds no values.') }],
    }
    expect(judgeIndexFile({ ...well, kind: 'sidecar', malformed })[0]?.evidence).toBe(
      '“a”: It holds no values.',
    )
  })
})
