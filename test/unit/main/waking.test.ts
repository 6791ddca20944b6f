import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchWaking } from '../../../electron/main/waking.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a computer that wakes', () => {
  it('is told once, when the network had a moment, however many events it makes', () => {
    const power = new EventEmitter()
    const woke = vi.fn()
    const stop = watchWaking(power, woke)
    for (let count = 0; count < 20; count += 1) {
      power.emit('resume')
      power.emit('unlock-screen')
      vi.advanceTimersByTime(100)
    }
    expect(woke).not.toHaveBeenCalled()
    vi.advanceTimersByTime(3_000)
    expect(woke).toHaveBeenCalledOnce()
    power.emit('resume')
    vi.advanceTimersByTime(3_000)
    expect(woke).toHaveBeenCalledTimes(2)
    power.emit('resume')
    stop()
    vi.advanceTimersByTime(60_000)
    expect(woke).toHaveBeenCalledTimes(2)
    expect(power.eventNames()).toEqual([])
  })
})
