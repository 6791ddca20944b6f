import { constants } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isHeldOpen } from '../../../electron/engine/watch/exclusive-open.ts'
import type { OpenOnce } from '../../../electron/engine/watch/exclusive-open.ts'

/** What Windows answers to opening for writing, and to opening for reading. */
function windows(forWriting: string | null, forReading: string | null): OpenOnce {
  return (_path, flags) => {
    const code = flags === constants.O_RDWR ? forWriting : forReading
    return code === null ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }))
  }
}

describe('whether a program holds a file open', () => {
  it.each([
    ['nobody has it open', null, null, false],
    ['a writer does not share it', 'EBUSY', 'EBUSY', true],
    ['a writer shares it for reading alone', 'EBUSY', null, true],
    ['it may only be read, and nobody has it open', 'EPERM', null, false],
    ['it may only be read, and a writer does not share it', 'EPERM', 'EBUSY', true],
    ['it may not even be read, which the inspection tells', 'EPERM', 'EPERM', false],
    ['it is on a disk that is read-only', 'EROFS', null, false],
    ['it is gone, which the next look tells', 'ENOENT', 'ENOENT', false],
  ])('on Windows, when %s', async (_what, forWriting, forReading, expected) => {
    expect(await isHeldOpen('C:\\scans\\a.jpg', 'win32', windows(forWriting, forReading))).toBe(expected)
  })

  it('is never said elsewhere, where no system tells', async () => {
    for (const platform of ['linux', 'darwin'] as const)
      expect(await isHeldOpen('/scans/a.jpg', platform, windows('EBUSY', 'EBUSY'))).toBe(false)
  })
})
