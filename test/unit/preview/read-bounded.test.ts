import { describe, expect, it } from 'vitest'
import { readBounded } from '../../../renderer/preview/text/read-bounded.ts'

/** An answer in chunks of these sizes that tells when it was given up. */
function answerOf(sizes: readonly number[]): { response: Response; isCancelled: () => boolean } {
  let cancelled = false
  const left = [...sizes]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const size = left.shift()
      if (size === undefined) controller.close()
      else controller.enqueue(new Uint8Array(size).fill(1))
    },
    cancel() {
      cancelled = true
    },
  })
  return { response: new Response(body), isCancelled: () => cancelled }
}

describe('reading a part of an answer', () => {
  it('takes an answer of exactly the limit whole', async () => {
    const { response, isCancelled } = answerOf([60, 40])
    const { bytes, cut } = await readBounded(response, 100)
    expect([bytes.length, cut, isCancelled()]).toEqual([100, false, false])
  })

  it('stops at the limit and leaves the rest unread', async () => {
    const { response, isCancelled } = answerOf([60, 60, 60, 60])
    const { bytes, cut } = await readBounded(response, 100)
    expect([bytes.length, cut, isCancelled()]).toEqual([100, true, true])
  })

  it('takes an empty answer', async () => {
    expect(await readBounded(new Response(null), 100)).toEqual({ bytes: new Uint8Array(), cut: false })
  })
})
