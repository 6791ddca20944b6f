import { Worker } from 'node:worker_threads'
import { IntrayError } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/error-codes.ts'
import { sentenceIn } from '../../shared/sentences/detail.ts'
import { asSentence, say } from '../../shared/sentences/say.ts'
import { openConnection, readStep } from './connection.ts'
import { checkConnection, isLarge } from './file-check.ts'
import { verifyLedger } from './verification.ts'

/** What is to be found out about a ledger's file. Travels between threads. */
export interface ExaminationJob {
  readonly file: string
  readonly nativeBinding?: string | undefined
  /** Whether its history must prove itself too, up to this event at least; null: pages and tables are enough. */
  readonly leastHeadSeq: number | null
  /** Whether every entry of every index is compared with its row. */
  readonly isThorough?: boolean | undefined
}

/** Resolves for a sound file. Rejects with `ledger_damaged`, or the code of a file that cannot be read. */
export type Examine = (job: ExaminationJob) => Promise<void>

/** Examines a file in this thread, which is held up by a large one for as long as its largest table takes. */
export const examineHere: Examine = async ({ file, nativeBinding, leastHeadSeq, isThorough = false }) => {
  const connection = openConnection(file, { nativeBinding, readonly: true })
  try {
    await checkConnection(connection, { inParts: isLarge(file), isThorough })
    if (leastHeadSeq === null) return
    const { ok, faults } = await verifyLedger(connection, Date.now)
    const [fault] = faults
    if (!ok) throw new IntrayError('ledger_damaged', fault === undefined ? '' : asSentence(fault))
    const lacking = await readStep(connection, () =>
      connection.prepare('SELECT 1 WHERE (SELECT max(seq) FROM audit_events) < ?').get(leastHeadSeq),
    )
    if (lacking !== undefined) throw new IntrayError('ledger_damaged', say('events_missing_at_end'))
  } finally {
    connection.close()
  }
}

/** What the thread says in the end: null for a sound file. */
export type ExaminationAnswer = Failure | null

/**
 * Examines each file in a thread of its own, so that the engine goes on. `workerFile` is `examination-worker.ts`.
 * Where no thread can be had the file is examined here: that must not keep a sound ledger from being opened.
 */
export function examineInThread(workerFile: URL | string): Examine {
  return async (job) => {
    const answer = await askThread(workerFile, job)
    if (answer === 'no answer') await examineHere(job)
    else if (answer !== null) throw new IntrayError(answer.code, sentenceIn(answer) ?? '')
  }
}

function askThread(workerFile: URL | string, job: ExaminationJob): Promise<ExaminationAnswer | 'no answer'> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { name: 'ledger examination', workerData: job })
    worker.once('message', resolve)
    // An error without a listener would end the whole process. The exit that follows it is what counts.
    worker.once('error', () => undefined)
    worker.once('exit', () => {
      resolve('no answer')
    })
  })
}
