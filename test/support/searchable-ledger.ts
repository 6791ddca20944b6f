import { finding } from '../../electron/shared/finding-codes.ts'
import type { FindingCode } from '../../electron/shared/finding-codes.ts'
import type { ItemDetail } from '../../electron/shared/records.ts'
import type { Ledger } from '../../electron/engine/ledger/ledger.ts'
import { sayAsWritten } from '../../electron/shared/sentences/say.ts'
import { ledgerFixture } from './ledger-fixture.ts'
import { contentHash, identifiedFile, listedFile } from './ledger-steps.ts'
import type { LedgerFixture } from './ledger-fixture.ts'

export const searchableEntities = ['cust-1', 'cust-10', 'Müller 4', null, 'acme'] as const
export const searchableTypes = ['IMAGE_PASSPORT_FRONT', 'LETTER', null] as const
export const searchableOperators = ['Anna', 'anna-maria', 'Jörg Groß'] as const
export const searchableFindings: readonly FindingCode[] = [
  'too_large',
  'no_rule',
  'duplicate_same_entity',
  'rescan_received',
]
export const searchableErrors = ['server_error', 'request_refused', 'no_answer'] as const

const itemCount = 70
const hourMs = 3_600_000

/** A ledger with items of every kind that a search knows, made by the steps that make them in life. */
export async function searchableLedger(): Promise<
  LedgerFixture & { readonly details: readonly ItemDetail[] }
> {
  const fixture = await ledgerFixture()
  const { ledger, clock } = fixture
  await ledger.recordFolder('branch', '/branch')
  let atMs = new Date(2026, 2, 1, 9).getTime()
  for (let index = 0; index < itemCount; index += 1) {
    atMs += 7 * hourMs
    await takeInOne(ledger, index, atMs)
  }
  for (let index = 0; index < itemCount; index += 1) {
    atMs += 3 * hourMs
    await decideOne(ledger, index, atMs)
  }
  clock.nowMs = atMs
  const details = await Promise.all(
    Array.from({ length: itemCount }, (_, index) => ledger.getDetail(index + 1)),
  )
  return { ...fixture, details }
}

function one<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('there is nothing to choose from')
  return value
}

async function takeInOne(ledger: Ledger, index: number, atMs: number): Promise<void> {
  const folderId = index % 4 === 3 ? 'branch' : 'inbox'
  // As Windows and Linux write it, and as macOS does.
  const marked = index % 6 === 0 ? 'Über'.normalize('NFD') : 'Über'
  const path = `${index % 3 === 0 ? marked : 'box'}/scan_${String(index * 37).padStart(4, '0')}.jpg`
  const code = index % 5 === 0 ? one(searchableFindings, index / 5) : null
  const entityId = one(searchableEntities, index)
  await ledger.recordListed(folderId, [listedFile(path)], atMs)
  const file = identifiedFile(path, {
    sizeBytes: 100 + ((index * 31) % 17),
    sha256: contentHash(`content ${index % 5 === 4 ? 0 : index}`),
    entityId,
    mediaType: one(searchableTypes, Math.floor(index / 2)),
    findings: code === null ? [] : [finding(code, sayAsWritten('as the test says'))],
    route: code === null && entityId !== null ? 'awaiting_review' : 'needs_attention',
    role: index === 12 ? 'index' : 'scan',
    rescanOf: index === 40 ? 3 : null,
  })
  await ledger.recordIdentified(folderId, [file], atMs + 1)
}

async function decideOne(ledger: Ledger, index: number, atMs: number): Promise<void> {
  const item = await ledger.getItem(index + 1)
  const { id: itemId, revision } = item
  const actor = one(searchableOperators, index)
  const decision = { itemId, revision, actor }
  if (index % 6 === 0) return
  if (index % 9 === 1) {
    await ledger.decide({ ...decision, kind: 'item.rejected', to: 'rejected', reason: 'blurred' }, atMs)
  } else if (index % 9 === 2) {
    await ledger.decide({ ...decision, kind: 'item.rescan_requested', to: 'rejected' }, atMs)
  } else if (item.entityId !== null && item.mediaType !== null && item.role === 'scan') {
    const { entityId, mediaType } = item
    const values = { entityId, mediaType, findings: [], byPerson: index % 7 === 0 }
    await ledger.decide({ ...decision, kind: 'item.approved', to: 'approved', values }, atMs)
    if (index % 4 !== 0) await sendOne(ledger, itemId, index, atMs)
  }
}

async function sendOne(ledger: Ledger, itemId: number, index: number, atMs: number): Promise<void> {
  const { revision } = await ledger.getItem(itemId)
  const attempt = { itemId, revision, number: 1, url: 'u', bodyForm: 'json', sentName: `n${itemId}` } as const
  const [started] = await ledger.startAttempts([attempt], atMs + 1)
  if (started === undefined) throw new Error('the attempt did not start')
  const code = index % 5 === 1 ? one(searchableErrors, index) : null
  await ledger.settleAttempt(
    {
      attemptId: started.id,
      outcome: code ?? 'accepted',
      httpStatus: code === null ? 200 : 400,
      answerCode: code === null ? 'created' : 'bad_entity',
      answerMessage: code === null ? 'Stored.' : `Refused for the ÄRGER number ${index}`,
      durationMs: 5,
      to: code === null ? 'uploaded' : code === 'no_answer' ? 'outcome_unknown' : 'failed',
      failure: code === null ? null : { code, detail: 'words of the failure' },
      nextAttemptAtMs: null,
      counted: true,
    },
    atMs + 2,
  )
}
