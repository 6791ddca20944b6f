import { describe, expect, it } from 'vitest'
import { reportGroups } from '../../../electron/shared/reports.ts'
import { rowQuery, totalQuery } from '../../../renderer/reports/row-query.ts'
import type { CountedFiles } from '../../../renderer/reports/row-query.ts'
import { identifiedFile, listedFile } from '../../support/ledger-steps.ts'
import { searchableLedger } from '../../support/searchable-ledger.ts'

const days = { fromDay: '2026-03-02', toDay: '2026-03-19' }
const filters = [
  '',
  'operator:anna*',
  'seen:2026-03-10..',
  'seen:..2026-03-05 scan',
  'state:uploaded,rejected',
  'type:letter,none -box',
  'decided:2026-03 is:duplicate',
]

/** With a file whose media type is written in another case. */
async function reportedLedger() {
  const searchable = await searchableLedger()
  const { ledger } = searchable
  const atMs = new Date(2026, 2, 12, 9).getTime()
  await ledger.recordListed('inbox', [listedFile('other-case.jpg')], atMs)
  await ledger.recordIdentified('inbox', [identifiedFile('other-case.jpg', { mediaType: 'Letter' })], atMs)
  return ledger
}

describe('a row of a report', () => {
  it('has the number of files that its query finds in the history', async () => {
    const ledger = await reportedLedger()
    const found = async (text: string | null): Promise<number> =>
      text === null ? 0 : (await ledger.count({ states: [], text, atMost: 1_000 })).count
    for (const text of filters) {
      for (const by of reportGroups) {
        const report = await ledger.report({ ...days, by, text })
        expect(report.rows.length, `${by} ${text}`).toBeGreaterThan(0)
        for (const counted of ['seen', 'uploaded'] satisfies CountedFiles[]) {
          for (const row of report.rows) {
            const query = rowQuery(report, text, row, counted)
            expect(await found(query), `${by} ${String(query)}`).toBe(row[counted])
          }
          expect(await found(totalQuery(report, text, counted)), `${by} ${text}`).toBe(report.total[counted])
        }
      }
    }
  })

  it('adds up: its parts to what was seen, the rows to the total', async () => {
    const ledger = await reportedLedger()
    for (const by of reportGroups) {
      const { rows, total } = await ledger.report({ ...days, by, text: '' })
      for (const column of ['seen', 'uploaded', 'held', 'rejected'] as const) {
        const sum = rows.reduce((count, row) => count + row[column], 0)
        expect(sum, `${by} ${column}`).toBe(total[column])
      }
      for (const row of rows) expect(row.uploaded + row.rejected).toBeLessThanOrEqual(row.seen)
    }
  })
})
