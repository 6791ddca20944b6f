import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tryPlace } from '../../../electron/engine/place-trial.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const isRoot = process.getuid?.() === 0

describe('the test of a place', () => {
  it('reads a folder, and counts what lies in it', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.jpg'), '')
    expect(await tryPlace('folder', folder)).toMatchObject({ ok: true, said: { code: 'place_readable' } })
  })

  it('says why a folder cannot be one', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'a.jpg')
    writeFileSync(file, '')
    const codeOf = async (path: string) => {
      const { ok, said } = await tryPlace('folder', path)
      return [ok, said?.code]
    }
    expect(await codeOf('')).toEqual([false, 'place_empty'])
    expect(await codeOf('scans')).toEqual([false, 'path_incomplete'])
    expect(await codeOf(join(folder, 'gone'))).toEqual([false, 'place_absent'])
    expect(await codeOf(file)).toEqual([false, 'place_no_folder'])
    expect(await codeOf(join(file, 'below'))).toEqual([false, 'place_absent'])
  })

  it('writes into an archive, and leaves nothing behind', async () => {
    const folder = temporaryFolder()
    expect(await tryPlace('archive', folder)).toMatchObject({ ok: true, said: { code: 'place_writable' } })
    expect(readdirSync(folder)).toEqual([])
  })

  it('tells an archive in which nothing may be written', async () => {
    // Nobody writes into /proc, root neither.
    const folder = isRoot ? '/proc' : temporaryFolder()
    if (!isRoot) chmodSync(folder, 0o500)
    const { ok, said } = await tryPlace('archive', folder)
    expect([ok, said?.code]).toEqual([false, 'place_unwritable'])
  })

  it('opens an anchor file without a change, and makes none', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'anchors.txt')
    expect(await tryPlace('anchor_file', file)).toMatchObject({
      ok: true,
      said: { code: 'place_file_creatable' },
    })
    expect(readdirSync(folder)).toEqual([])

    writeFileSync(file, 'a line\n')
    expect(await tryPlace('anchor_file', file)).toMatchObject({
      ok: true,
      said: { code: 'place_appendable' },
    })
    expect(readFileSync(file, 'utf8')).toBe('a line\n')

    mkdirSync(join(folder, 'inside'))
    const codes = [join(folder, 'inside'), join(folder, 'gone', 'anchors.txt')].map(async (path) => {
      const { said } = await tryPlace('anchor_file', path)
      return said?.code
    })
    expect(await Promise.all(codes)).toEqual(['place_no_file', 'place_absent'])
  })
})
