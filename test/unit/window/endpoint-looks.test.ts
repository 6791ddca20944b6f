import { describe, expect, it } from 'vitest'
import type { AuditEvent, AuditKind } from '../../../electron/shared/records.ts'
import { looksIn, lookWords } from '../../../renderer/item/endpoint-looks.ts'

const event = (seq: number, kind: AuditKind, data: AuditEvent['data'] = {}): AuditEvent => ({
  seq,
  atMs: seq,
  actor: 'engine',
  kind,
  itemId: 1,
  data,
  dataHash: '',
  hash: '',
  isErased: false,
})
const absent = { answer: 'absent', entryCount: 2, atMs: 10 } as const

describe('the looks at the endpoint', () => {
  it('are those since the last attempt, however the events are ordered', () => {
    const events = [
      event(5, 'outcome.settled', { looks: [absent] }),
      event(2, 'outcome.settled', { looks: [absent, absent, absent] }),
      event(4, 'attempt.settled'),
    ]
    expect(looksIn(events)).toEqual([absent])
    expect(looksIn([event(1, 'outcome.settled', { looks: [absent] }), event(2, 'attempt.settled')])).toEqual(
      [],
    )
  })

  it('are none where their data has another form', () => {
    expect(looksIn([event(1, 'outcome.settled', { looks: [{ answer: 'maybe' }] })])).toEqual([])
    expect(looksIn([])).toEqual([])
  })

  it('are told in plain words', () => {
    expect(lookWords(absent)).toBe('Not among the 2 files of the entity.')
    expect(lookWords({ ...absent, entryCount: 0 })).toBe('The entity has no media.')
    expect(lookWords({ answer: 'in_doubt', similar: [{ name: 'a.jpg' }], atMs: 0 })).toContain('a.jpg')
    expect(lookWords({ answer: 'unavailable', code: 'connection_failed', detail: '', atMs: 0 })).toContain(
      'The endpoint cannot be reached.',
    )
    expect(lookWords({ answer: 'unavailable', code: 'of_tomorrow', detail: '', atMs: 0 })).toContain(
      'of_tomorrow',
    )
  })
})
