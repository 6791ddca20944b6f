import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPictureCache } from '../../../electron/engine/media/picture-cache.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const hash = (letter: string): string => letter.repeat(64)

/** Sets when a picture was looked at last, in seconds. */
function lookedAt(path: string, seconds: number): void {
  utimesSync(path, seconds, seconds)
}

describe('the pictures that were made', () => {
  it('are found by the scan’s content, and only this user may read them', async () => {
    const folder = join(temporaryFolder(), 'previews')
    const cache = createPictureCache(folder, 1_000)
    await expect(cache.find(hash('a'))).resolves.toBeUndefined()
    const path = await cache.keep(hash('a'), Buffer.from('picture'))
    await expect(cache.find(hash('a'))).resolves.toBe(path)
    expect(readFileSync(path, 'utf8')).toBe('picture')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('give way when there are too many, those not looked at for longest first', async () => {
    const cache = createPictureCache(temporaryFolder(), 250)
    const first = await cache.keep(hash('a'), Buffer.alloc(100))
    const second = await cache.keep(hash('b'), Buffer.alloc(100))
    lookedAt(first, 1_000)
    lookedAt(second, 2_000)
    await cache.find(hash('a'))
    const third = await cache.keep(hash('c'), Buffer.alloc(100))
    expect([first, second, third].map((path) => existsSync(path))).toEqual([true, false, true])
  })

  it('include the newest even when it alone is too large, and no leftovers of a crash', async () => {
    const folder = temporaryFolder()
    const draft = join(folder, 'leftover.draft')
    writeFileSync(draft, Buffer.alloc(100))
    lookedAt(draft, 1_000)
    const path = await createPictureCache(folder, 50).keep(hash('a'), Buffer.alloc(100))
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([path])
  })

  it('are all gone after a purge, and made anew after it', async () => {
    const folder = temporaryFolder()
    const cache = createPictureCache(folder, 1_000)
    await cache.keep(hash('a'), Buffer.from('picture'))
    await cache.purge()
    expect(existsSync(folder)).toBe(false)
    await expect(cache.keep(hash('a'), Buffer.from('picture'))).resolves.toContain(hash('a'))
  })
})
