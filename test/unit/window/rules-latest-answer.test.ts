import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LatestAnswer, superseded } from '../../../renderer/rules/trial/latest-answer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A question that is answered when the test says so. */
function openQuestion() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  return { ask: vi.fn(() => promise), resolve, reject }
}

describe('the latest answer', () => {
  it('is asked for only after the pause, and once, however often a person types', async () => {
    const latest = new LatestAnswer()
    const [first, second] = [openQuestion(), openQuestion()]
    const early = latest.ask(first.ask, 200)
    await vi.advanceTimersByTimeAsync(150)
    const late = latest.ask(second.ask, 200)
    await vi.advanceTimersByTimeAsync(199)
    expect(first.ask).not.toHaveBeenCalled()
    expect(second.ask).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(second.ask).toHaveBeenCalledOnce()
    second.resolve('second')
    expect(await early).toBe(superseded)
    expect(await late).toBe('second')
  })

  it('is never an older one that comes late', async () => {
    const latest = new LatestAnswer()
    const [slow, fast] = [openQuestion(), openQuestion()]
    const answers = [latest.ask(slow.ask), latest.ask(fast.ask)]
    fast.resolve('fast')
    slow.resolve('slow')
    expect(await Promise.all(answers)).toEqual([superseded, 'fast'])
  })

  it('tells its own failure, and not that of an older one', async () => {
    const latest = new LatestAnswer()
    const [older, newer] = [openQuestion(), openQuestion()]
    const answers = [latest.ask(older.ask), latest.ask(newer.ask)]
    older.reject(new Error('older'))
    newer.reject(new Error('newer'))
    await expect(answers[0]).resolves.toBe(superseded)
    await expect(answers[1]).rejects.toThrow('newer')
  })

  it('may be followed by more of the same, which goes with it', async () => {
    const latest = new LatestAnswer()
    const [first, more, next] = [openQuestion(), openQuestion(), openQuestion()]
    const answer = latest.ask(first.ask)
    const added = latest.add(more.ask)
    first.resolve('first')
    expect(await answer).toBe('first')
    void latest.ask(next.ask)
    more.resolve('more')
    expect(await added).toBe(superseded)
  })

  it('does not come any more once it is forgotten', async () => {
    const latest = new LatestAnswer()
    const question = openQuestion()
    const answer = latest.ask(question.ask)
    latest.forget()
    question.resolve('too late')
    expect(await answer).toBe(superseded)
  })
})
