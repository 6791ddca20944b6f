import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeWholeFile } from '../../../electron/main/whole-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('a file that is written whole', () => {
  it('replaces the old one and is private', async () => {
    const path = join(temporaryFolder(), 'new', 'key.bin')
    await writeWholeFile(path, 'old')
    await writeWholeFile(path, 'new')
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(path, '..'))).toEqual(['key.bin'])
  })

  it('leaves nothing behind when it cannot be written', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'taken')
    await mkdir(join(path, 'inside'), { recursive: true })
    await expect(writeWholeFile(path, 'x')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['taken'])
  })
})
