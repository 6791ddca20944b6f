import { describe, expect, it } from 'vitest'
import { auditKinds } from '../../../electron/shared/records.ts'
import type { RecordedReading } from '../../../electron/shared/readings.ts'
import type { Attempt, AuditEvent } from '../../../electron/shared/records.ts'
import { readingEvent } from '../../../renderer/history/reading-event.ts'
import { splitPagesQuery } from '../../../renderer/history/repair-lines.ts'
import { timelineEntry } from '../../../renderer/history/timeline-entry.ts'

const event = (kind: AuditEvent['kind'], data: AuditEvent['data']): AuditEvent => ({
  seq: 1,
  atMs: 0,
  actor: 'ada',
  kind,
  itemId: 1,
  data,
  dataHash: '',
  hash: '',
  isErased: false,
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

  it('tells what each reading found, and which item was in its place before', () => {
    const item = { state: 'awaiting_review', entityId: 'cust-1', mediaType: 'LETTER', fields: { box: '4' } }
    expect(entryOf('item.identified', { item, readBy: 'rule', ruleId: 'r1' }).lines).toEqual([
      'Entity id: cust-1, Media type: Letter, box: 4',
      'Read by the rule “Rule r1”',
    ])
    expect(entryOf('item.approved', { item }).lines).toEqual([])
    expect(entryOf('item.seen', { replaces: 3 }).lines).toEqual([
      'In the place of file 3, which had other content',
    ])
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

  it('tells what the endpoint answered, with the id of the request', () => {
    const attempt: Attempt = {
      id: 7,
      itemId: 1,
      number: 2,
      startedAtMs: 0,
      finishedAtMs: 640,
      durationMs: 640,
      url: 'https://endpoint/entities/cust-1/media',
      bodyForm: 'multipart',
      sentName: 'a.jpg',
      entityId: 'cust-1',
      mediaType: 'LETTER',
      fields: {},
      sha256: 'a'.repeat(64),
      sizeBytes: 1,
      outcome: 'entity_unknown',
      httpStatus: 404,
      answerCode: 'not_found',
      answerMessage: 'No such entity',
      requestId: 'req-9',
    }
    const settled = event('attempt.settled', { number: 2, outcome: 'entity_unknown', httpStatus: 404 })
    expect(timelineEntry(settled, String, [attempt]).lines).toEqual([
      'Attempt 2, HTTP 404',
      'The endpoint said: not_found: No such entity',
      'Request id req-9',
    ])
  })

  it('tells who agreed first, and whose decision was taken back', () => {
    const [first] = entryOf('item.approved', { firstApproval: { by: 'ada', atMs: 0 } }).lines
    expect(first).toMatch(/^First approved by ada, /)
    expect(entryOf('item.undone', { decision: 'item.rejected', decidedBy: 'ben' }).lines).toEqual([
      'Took back “Rejected”, decided by ben',
    ])
  })

  it('tells a repair with both hashes and its recipe', () => {
    const repair = {
      recipe: { kind: 'jpeg', quality: 80, scalePercent: 60, grey: true },
      sha256: 'b'.repeat(64),
      sizeBytes: 2_000_000,
      family: 'jpg',
      byPolicy: false,
    }
    const original = { sha256: 'a'.repeat(64), sizeBytes: 9_000_000, family: 'png' }
    const item = { state: 'awaiting_review', entityId: 'cust-1', mediaType: 'LETTER' }
    expect(entryOf('item.repaired', { original, before: null, after: repair, item }).lines).toEqual([
      `Original: 9 MB, SHA-256 ${'a'.repeat(64)}`,
      'JPEG of quality 80, at 60 % of its width and height, in grey',
      `Sent in its place: 2 MB, SHA-256 ${'b'.repeat(64)}`,
    ])
    expect(entryOf('item.repair_discarded', { original, before: repair, after: null, item }).lines).toEqual([
      `Original: 9 MB, SHA-256 ${'a'.repeat(64)}`,
      `No longer sent: 2 MB, SHA-256 ${'b'.repeat(64)}`,
    ])
  })

  it('leads from an item to the pages that were split off', () => {
    const pages = [
      { number: 1, path: 'a-1.jpg', sha256: 'c'.repeat(64) },
      { number: 2, path: 'a-2.jpg', sha256: 'd'.repeat(64) },
    ]
    const split = event('item.split', { pages })
    expect(splitPagesQuery([split])).toBe(`hash:${'c'.repeat(16)},${'d'.repeat(16)}`)
    expect(splitPagesQuery([])).toBeNull()
    expect(timelineEntry(split, String).lines[0]).toBe(`a-1.jpg, SHA-256 ${'c'.repeat(64)}`)
  })

  it('tells a decision that also keeps what it can restore', () => {
    const restores = { state: 'needs_attention', reason: null }
    expect(entryOf('item.rejected', { reason: 'Not readable', restores }).lines).toEqual([
      'Reason: Not readable',
    ])
    expect(entryOf('rules.changed', { version: 4, restores: 2 }).lines).toEqual([
      'Rules, version 4',
      'Brings back version 2',
    ])
  })

  it('says that the details of an event were erased', () => {
    const erased = { ...event('item.corrected', {}), isErased: true }
    expect(timelineEntry(erased, String).lines).toEqual([
      'Its details were erased by the retention policy. Its hash stays in the chain.',
    ])
  })
})

describe('the event that gave an item its reading', () => {
  const reading: RecordedReading = {
    source: 'rule',
    path: 'cust-1_passport.jpg',
    ruleId: 'r1',
    ruleName: 'Entity first',
    ruleVersion: 2,
    setVersion: 4,
    spans: [{ field: 'entity_id', start: 0, end: 6 }],
    date: null,
    indexPath: null,
    indexRow: null,
  }
  const read = (seq: number, ruleVersion: number): AuditEvent => ({
    ...event('item.identified', { readBy: 'rule', ruleId: 'r1', ruleVersion }),
    seq,
  })

  it('is the last one by the same rule in the same version', () => {
    expect(readingEvent([read(5, 2), read(3, 2), read(2, 1)], reading)).toBe(5)
    expect(readingEvent([read(2, 1)], reading)).toBeNull()
  })
})
