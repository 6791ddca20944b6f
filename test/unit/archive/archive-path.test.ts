import { describe, expect, it } from 'vitest'
import {
  archiveOf,
  archivePlace,
  dayOf,
  isInOwnArchive,
  withNumber,
} from '../../../electron/engine/archive/archive-path.ts'

const noon = new Date(2026, 10, 23, 12).getTime()

describe('the place of an uploaded file', () => {
  it('is in the folder’s own archive, under the day of the upload', () => {
    expect(archivePlace({ id: 'scans', path: '/in', archivePath: '' }, 'a/b.png', noon)).toEqual({
      root: '/in',
      rootIsOwn: true,
      path: 'uploaded/2026-11-23/a/b.png',
    })
  })

  it('is below the folder’s id in an archive that several folders may share', () => {
    const folder = { id: 'scans', path: '/in', archivePath: '/archive' }
    expect(archivePlace(folder, 'b.png', noon)).toEqual({
      root: '/archive',
      rootIsOwn: false,
      path: 'scans/2026-11-23/b.png',
    })
    expect(archiveOf(folder)).toBe('/archive/scans')
  })

  it('has the day of the computer’s own time', () => {
    expect(dayOf(new Date(2026, 0, 2, 0, 0, 1).getTime())).toBe('2026-01-02')
    expect(dayOf(new Date(2026, 11, 31, 23, 59, 59).getTime())).toBe('2026-12-31')
  })

  it.each([
    ['uploaded/2026-11-23/a.png', true],
    ['uploaded/2026-11-23', true],
    ['uploaded/a.png', false],
    ['a/uploaded/2026-11-23/a.png', false],
    ['uploaded/2026-11-234/a.png', false],
  ])('knows %s for its own: %s', (path, isOwn) => {
    expect(isInOwnArchive(path)).toBe(isOwn)
  })
})

describe('a name that is taken', () => {
  it.each([
    ['a/scan.png', 1, 'a/scan.png'],
    ['a/scan.png', 2, 'a/scan (2).png'],
    ['a.b/scan', 3, 'a.b/scan (3)'],
    ['a/.hidden', 2, 'a/.hidden (2)'],
    ['scan.tar.gz', 2, 'scan.tar (2).gz'],
  ])('%s with %i is %s', (path, number, numbered) => {
    expect(withNumber(path, number)).toBe(numbered)
  })

  it('stays within what a file system takes, in whole characters', () => {
    const numbered = withNumber(`${'ü'.repeat(125)}.png`, 12)
    expect(Buffer.byteLength(numbered)).toBeLessThanOrEqual(255)
    expect(numbered).toMatch(/^ü+ \(12\)\.png$/)
  })
})
