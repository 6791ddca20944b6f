import { describe, expect, it } from 'vitest'
import { auditKinds } from '../../../electron/shared/records.ts'
import type { AuditEvent } from '../../../electron/shared/records.ts'
import { timelineEntry } from '../../../renderer/history/timeline-entry.ts'

const event = (kind: AuditEvent['kind'], data: AuditEvent['data']): AuditEvent => ({
  seq: 1,
  atMs: 0,
  actor: 'ada',
  kind,
  itemId: 1,
  data,
  hash: '',
})
const entryOf = (kind: AuditEvent['kind'], data: AuditEvent['data']) =>
  timelineEntry(event(kind, data), (ruleId) => `Rule ${ruleId}`)

describe('an event in plain words', () => {
  it.each(auditKinds)('has a title for %s', (kind) => {
    expect(entryOf(kind, {}).title).not.toBe('')
  })

  it('tells what was changed, from what to what', () => {
    const entry = entryOf('item.corrected', {
      from: 'needs_attention',
      item: { state: 'awaiting_review', entityId: 'cust-2', mediaType: 'LETTER' },
      before: { entityId: 'cust-1', mediaType: 'LETTER' },
    })
    expect(entry.lines).toEqual(['Entity id: cust-1 → cust-2'])
    expect(entry.state).toBe('awaiting_review')
  })

  it('tells how an attempt ended', () => {
    const entry = entryOf('attempt.settled', {
      from: 'uploading',
      item: { state: 'failed' },
      number: 2,
      outcome: 'entity_unknown',
      httpStatus: 404,
      durationMs: 640,
    })
    expect(entry.title).toBe('The endpoint does not know this entity (404).')
    expect(entry.lines).toEqual(['Attempt 2, HTTP 404, took 640 ms'])
  })

  it('names the rule, the findings and the reason', () => {
    expect(entryOf('item.identified', { ruleId: 'r1', findings: [{ code: 'too_large' }] }).lines).toEqual([
      'Read by the rule “Rule r1”',
      'Findings: The file is over the limit of 5 MB',
    ])
    expect(entryOf('item.rejected', { reason: 'Not readable' }).lines).toEqual(['Reason: Not readable'])
  })

  it('tells which version of a rule read a name, and that an index file did', () => {
    expect(entryOf('item.identified', { readBy: 'rule', ruleId: 'r1', ruleVersion: 3 }).lines).toEqual([
      'Read by the rule “Rule r1”, version 3',
    ])
    const again = entryOf('item.identified', { readBy: 'index', ruleId: null, readAgain: true })
    expect([again.title, again.lines]).toEqual(['Read again', ['Read from an index file']])
  })

  it('tells what a scan waits for', () => {
    const entry = entryOf('item.identified', { waitsFor: 'index_row', waitsUntilMs: 0 })
    expect(entry.title).toBe('Checked, and waiting')
    expect(entry.lines[0]).toMatch(/^Waits for its row of the index file until .*1970/)
  })

  it('tells why a new scan is asked for, where the slip lies and what came of it', () => {
    const asked = entryOf('item.rescan_requested', { reason: 'Blank page' })
    expect([asked.title, asked.lines]).toEqual(['Rejected, and a new scan asked for', ['Reason: Blank page']])
    expect(entryOf('item.rescan_slip', { slip: 'rescan/a.txt' }).lines).toEqual(['Slip: rescan/a.txt'])
    expect(entryOf('item.identified', { rescanOf: 7 }).lines).toEqual([
      'New scan of file 7, which was rejected',
    ])
  })

  it('tells which further values were changed', () => {
    const entry = entryOf('item.corrected', {
      item: { entityId: 'cust-1', mediaType: null, fields: { branch: 'West', box: '4' } },
      before: { entityId: 'cust-1', mediaType: null, fields: { branch: 'East', page: '1' } },
    })
    expect(entry.lines).toEqual(['branch: East → West', 'page: 1 → nothing', 'box: nothing → 4'])
  })

  it('tells the version of the rules', () => {
    expect(entryOf('rules.changed', { version: 4, restores: 2 }).lines).toEqual([
      'Rules, version 4',
      'Brings back version 2',
    ])
  })

  it('does not name a state that its title says or that did not change', () => {
    expect(
      entryOf('item.approved', { from: 'awaiting_review', item: { state: 'approved' } }).state,
    ).toBeNull()
    expect(entryOf('item.moved', { from: 'approved', item: { state: 'approved' } }).state).toBeNull()
  })

  it('tells what became of an upload whose answer never came', () => {
    const looks = [
      { answer: 'absent', entryCount: 0, atMs: 0 },
      { answer: 'absent', entryCount: 0, atMs: 0 },
    ]
    const absent = entryOf('outcome.settled', { found: false, looks })
    expect(absent.title).toBe('Surely not at the endpoint, so it is sent again')
    expect(absent.lines).toHaveLength(1)
    expect(absent.lines[0]).toMatch(/1970.*The entity has no media\.$/)
    const undecided = entryOf('outcome.settled', { undecided: true, surelyAbsent: true, looks: [] })
    expect(undecided.title).toBe('Looked at the endpoint: a person has to decide')
    expect(undecided.lines[0]).toContain('used up')
  })

  it('tells where the file went and which place in the queue it got', () => {
    expect(entryOf('item.archived', { archivedTo: '/srv/archive/a.jpg' }).lines).toEqual([
      'Now at /srv/archive/a.jpg',
    ])
    expect(entryOf('item.archived', { archivedTo: 'trash' }).lines).toEqual([
      'Moved to the trash of this system',
    ])
    expect(entryOf('item.prioritised', { before: null, after: 'high' }).title).toBe('Sent before others')
    expect(entryOf('item.prioritised', { before: 'high', after: 'low' }).title).toBe('Sent after others')
    expect(entryOf('item.prioritised', { before: 'high', after: null }).title).toBe('Sent as its folder says')
  })

  it('tells what was made anew after the ledger was damaged', () => {
    const found = entryOf('item.reconstructed', { kind: 'arrived', sentName: 'a.1-x.jpg' })
    expect([found.title, found.lines]).toEqual([
      'Found at the endpoint after the ledger was restored',
      ['Sent as a.1-x.jpg'],
    ])
    const restored = entryOf('ledger.restored', {
      backupName: 'ledger-1.db',
      setAside: '/d/ledger.damaged',
      words: 'A page is torn.',
    })
    expect(restored.lines).toEqual([
      'From the backup ledger-1.db',
      'The damaged file lies at /d/ledger.damaged',
      'A page is torn.',
    ])
  })

  it('survives data of a form that it does not know', () => {
    expect(entryOf('item.approved', { item: 'what', reason: 7, findings: 'none' })).toEqual({
      title: 'Approved',
      lines: [],
      state: null,
    })
  })
})
