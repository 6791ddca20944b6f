import { describe, expect, it } from 'vitest'
import { noteStatus, noNotices, tellNotices } from '../../../../electron/main/presence/notices.ts'
import type { NoticeState } from '../../../../electron/main/presence/notices.ts'
import { someStatus } from './some-status.ts'
import type { StatusPart } from './some-status.ts'

const all = { problems: true, uploads: true, finished: true }

function noted(...statuses: readonly (StatusPart | [StatusPart, number])[]): NoticeState {
  return statuses.reduce<NoticeState>((state, each) => {
    const [status, finished] = Array.isArray(each) ? each : [each, 0]
    return noteStatus(state, status, finished)
  }, noNotices)
}

describe('notices', () => {
  it('do not tell where things stood at the start', () => {
    const state = noted(someStatus({ needs_attention: 12 }, { state: 'stopped' }))
    expect(tellNotices(state, all, false, 0).notices).toEqual([])
  })

  it('gather problems of every kind in one', () => {
    const state = noted(
      someStatus({ needs_attention: 1 }),
      someStatus({ needs_attention: 3 }),
      someStatus({ needs_attention: 2, failed: 5 }),
    )
    expect(tellNotices(state, all, false, 0).notices).toEqual([{ kind: 'problems', count: 6 }])
  })

  it('are told once', () => {
    const state = noted(someStatus({}), someStatus({ failed: 1 }))
    const told = tellNotices(state, all, false, 0)
    expect(tellNotices(told.state, all, false, 1).notices).toEqual([])
  })

  it('come at most once a minute for each kind, with all that happened since', () => {
    const first = tellNotices(noted(someStatus({}), someStatus({ failed: 1 })), all, false, 1_000)
    expect(first.notices).toHaveLength(1)
    const more = noteStatus(
      noteStatus(first.state, someStatus({ failed: 3 }), 0),
      someStatus({ failed: 4 }),
      0,
    )
    const early = tellNotices(more, all, false, 30_000)
    expect(early).toMatchObject({ notices: [], nextAtMs: 61_000 })
    const later = tellNotices(early.state, all, false, 61_000)
    expect(later).toMatchObject({ notices: [{ kind: 'problems', count: 3 }], nextAtMs: null })
  })

  it('do not hold back another kind', () => {
    const first = tellNotices(noted(someStatus({}), someStatus({ failed: 1 })), all, false, 0)
    const stopped = someStatus(
      { failed: 1 },
      { state: 'stopped', failure: { code: 'disk_full', detail: '' } },
    )
    const told = tellNotices(noteStatus(first.state, stopped, 0), all, false, 1)
    expect(told.notices).toEqual([{ kind: 'uploads_stopped', failure: { code: 'disk_full', detail: '' } }])
  })

  it('tell that uploads stopped and go on, and nothing of a person’s own pause', () => {
    const stopped = someStatus({}, { state: 'stopped' })
    const told = tellNotices(noted(someStatus({}), stopped), all, false, 0)
    expect(told.notices).toMatchObject([{ kind: 'uploads_stopped' }])
    const again = tellNotices(noteStatus(told.state, someStatus({}), 0), all, false, 60_000)
    expect(again.notices).toEqual([{ kind: 'uploads_resumed' }])
    const paused = noted(someStatus({}), someStatus({}, { state: 'paused_by_person' }), someStatus({}))
    expect(tellNotices(paused, all, false, 0).notices).toEqual([])
  })

  it('say nothing of a stop that is over before anybody was told', () => {
    const first = tellNotices(noted(someStatus({}), someStatus({}, { state: 'stopped' })), all, false, 0)
    const back = noteStatus(first.state, someStatus({}), 0)
    const heldBack = tellNotices(back, all, false, 1)
    const stoppedAgain = noteStatus(heldBack.state, someStatus({}, { state: 'stopped' }), 0)
    const goingAgain = noteStatus(stoppedAgain, someStatus({}), 0)
    expect(tellNotices(goingAgain, all, false, 60_000).notices).toEqual([])
  })

  it('forget problems that are mended by then', () => {
    const state = noted(someStatus({}), someStatus({ failed: 2 }), someStatus({}))
    expect(tellNotices(state, all, false, 0).notices).toEqual([])
  })

  it('tell when everything was sent', () => {
    const state = noted(someStatus({ approved: 2 }), [someStatus({ uploaded: 2 }), 2])
    expect(tellNotices(state, all, false, 0).notices).toEqual([{ kind: 'finished', count: 2 }])
  })

  it('are dropped while a person looks at the window, and where they are not wanted', () => {
    const state = noted(someStatus({}), someStatus({ failed: 1 }))
    const seen = tellNotices(state, all, true, 0)
    expect(seen.notices).toEqual([])
    expect(tellNotices(seen.state, all, false, 1).notices).toEqual([])
    const unwanted = tellNotices(state, { ...all, problems: false }, false, 0)
    expect(unwanted.notices).toEqual([])
    expect(tellNotices(unwanted.state, all, false, 1).notices).toEqual([])
  })

  it('begin anew with another ledger', () => {
    const state = noted(someStatus({}), someStatus({ failed: 9 }, {}, 'other'))
    expect(tellNotices(state, all, false, 0).notices).toEqual([])
  })
})
