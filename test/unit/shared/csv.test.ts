import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFormOf, csvRecord } from '../../../electron/shared/csv.ts'

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

  it.each([
    '0047',
    '12345678901234567',
    '1-2',
    '3/4',
    '12.5',
    '1,234',
    '9:30',
    '1e5',
    '3E-4',
    'MAR1',
    '1. Mai',
    '2-Dez-24',
  ])('keeps %j the text that it is', (text) => {
    expect(csvRecord([text])).toMatch(new RegExp(`^"?'${text.replaceAll('.', '\\.')}"?\r\n$`))
  })

  it.each([
    '4711',
    '123456789012345',
    'cust-1',
    'ID_FRONT',
    '2026-11-23T10:00:00.000Z',
    'a1e5',
    'Mark 7',
    'decor',
  ])('leaves %j as it is', (text) => {
    expect(csvRecord([text])).toBe(`${text}\r\n`)
  })

  it('is in the form of the region’s spreadsheets', () => {
    expect(csvFormOf('en-US')).toEqual({ delimiter: ',', decimal: '.' })
    expect(csvFormOf('de-CH')).toEqual({ delimiter: ',', decimal: '.' })
    expect(csvRecord(['a,b', 'a;b', 12.5], csvFormOf('de-DE'))).toBe('a,b;"a;b";12,5\r\n')
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
