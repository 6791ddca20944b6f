import { describe, expect, it } from 'vitest'
import { createFolderWaits } from '../../../electron/engine/archive/folder-waits.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'

const minute = 60_000
const day = 86_400_000

function waits() {
  const clock = { nowMs: 1_700_000_000_000 }
  return { clock, waits: createFolderWaits(() => clock.nowMs) }
}

describe('what cannot be moved', () => {
  it('is tried again after a minute, then two, and at least once an hour', () => {
    const { clock, waits: of } = waits()
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      of.failFolder(sayAsWritten('The disk is full.'))
      clock.nowMs += minutes * minute - 1
      expect(of.mayTryFolder()).toBe(false)
      clock.nowMs += 1
      expect(of.mayTryFolder()).toBe(true)
    }
  })

  it('does not wait for a clock that was set back', () => {
    const { clock, waits: of } = waits()
    of.failFolder(sayAsWritten('The disk is full.'))
    of.failItem(1, sayAsWritten('Too long.'))
    clock.nowMs -= day
    expect(of.mayTryFolder()).toBe(true)
    expect(of.mayTryItem(1)).toBe(true)
  })

  it('says why, and no more once it went well', () => {
    const { waits: of } = waits()
    expect(of.why()).toBeNull()
    of.failItem(1, sayAsWritten('Its path is too long.'))
    expect(of.why()?.words).toBe(
      '1 uploaded file stays in the folder: Its path is too long. Intray tries again by itself.',
    )
    of.failItem(2, sayAsWritten('Its path is too long.'))
    expect(of.why()?.words).toMatch(/^2 uploaded files stay/)
    of.done(1)
    of.done(2)
    expect(of.why()).toBeNull()
    of.failFolder(sayAsWritten('The disk is full.'))
    expect(of.why()?.words).toContain('The disk is full.')
    expect(of.passed()).toBe(true)
    expect(of.why()).toBeNull()
  })

  it('stops the whole folder after five files in a row', () => {
    const { waits: of } = waits()
    for (const itemId of [1, 2, 3, 4]) of.failItem(itemId, sayAsWritten('No.'))
    expect(of.mayTryFolder()).toBe(true)
    of.failItem(5, sayAsWritten('No.'))
    expect(of.mayTryFolder()).toBe(false)
  })

  it('counts a file that is gone as no failure', () => {
    const { clock, waits: of } = waits()
    of.leave(1)
    expect(of.why()).toBeNull()
    expect(of.mayTryItem(1)).toBe(false)
    clock.nowMs += minute
    expect(of.isSomethingOver()).toBe(true)
    of.passed()
    expect(of.isSomethingOver()).toBe(false)
  })
})
