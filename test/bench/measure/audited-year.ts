import { createHash } from 'node:crypto'
import type { Ledger } from '../../../electron/engine/ledger/ledger.ts'
import type { IdentifiedFile } from '../../../electron/engine/ledger/identification-steps.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { identifiedFile } from '../../support/ledger-steps.ts'
import { openLargeHistory } from './large-history.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

export const auditedEntity = 'acme-77'
export const auditedFile = 'payroll-letter-4711'
export const auditedOperator = 'cleo.ruiz'

/** The days that an auditor asks about, as far back from a time as they can be. */
export interface AuditedDays {
  /** ISO months, the last ones of this name. */
  readonly march: string
  readonly june: string
  /** An ISO day in that March. */
  readonly operatorDay: string
}

export function auditedDays(nowMs: number): AuditedDays {
  const now = new Date(nowMs)
  const yearOf = (month: number): number => now.getFullYear() - (now.getMonth() + 1 > month ? 0 : 1)
  const march = `${yearOf(3)}-03`
  return { march, june: `${yearOf(6)}-06`, operatorDay: `${march}-12` }
}

/**
 * A ledger of a year, in which some files have stories: made by the ledger's own steps, after all the others, so that
 * their part of the chain proves itself.
 */
export async function writeAuditedYear(file: string, itemCount: number, nowMs: number): Promise<void> {
  const ledger = openLargeHistory(file, itemCount, nowMs, 365)
  const teller = new StoryTeller(ledger)
  const { march, june, operatorDay } = auditedDays(nowMs)
  const at = (day: string, hour = 10): number =>
    new Date(`${day}T${String(hour).padStart(2, '0')}:00`).getTime()
  try {
    for (let number = 1; number <= 6; number += 1) {
      const seenAtMs = at(`${march}-${String(number * 4).padStart(2, '0')}`)
      const name = number === 3 ? `${auditedEntity}_${auditedFile}` : `${auditedEntity}_statement-${number}`
      const item = await teller.takeIn(name, seenAtMs, { entityId: auditedEntity, mediaType: 'STATEMENT' })
      await teller.approve(item, number === 3 ? 'anna.meyer' : 'ben.okafor', seenAtMs + hourMs)
      await teller.send(item, seenAtMs + 2 * hourMs)
    }
    const later = await teller.takeIn(`${auditedEntity}_april`, at(`${march}-30`), {
      entityId: auditedEntity,
    })
    await teller.approve(later, 'ben.okafor', at(`${march}-30`, 11))
    await teller.send(later, at(`${march}-30`) + 4 * dayMs)

    for (const copy of ['first', 'again']) {
      const values = { entityId: 'twice-1', sha256: hashOf('the same page') }
      const item = await teller.takeIn(`twice-1_${copy}`, at(`${june}-02`), values)
      await teller.approve(item, 'ben.okafor', at(`${june}-02`, 11))
      await teller.send(item, at(`${june}-02`, 12))
    }

    const slow = await teller.takeIn('slow-9_contract', at(`${june}-03`), { entityId: 'slow-9' })
    await teller.approve(slow, 'anna.meyer', at(`${june}-20`))
    await teller.send(slow, at(`${june}-20`, 11))

    for (let number = 1; number <= 5; number += 1) {
      const item = await teller.takeIn(`cleo-${number}_id`, at(operatorDay, 8), {
        entityId: `cleo-${number}`,
      })
      if (number === 5)
        await teller.reject(item, auditedOperator, 'Belongs to somebody else', at(operatorDay, 16))
      else await teller.approve(item, auditedOperator, at(operatorDay, 15))
      // What was decided on that day went out on others.
      if (number < 5) await teller.send(item, at(operatorDay) + number * dayMs)
    }

    for (const [number, reason] of [
      'Not readable',
      'Document has expired',
      'Not readable',
      'Blank page',
    ].entries()) {
      const seenAtMs = nowMs - 6 * dayMs + number * dayMs
      const item = await teller.takeIn(`week-${number}_id`, seenAtMs, { entityId: `week-${number}` })
      await teller.reject(item, number % 2 === 0 ? 'ben.okafor' : 'anna.meyer', reason, seenAtMs + hourMs)
    }

    const blurred = await teller.takeIn('rescan-5_passport', at(`${june}-08`), { entityId: 'rescan-5' })
    await teller.requestRescan(blurred, 'anna.meyer', at(`${june}-08`, 11))
    const values = { entityId: 'rescan-5', rescanOf: blurred.id }
    const sharp = await teller.takeIn('rescan-5_passport_new', at(`${june}-09`), values)
    await teller.approve(sharp, 'anna.meyer', at(`${june}-09`, 11))
    await teller.send(sharp, at(`${june}-09`, 12))

    const unknown = await teller.takeIn('lost-3_letter', at(`${june}-10`), { entityId: 'lost-3' })
    await teller.approve(unknown, 'ben.okafor', at(`${june}-10`, 11))
    await teller.loseAnswer(unknown, at(`${june}-10`, 12))
    await teller.eraseOldest(nowMs)
    // As in a ledger that was in use: its waiting files were read by the rules of the first start.
    await ledger.writeFact('rules_in_force', '1')
  } finally {
    ledger.close()
  }
}

/** Takes files through the ledger's own steps. */
class StoryTeller {
  readonly #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  async takeIn(name: string, atMs: number, over: Partial<IdentifiedFile>): Promise<Item> {
    const path = `${name}.jpg`
    const listed = { path, fileKey: `2:${path}`, sizeBytes: 250_000, modifiedAtMs: atMs }
    await this.#ledger.recordListed('inbox', [{ ...listed, ignoredBecause: null, waitsBecause: null }], atMs)
    const [id] = await this.#ledger.recordIdentified(
      'inbox',
      [
        identifiedFile(path, {
          ...listed,
          sha256: hashOf(path),
          entityId: null,
          mediaType: 'LETTER',
          ...over,
        }),
      ],
      atMs + 1_000,
    )
    if (id === undefined) throw new Error(`${path} was not taken in.`)
    return this.#ledger.getItem(id)
  }

  async approve({ id, entityId, mediaType }: Item, actor: string, atMs: number): Promise<void> {
    const { revision } = await this.#ledger.getItem(id)
    const values = { entityId, mediaType, findings: [], byPerson: false }
    const decision = { itemId: id, revision, actor, kind: 'item.approved', to: 'approved', values } as const
    await this.#ledger.decide(decision, atMs)
  }

  async reject({ id, revision }: Item, actor: string, reason: string, atMs: number): Promise<void> {
    const decision = { itemId: id, revision, actor, kind: 'item.rejected', to: 'rejected', reason } as const
    await this.#ledger.decide(decision, atMs)
  }

  async requestRescan({ id, revision }: Item, actor: string, atMs: number): Promise<void> {
    const decision = { itemId: id, revision, actor, reason: 'Not readable' } as const
    await this.#ledger.decide({ ...decision, kind: 'item.rescan_requested', to: 'rejected' }, atMs)
  }

  async send(item: Item, atMs: number): Promise<void> {
    await this.#settle(item, 'accepted', atMs)
  }

  async loseAnswer(item: Item, atMs: number): Promise<void> {
    await this.#settle(item, 'no_answer', atMs)
  }

  /** What the retention policy would take first. */
  async eraseOldest(nowMs: number): Promise<void> {
    const afterDays = 360
    const oldest = await this.#ledger.listErasable(nowMs - afterDays * dayMs, null, 1)
    await this.#ledger.eraseItems(oldest, afterDays, nowMs)
  }

  async #settle({ id: itemId }: Item, outcome: 'accepted' | 'no_answer', atMs: number): Promise<void> {
    const { revision } = await this.#ledger.getItem(itemId)
    const [started] = await this.#ledger.startAttempts(
      [
        {
          itemId,
          revision,
          number: 1,
          url: 'https://endpoint/v1',
          bodyForm: 'multipart',
          sentName: `s${itemId}`,
        },
      ],
      atMs,
    )
    if (started === undefined) throw new Error(`Item ${itemId} was not sent.`)
    const isAccepted = outcome === 'accepted'
    await this.#ledger.settleAttempt(
      {
        attemptId: started.id,
        outcome,
        httpStatus: isAccepted ? 200 : null,
        answerCode: null,
        answerMessage: null,
        durationMs: 400,
        to: isAccepted ? 'uploaded' : 'outcome_unknown',
        failure: isAccepted ? null : { code: 'no_answer', detail: 'The connection ended before an answer.' },
        nextAttemptAtMs: null,
        counted: true,
      },
      atMs + 400,
    )
  }
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}
