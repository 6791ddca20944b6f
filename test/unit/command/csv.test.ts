import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRecord } from '../../../electron/engine/evidence/csv.ts'

describe('csvRecord', () => {
  it('quotes what would end a cell and ends with CRLF', () => {
    expect(csvRecord([1, null, 'plain', 'a,b', 'say "x"', 'two\nlines'])).toBe(
      '1,,plain,"a,b","say ""x""","two\nlines"\r\n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('guards %j against formulas', (text) => {
    expect(csvRecord([text]).replace(/^"/, '').startsWith(`'${text}`)).toBe(true)
  })

  it('leaves numbers alone, negative ones too', () => {
    expect(csvRecord([-5])).toBe('-5\r\n')
  })

  it('never lets a text begin as a formula, and loses nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const record = csvRecord([text]).slice(0, -2)
        const cell = record.startsWith('"') ? record.slice(1, -1).replaceAll('""', '"') : record
        expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        expect([text, `'${text}`]).toContain(cell)
      }),
    )
  })
})
