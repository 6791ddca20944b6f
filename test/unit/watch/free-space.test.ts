import { describe, expect, it } from 'vitest'
import { createFreeSpace } from '../../../electron/engine/watch/free-space.ts'
import { fakeTime } from './fake-time.ts'

describe('the free space of a folder', () => {
  it('is read at most each 30 s, and told when it is known', async () => {
    const time = fakeTime()
    let reads = 0
    let isTold = false
    const space = createFreeSpace(
      '/scans',
      time.clock,
      () => (isTold = true),
      () => Promise.resolve((reads += 1)),
    )
    expect(space.read()).toBeNull()
    await time.pass(0)
    expect([space.read(), isTold]).toEqual([1, true])
    await time.pass(29_999)
    expect([space.read(), reads]).toEqual([1, 1])
    await time.pass(1)
    space.read()
    await time.pass(0)
    expect([space.read(), reads]).toEqual([2, 2])
  })

  it('is null where the system does not say, and one question at a time is asked of a share that hangs', async () => {
    const time = fakeTime()
    let reads = 0
    const refused = createFreeSpace(
      '/scans',
      time.clock,
      () => undefined,
      () => Promise.reject(new Error('ENOSYS')),
    )
    const hanging = createFreeSpace(
      '/scans',
      time.clock,
      () => undefined,
      () => {
        reads += 1
        return new Promise(() => undefined)
      },
    )
    for (let n = 0; n < 10; n += 1) {
      await time.pass(60_000)
      expect([refused.read(), hanging.read()]).toEqual([null, null])
    }
    expect(reads).toBe(1)
  })
})
