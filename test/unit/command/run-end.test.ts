import { describe, expect, it } from 'vitest'
import { exitCodeOfRun } from '../../../electron/engine/command/run-end.ts'
import type { RunEnd } from '../../../electron/engine/command/run-end.ts'
import { noItems } from '../../../electron/engine/ledger/queries.ts'
import type { ItemCounts } from '../../../electron/shared/status.ts'

function end(change: Partial<Omit<RunEnd, 'counts'>> & { readonly counts?: Partial<ItemCounts> }): RunEnd {
  return {
    mode: 'live',
    lane: { state: 'running', failure: null },
    folders: [{ path: '/scans', failure: null, unaccounted: 0 }],
    unreadDirectories: [],
    timedOut: false,
    ...change,
    counts: { ...noItems(), ...change.counts },
  }
}

describe('exitCodeOfRun', () => {
  it.each([
    [0, 'nothing was there', {}],
    [0, 'all is sent or decided', { counts: { uploaded: 3, rejected: 1, ignored: 2, superseded: 1 } }],
    [0, 'a file is still being written', { counts: { settling: 1 } }],
    [1, 'a file is held', { counts: { needs_attention: 1 } }],
    [1, 'a file awaits review', { counts: { awaiting_review: 1 } }],
    [1, 'a file was refused', { counts: { failed: 1 } }],
    [1, 'an outcome is unknown', { counts: { outcome_unknown: 1 } }],
    [1, 'a file is missing', { counts: { missing: 1 } }],
    [0, 'files are held in practice', { mode: 'practice', counts: { needs_attention: 1, failed: 2 } }],
    [75, 'uploads wait', { counts: { retry_wait: 1 } }],
    [75, 'uploads wait in practice', { mode: 'practice', counts: { approved: 1 } }],
    [75, 'uploads wait and files are held', { counts: { approved: 1, failed: 1 } }],
    [75, 'a file waits for its index row', { counts: { identified: 1, failed: 1 } }],
    [75, 'the time was over', { timedOut: true }],
    [75, 'a sub-folder was not read', { unreadDirectories: [{ path: '/scans/a', words: 'EACCES' }] }],
    [
      75,
      'a folder was not read',
      { folders: [{ path: '/scans', failure: { code: 'folder_unreachable', detail: '' }, unaccounted: 0 }] },
    ],
    [70, 'a file is in no row', { folders: [{ path: '/scans', failure: null, unaccounted: 1 }] }],
  ] as const)('is %i when %s', (code, _words, change) => {
    expect(exitCodeOfRun(end(change))).toBe(code)
  })

  it('does not mind a stopped lane with nothing to send', () => {
    const lane = { state: 'stopped', failure: { code: 'key_refused', detail: '' } } as const
    expect(exitCodeOfRun(end({ lane, counts: { uploaded: 1 } }))).toBe(0)
  })
})
