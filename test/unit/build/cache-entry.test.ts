import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensureCacheEntry } from '../../../build/setup/cache-entry.mjs'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** An entry of one file that counts how often it is made. */
function cacheEntry() {
  const cache = temporaryFolder()
  const made: string[] = []
  const entry = {
    directory: join(cache, 'runtime'),
    fingerprint: 'version 1',
    files: ['bin/program'],
    make: async (directory: string): Promise<void> => {
      made.push(directory)
      mkdirSync(join(directory, 'bin'))
      writeFileSync(join(directory, 'bin/program'), `made ${made.length}`)
    },
    log: () => undefined,
  }
  const program = (): string => readFileSync(join(entry.directory, 'bin/program'), 'utf8')
  return { cache, entry, made, program }
}

describe('an entry of the set-up cache', () => {
  it('is made once and then used', async () => {
    const { entry, made, program } = cacheEntry()
    expect(await ensureCacheEntry(entry)).toBe(entry.directory)
    expect(await ensureCacheEntry(entry)).toBe(entry.directory)
    expect(made).toHaveLength(1)
    expect(program()).toBe('made 1')
  })

  it('is made aside, so that nobody sees half of it', async () => {
    const { entry, made } = cacheEntry()
    const make = async (directory: string): Promise<void> => {
      expect(existsSync(entry.directory)).toBe(false)
      await entry.make(directory)
    }
    await ensureCacheEntry({ ...entry, make })
    expect(made[0]).not.toBe(entry.directory)
    expect(existsSync(made[0] ?? '')).toBe(false)
  })

  it('is made anew for another fingerprint, without what was in it', async () => {
    const { entry, program } = cacheEntry()
    await ensureCacheEntry(entry)
    writeFileSync(join(entry.directory, 'old'), '')
    await ensureCacheEntry({ ...entry, fingerprint: 'version 2' })
    expect(program()).toBe('made 2')
    expect(existsSync(join(entry.directory, 'old'))).toBe(false)
  })

  it('is made anew when a file of it is missing', async () => {
    const { entry, program } = cacheEntry()
    await ensureCacheEntry(entry)
    rmSync(join(entry.directory, 'bin/program'))
    await ensureCacheEntry(entry)
    expect(program()).toBe('made 2')
  })

  it('is made anew when an earlier run did not finish it', async () => {
    const { entry, made } = cacheEntry()
    mkdirSync(join(entry.directory, 'bin'), { recursive: true })
    writeFileSync(join(entry.directory, 'bin/program'), 'half')
    await ensureCacheEntry(entry)
    expect(made).toHaveLength(1)
  })

  it('leaves nothing behind when making it fails, and keeps the one there was', async () => {
    const { cache, entry, program } = cacheEntry()
    await ensureCacheEntry(entry)
    const make = () => Promise.reject(new Error('no network'))
    await expect(ensureCacheEntry({ ...entry, fingerprint: 'version 2', make })).rejects.toThrow('no network')
    expect(readdirSync(cache)).toEqual(['runtime'])
    expect(program()).toBe('made 1')
  })

  it('is made once for two that ask at the same time', async () => {
    const { entry, made } = cacheEntry()
    await Promise.all([ensureCacheEntry(entry), ensureCacheEntry(entry)])
    expect(made).toHaveLength(1)
  })

  it('clears away what was left by runs that were killed, but not what a run may still be making', async () => {
    const { cache, entry } = cacheEntry()
    const old = `${entry.directory}.partial-00000001`
    mkdirSync(old)
    mkdirSync(`${entry.directory}.partial-00000002`)
    const longAgo = new Date(Date.now() - 2 * 60 * 60_000)
    utimesSync(old, longAgo, longAgo)
    await ensureCacheEntry(entry)
    expect(readdirSync(cache).sort()).toEqual(['runtime', 'runtime.partial-00000002'])
  })
})
