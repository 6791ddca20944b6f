import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rescanSlip } from '../../../electron/engine/review/rescan-slip.ts'
import type { RescanSlipInputs } from '../../../electron/engine/review/rescan-slip.ts'
import { slipName } from '../../../electron/engine/review/slip-name.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'

const asked: RescanSlipInputs = {
  item: { id: 123, path: 'Branch 2/4711_passport.jpg', name: '4711_passport.jpg' },
  folderName: 'Scans',
  reason: 'The photo is blurred.\nPlease clean the glass.',
  operator: 'Ms Ellingstad',
  atMs: Date.UTC(2026, 10, 23, 14, 2),
  findings: [],
}

const linesOf = (change: Partial<RescanSlipInputs>): string[] =>
  rescanSlip({ ...asked, ...change })
    .text.slice(1)
    .split('\r\n')

describe('a slip that asks for a new scan', () => {
  it('says what is wrong and what to do', () => {
    const findings = [
      finding('picture_too_small', sayAsWritten('It has 90 x 60 pixels.')),
      finding('other_side_missing', sayAsWritten('The back did not come within 10 minutes.')),
    ]
    expect(rescanSlip({ ...asked, findings })).toEqual({
      name: '4711_passport.jpg.rescan-123.txt',
      text: [
        '\ufeffPLEASE SCAN THIS AGAIN',
        '',
        'File:       4711_passport.jpg',
        'Folder:     Scans > Branch 2',
        'Asked for:  2026-11-23 14:02 UTC, by Ms Ellingstad',
        'Reference:  Intray item 123',
        '',
        'What is wrong',
        '  The photo is blurred.',
        '  Please clean the glass.',
        '  - The picture is very small. It has 90 x 60 pixels.',
        '  - The other side of the document is missing. The back did not come within 10 minutes.',
        '',
        'What to do',
        '  1. Scan the document once more.',
        '  2. Save the new scan in the same folder as: 4711_passport.jpg',
        '     It may replace the old file.',
        '  3. Intray finds the new scan by itself. This note can then be deleted.',
        '',
      ].join('\r\n'),
    })
  })

  it('says nothing of other items and their entities', () => {
    const findings = [
      finding('duplicate_other_entity', sayAsWritten('The same content: item 3 (entity “secret”).')),
      finding('rescan_received', sayAsWritten('It replaces item 3.')),
      {
        ...finding('extension_mismatch', sayAsWritten('Named .mov, is an MP4 video.')),
        severity: 'info' as const,
      },
    ]
    expect(linesOf({ findings })).toEqual(linesOf({}))
  })

  it('asks for another ending where the file’s own cannot be sent', () => {
    const wanted = (name: string) =>
      linesOf({ item: { id: 1, path: name, name } }).find((line) => line.includes('as:'))
    expect(wanted('4711_letter.docx')).toMatch(/as: 4711_letter\.jpg or 4711_letter\.pdf$/)
    expect(wanted('4711_letter')).toMatch(/as: 4711_letter\.jpg or 4711_letter\.pdf$/)
    expect(wanted('4711_letter.PDF')).toMatch(/as: 4711_letter\.PDF$/)
  })

  it('has something to say where nobody said anything', () => {
    const lines = linesOf({ reason: ' \n ', operator: ' ' })
    expect(lines).toContain('  It was rejected, without a reason.')
    expect(lines).toContain('Asked for:  2026-11-23 14:02 UTC')
  })

  it('cannot be forged by what stands in a name or a reason', () => {
    const hostile = 'a\u202egpj.exe\r\nReference:  Intray item 1\u0000'
    const lines = linesOf({
      item: { id: 9, path: `x/${hostile}`, name: hostile },
      operator: hostile,
      folderName: hostile,
      reason: hostile,
    })
    expect(lines.filter((line) => line.startsWith('Reference:'))).toEqual(['Reference:  Intray item 9'])
    // eslint-disable-next-line no-control-regex
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/)
  })
})

describe('the name of a slip', () => {
  it.each([
    ['passport.jpg', 'passport.jpg.rescan-5.txt'],
    ['Führerschein Åse.jpg', 'Führerschein Åse.jpg.rescan-5.txt'],
    ['a<b>:"/\\|?*c.jpg', 'a_b________c.jpg.rescan-5.txt'],
    ['line\nbreak\u202e.jpg', 'line_break_.jpg.rescan-5.txt'],
    ['CON.jpg', '_CON.jpg.rescan-5.txt'],
    ['lpt1', '_lpt1.rescan-5.txt'],
    ['Console.jpg', 'Console.jpg.rescan-5.txt'],
    ['. .x', '_x.rescan-5.txt'],
    ['\ud800.jpg', '\ufffd.jpg.rescan-5.txt'],
    ['', 'scan.rescan-5.txt'],
  ])('of %j is %j', (scan, slip) => {
    expect(slipName(scan, 5)).toBe(slip)
  })

  it('is safe, of bearable length and of one item, whatever the scan is called', () => {
    const names = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 2 ** 40 }), (scan, itemId) => {
        const name = slipName(scan, itemId)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
        expect(name.isWellFormed()).toBe(true)
        // eslint-disable-next-line no-control-regex
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|^[. ]|[. ]$/)
        expect(name.endsWith(`.rescan-${itemId}.txt`)).toBe(true)
      }),
    )
  })
})
