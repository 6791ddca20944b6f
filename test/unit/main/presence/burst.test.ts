import { describe, expect, it } from 'vitest'
import { followBurst, progressMode } from '../../../../electron/main/presence/burst.ts'
import type { Burst } from '../../../../electron/main/presence/burst.ts'
import { someStatus } from './some-status.ts'
import type { StatusPart } from './some-status.ts'

/** The shares and ends that a series of statuses makes. */
function follow(statuses: readonly StatusPart[]) {
  let burst: Burst | null = null
  return statuses.map((status) => {
    const step = followBurst(burst, status)
    burst = step.burst
    return [step.share, step.finishedCount]
  })
}

describe('a burst of uploads', () => {
  it('goes from the first approved file to the last one sent', () => {
    const steps = follow([
      someStatus({ uploaded: 100 }),
      someStatus({ uploaded: 100, approved: 4 }),
      someStatus({ uploaded: 101, approved: 2, uploading: 1 }),
      someStatus({ uploaded: 103, retry_wait: 1 }),
      someStatus({ uploaded: 104 }),
      someStatus({ uploaded: 104 }),
    ])
    expect(steps).toEqual([
      [null, 0],
      [0, 0],
      [0.25, 0],
      [0.75, 0],
      [null, 4],
      [null, 0],
    ])
  })

  it('grows with what is approved while it runs', () => {
    const [, share] = follow([someStatus({ approved: 1 }), someStatus({ uploaded: 1, approved: 3 })])
    expect(share).toEqual([0.25, 0])
  })

  it('begins anew with another ledger', () => {
    const [, share] = follow([
      someStatus({ uploaded: 10, approved: 1 }),
      someStatus({ uploaded: 500, approved: 1 }, {}, 'other'),
    ])
    expect(share).toEqual([0, 0])
  })

  it('has sent nothing where what waited was taken back', () => {
    expect(follow([someStatus({ approved: 2 }), someStatus({ rejected: 2 })])[1]).toEqual([null, 0])
  })

  it('shows whether it stands still on purpose or by a failure', () => {
    expect(progressMode('running')).toBe('normal')
    expect(progressMode('paused_by_person')).toBe('paused')
    expect(progressMode('scheduled')).toBe('paused')
    expect(progressMode('stopped')).toBe('error')
  })
})
