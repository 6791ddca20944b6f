import { describe, expect, it } from 'vitest'
import type { EngineLink } from '../../../electron/main/engine-link.ts'
import { createTrashDesk } from '../../../electron/main/trash-desk.ts'

describe('the way into the system’s trash', () => {
  it('is taken by one file after the other, and the engine hears of each', async () => {
    const answers: unknown[] = []
    const done = Promise.withResolvers<undefined>()
    let atOnce = 0
    let mostAtOnce = 0
    const put = createTrashDesk({
      async trashItem(path) {
        atOnce += 1
        mostAtOnce = Math.max(mostAtOnce, atOnce)
        await Promise.resolve()
        atOnce -= 1
        if (path === '/b') throw new Error('Failed to move item to trash')
        if (path === '/c') throw new Error('x'.repeat(5_000))
      },
      // Only this one call is made.
      call: ((_name: 'files.trashed', input: unknown) => {
        answers.push(input)
        if (answers.length === 3) done.resolve(undefined)
        return Promise.resolve({ ok: true, value: null })
      }) as unknown as EngineLink['call'],
    })
    for (const [index, path] of ['/a', '/b', '/c'].entries()) put({ itemId: index + 1, path })
    await done.promise
    expect(answers).toEqual([
      { itemId: 1, failure: null },
      { itemId: 2, failure: '' },
      { itemId: 3, failure: 'x'.repeat(1_000) },
    ])
    expect(mostAtOnce).toBe(1)
  })
})
