import { describe, expect, it } from 'vitest'
import { matchRescan } from '../../../electron/engine/review/rescan-match.ts'
import type { OpenRescan } from '../../../electron/engine/review/rescan-match.ts'

const open = (itemId: number, change: Partial<OpenRescan> = {}): OpenRescan => ({
  itemId,
  path: `old-${itemId}.jpg`,
  entityId: '4711',
  mediaType: 'LETTER',
  sha256: 'aa',
  ...change,
})

const scan = { path: 'new.jpg', entityId: '4711', mediaType: 'LETTER', sha256: 'bb' }

describe('matchRescan', () => {
  it('finds the one at the same path first', () => {
    const rescans = [open(1, { path: 'new.jpg', entityId: 'x', mediaType: null }), open(2)]
    expect(matchRescan(rescans, scan)).toBe(1)
    expect(matchRescan(rescans, { ...scan, entityId: null, mediaType: null })).toBe(1)
  })

  it('does not mind how the file system spells a path', () => {
    expect(matchRescan([open(1, { path: 'A\u0301.jpg', entityId: 'x' })], { ...scan, path: 'Á.jpg' })).toBe(1)
  })

  it('finds one of the same entity and media type, the last one asked for', () => {
    const others = [open(7, { entityId: 'x' }), open(8, { mediaType: 'STATEMENT' })]
    expect(matchRescan([...others, open(3), open(5), open(4)], scan)).toBe(5)
    expect(matchRescan(others, scan)).toBeNull()
  })

  it('finds nothing for a scan without values, nor for values that nobody gave', () => {
    expect(
      matchRescan([open(1, { entityId: null, mediaType: null })], { ...scan, entityId: null }),
    ).toBeNull()
    expect(matchRescan([open(1)], { ...scan, mediaType: null })).toBeNull()
    expect(matchRescan([], scan)).toBeNull()
  })

  it('never takes the same content for a new scan', () => {
    expect(matchRescan([open(1, { path: 'new.jpg', sha256: 'bb' })], scan)).toBeNull()
    expect(matchRescan([open(1, { sha256: 'bb' }), open(2)], scan)).toBe(2)
    expect(matchRescan([open(1, { sha256: null })], { ...scan, sha256: null })).toBe(1)
  })
})
