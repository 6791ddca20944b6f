import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLedger } from '../../electron/engine/ledger/ledger.ts'
import type { Ledger } from '../../electron/engine/ledger/ledger.ts'
import type { IdentifiedFile } from '../../electron/engine/ledger/identification-steps.ts'
import type { ListedFile } from '../../electron/engine/ledger/listing-steps.ts'
import type { Item } from '../../electron/shared/records.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface LedgerFixture {
  readonly ledger: Ledger
  readonly file: string
  /** The clock of the ledger, in epoch milliseconds. Tests move it. */
  readonly clock: { nowMs: number }
  /** Opens it once more, for a test that has closed it. */
  reopen(): Ledger
}

/** A new ledger with one watched folder, `inbox`. */
export async function ledgerFixture(): Promise<LedgerFixture> {
  const file = join(temporaryFolder(), 'ledger.sqlite3')
  const clock = { nowMs: 1_700_000_000_000 }
  const open = (): Ledger => {
    const opened = openLedger(file, { now: () => clock.nowMs })
    onTestFinished(() => {
      opened.close()
    })
    return opened
  }
  const ledger = open()
  await ledger.recordFolder('inbox', '/scans')
  return { ledger, file, clock, reopen: open }
}

export function listedFile(path: string, over: Partial<ListedFile> = {}): ListedFile {
  return {
    path,
    fileKey: `1:${path}`,
    sizeBytes: 100,
    modifiedAtMs: 1_000,
    ignoredBecause: null,
    waitsBecause: null,
    ...over,
  }
}

export function identifiedFile(path: string, over: Partial<IdentifiedFile> = {}): IdentifiedFile {
  return {
    path,
    fileKey: `1:${path}`,
    sizeBytes: 100,
    modifiedAtMs: 1_000,
    sha256: contentHash(path),
    family: 'jpg',
    entityId: 'cust-1',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    fields: {},
    readBy: 'rule',
    ruleId: 'entity-and-type',
    ruleVersion: 1,
    reading: null,
    waitsFor: null,
    waitsUntilMs: null,
    rescanOf: null,
    role: 'scan',
    ignoredBecause: null,
    findings: [],
    route: 'awaiting_review',
    ...over,
  }
}

/** A stand-in for the SHA-256 of a content. */
export function contentHash(content: string): string {
  return Buffer.from(content).toString('hex').padEnd(64, '0').slice(0, 64)
}

/** Takes a file through listing and identification and returns its item. */
export async function takeIn(
  ledger: Ledger,
  path: string,
  over: Partial<IdentifiedFile> = {},
): Promise<Item> {
  await ledger.recordListed('inbox', [listedFile(path)], 1)
  const ids = await ledger.recordIdentified('inbox', [identifiedFile(path, over)], 2)
  const id = ids.at(-1)
  if (id === undefined) throw new Error(`${path} was not identified`)
  return ledger.getItem(id)
}

/** Sends an approved item and lets the endpoint accept it. */
export async function sendAccepted(
  ledger: Ledger,
  { id: itemId, revision }: Pick<Item, 'id' | 'revision'>,
  sentName: string,
  startedAtMs: number,
  settledAtMs = startedAtMs,
): Promise<void> {
  const attempt = { itemId, revision, number: 1, url: 'u', bodyForm: 'json', sentName } as const
  const [started] = await ledger.startAttempts([attempt], startedAtMs)
  if (started === undefined) throw new Error(`item ${String(itemId)} was not started`)
  await ledger.settleAttempt(
    {
      attemptId: started.id,
      outcome: 'accepted',
      httpStatus: 200,
      answerCode: null,
      answerMessage: null,
      durationMs: 1,
      to: 'uploaded',
      failure: null,
      nextAttemptAtMs: null,
      counted: true,
    },
    settledAtMs,
  )
}
