import { describe, expect, it } from 'vitest'
import { progressLine } from '../../../electron/engine/command/run-progress.ts'
import { inThousands, printable } from '../../../electron/engine/command/terminal.ts'
import { noItems } from '../../../electron/engine/ledger/queries.ts'

describe('what a terminal is shown', () => {
  it('spells out whatever could drive it or turn text around', () => {
    expect(printable('a\u001b[2Jb\r\u0007\u009b1m')).toBe('a\\u{1b}[2Jb\\u{0d}\\u{07}\\u{9b}1m')
    expect(printable('scan\u202egpj.exe')).toBe('scan\\u{202e}gpj.exe')
    expect(printable('Élodie – Varenne 漢字.jpg')).toBe('Élodie – Varenne 漢字.jpg')
  })

  it('groups thousands the same everywhere', () => {
    expect(inThousands(1_240_000)).toBe('1,240,000')
  })

  it('tells progress in files that are work', () => {
    const counts = {
      ...noItems(),
      seen: 18_760,
      awaiting_review: 930,
      uploaded: 310,
      ignored: 5,
      superseded: 1,
    }
    expect(progressLine(counts)).toBe('Identified 1,240 of 20,000 · uploaded 310')
  })
})
