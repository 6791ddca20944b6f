import { describe, expect, it } from 'vitest'
import type { InspectedFile } from '../../../electron/engine/identification.ts'
import { createUnfinishedFiles } from '../../../electron/engine/unfinished-files.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import type { Finding } from '../../../electron/shared/finding-codes.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'

const damaged = finding('damaged', sayAsWritten('Its end is missing.'))

function inspected(
  sha256: string,
  findings: readonly Finding[] = [damaged],
  endsInZeros = false,
): InspectedFile {
  const sizeBytes = sha256.length
  return {
    path: 'a.pdf',
    fileKey: '1:1',
    sizeBytes,
    modifiedAtMs: 1,
    inspection: { sizeBytes, sha256, endsInZeros, family: 'pdf', detected: null, picture: null, findings },
  }
}

function fixture() {
  const state = { nowMs: 0, isDoubting: true }
  const unfinished = createUnfinishedFiles({
    longestMs: () => 1_800_000,
    isDoubting: () => state.isDoubting,
    monotonicMs: () => state.nowMs,
  })
  const isDoubted = (file: InspectedFile) => unfinished.part([file]).doubtful.length === 1
  return { state, unfinished, isDoubted }
}

describe('files that seem unfinished', () => {
  it('are doubted once, and believed when they are found just so again', () => {
    const { isDoubted } = fixture()
    expect([isDoubted(inspected('one')), isDoubted(inspected('one'))]).toEqual([true, false])
    expect(isDoubted(inspected('one'))).toBe(true)
  })

  it('are doubted anew when they changed, and believed as they are after the longest time', () => {
    const { state, isDoubted } = fixture()
    for (let n = 0; n < 180; n += 1) {
      expect(isDoubted(inspected(`content ${String(n)}`))).toBe(true)
      state.nowMs += 10_000
    }
    expect(isDoubted(inspected('and on it goes'))).toBe(false)
  })

  it('are forgotten when they are whole, or gone', () => {
    const { unfinished, isDoubted } = fixture()
    expect(isDoubted(inspected('one'))).toBe(true)
    expect(isDoubted(inspected('whole', []))).toBe(false)
    expect(isDoubted(inspected('one'))).toBe(true)
    unfinished.forget('a.pdf')
    expect(isDoubted(inspected('one'))).toBe(true)
  })

  it('are told by what blocks and by zeros at the end, not by a warning', () => {
    const { state, isDoubted } = fixture()
    expect(isDoubted(inspected('moved index', [{ ...damaged, severity: 'warn' }]))).toBe(false)
    expect(isDoubted(inspected('too large', [finding('too_large', sayAsWritten(''))]))).toBe(false)
    expect(isDoubted(inspected('zeros', [], true))).toBe(true)
    state.isDoubting = false
    expect(isDoubted(inspected('one'))).toBe(false)
  })
})
