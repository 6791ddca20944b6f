import { mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { foldersOverlap, resolveFolder } from '../../../electron/engine/watch/folder-overlap.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const deep = (realPath: string) => ({ realPath, recursive: true })
const flat = (realPath: string) => ({ realPath, recursive: false })

describe('overlapping folders', () => {
  it.each([
    ['the same', deep('/scans'), deep('/scans'), true],
    ['the same, both flat', flat('/scans'), flat('/scans'), true],
    ['one inside the other', deep('/scans'), deep('/scans/in'), true],
    ['inside the root', deep('/'), flat('/scans'), true],
    ['inside a flat one', flat('/scans'), deep('/scans/in'), false],
    ['beside', deep('/scans/a'), deep('/scans/b'), false],
    ['a name that begins alike', deep('/scans'), deep('/scans-old'), false],
    ['a name that begins with dots', deep('/scans'), deep('/scans/..in'), true],
    ['another case', deep('/Scans'), deep('/scans'), false],
  ])('on Linux: %s', (_what, one, other, expected) => {
    expect(foldersOverlap(one, other, 'linux')).toBe(expected)
    expect(foldersOverlap(other, one, 'linux')).toBe(expected)
  })

  it.each([
    ['another case', 'win32', deep('C:\\Scans'), flat('c:\\scans\\IN'), true],
    ['another drive', 'win32', deep('C:\\scans'), deep('D:\\scans'), false],
    ['a share', 'win32', deep('\\\\server\\scans'), deep('\\\\SERVER\\scans\\in'), true],
    ['another share', 'win32', deep('\\\\server\\scans'), deep('\\\\server\\other'), false],
    ['another case', 'darwin', deep('/Users/a/Scans'), deep('/users/a/scans/in'), true],
    ['another form of Unicode', 'darwin', deep('/M\u00FCller'), deep('/Mu\u0308ller/in'), true],
  ] as const)('%s on %s', (_what, platform, one, other, expected) => {
    expect(foldersOverlap(one, other, platform)).toBe(expected)
    expect(foldersOverlap(other, one, platform)).toBe(expected)
  })

  it('are found through links, also for a folder that is not there yet', async () => {
    const real = realpathSync(temporaryFolder())
    mkdirSync(join(real, 'scans'))
    symlinkSync(join(real, 'scans'), join(real, 'link'))
    expect(await resolveFolder(join(real, 'link'))).toBe(join(real, 'scans'))
    expect(await resolveFolder(join(real, 'link/not/yet'))).toBe(join(real, 'scans/not/yet'))
  })
})
