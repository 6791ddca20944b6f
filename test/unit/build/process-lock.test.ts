import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withProcessLock } from '../../../build/setup/process-lock.mjs'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const silent = (): void => undefined

describe('the lock between set-ups', () => {
  it('names its holder while the work runs and is gone afterwards', async () => {
    const lockFile = join(temporaryFolder(), 'not', 'there', 'yet.lock')
    const result = await withProcessLock(lockFile, silent, () =>
      Promise.resolve(readFileSync(lockFile, 'utf8')),
    )
    expect(result).toBe(`${process.pid} ${hostname()}`)
    expect(existsSync(lockFile)).toBe(false)
  })

  it('is given back when the work fails', async () => {
    const lockFile = join(temporaryFolder(), 'a.lock')
    const failing = withProcessLock(lockFile, silent, () => Promise.reject(new Error('no disk')))
    await expect(failing).rejects.toThrow('no disk')
    expect(existsSync(lockFile)).toBe(false)
  })

  it('lets one work after the other and says once that it waits', async () => {
    const lockFile = join(temporaryFolder(), 'a.lock')
    const order: string[] = []
    const told: string[] = []
    const waiting = Promise.withResolvers<undefined>()
    const first = withProcessLock(lockFile, silent, async () => {
      order.push('first begins')
      await waiting.promise
      order.push('first ends')
    })
    await expect.poll(() => order).toEqual(['first begins'])
    const tell = (line: string): void => {
      told.push(line)
      waiting.resolve(undefined)
    }
    await withProcessLock(lockFile, tell, async () => {
      order.push('second begins')
    })
    await first
    expect(order).toEqual(['first begins', 'first ends', 'second begins'])
    expect(told).toHaveLength(1)
  })

  it('is taken over from a process that died', async () => {
    const lockFile = join(temporaryFolder(), 'a.lock')
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(lockFile, `${pid} ${hostname()}`)
    const told: string[] = []
    expect(
      await withProcessLock(
        lockFile,
        (line) => told.push(line),
        () => Promise.resolve('done'),
      ),
    ).toBe('done')
    expect(told).toEqual([])
  })

  it('is taken over by its age from a holder that cannot be asked', async () => {
    const lockFile = join(temporaryFolder(), 'a.lock')
    writeFileSync(lockFile, '')
    const longAgo = new Date(Date.now() - 30 * 60_000)
    utimesSync(lockFile, longAgo, longAgo)
    expect(await withProcessLock(lockFile, silent, () => Promise.resolve('done'))).toBe('done')
  })

  it('is left to a holder on another machine that is young', async () => {
    const lockFile = join(temporaryFolder(), 'a.lock')
    writeFileSync(lockFile, `1 not-${hostname()}`)
    const told = Promise.withResolvers<string>()
    const work = withProcessLock(lockFile, told.resolve, () => Promise.resolve(existsSync(lockFile)))
    expect(await told.promise).toContain('waiting')
    // The other machine has ended: now it is free.
    rmSync(lockFile)
    expect(await work).toBe(true)
  })
})
