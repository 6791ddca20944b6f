import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLedger } from '../../electron/engine/ledger/ledger.ts'
import type { Ledger } from '../../electron/engine/ledger/ledger.ts'
import type { IdentifiedFile } from '../../electron/engine/ledger/identification-steps.ts'
import type { Item } from '../../electron/shared/records.ts'
import { identifiedFile, listedFile } from './ledger-steps.ts'
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
