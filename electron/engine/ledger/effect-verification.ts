import { isDeepStrictEqual } from 'node:util'
import type { LedgerFault } from '../../shared/ledger-proof.ts'
import { say } from '../../shared/sentences/say.ts'
import type { SentenceCode } from '../../shared/sentences/say.ts'
import type { AttemptRow } from './attempt-record.ts'
import { sha256 } from './audit-chain.ts'
import type { Connection } from './connection.ts'
import { createErasureVerification } from './erasure-verification.ts'
import { untoldIdentity } from './item-record.ts'
import { attemptDigest } from './row-digest.ts'
import type { RuleSetRow } from './rules-steps.ts'
import { asNumber, asObject, parseObject } from './stored-event.ts'
import type { StoredEvent } from './stored-event.ts'

export type Report = (fault: LedgerFault) => void

export interface EffectVerification {
  /** Holds what an event brought about, besides the state of its item, against what the ledger holds now. */
  verify(event: StoredEvent): void
  /** After the last event: reports what no event tells of. */
  finish(): void
}

/** Checks attempts and saved rules, which are written once, against the events that tell of them. */
export function createEffectVerification(connection: Connection, report: Report): EffectVerification {
  const attemptById = connection.prepare<[unknown], AttemptRow>('SELECT * FROM attempts WHERE id = ?')
  const attemptByNumber = connection.prepare<[number | null, unknown], AttemptRow>(
    'SELECT * FROM attempts WHERE item_id = ? AND number = ?',
  )
  const rules = connection.prepare<[unknown], RuleSetRow>('SELECT * FROM rule_sets WHERE version = ?')
  const versions = connection.prepare<[], { version: number }>('SELECT version FROM rule_sets')
  const attemptsOf = connection.prepare<[unknown], AttemptRow>(
    'SELECT * FROM attempts WHERE item_id = ? ORDER BY id',
  )
  const ledgerId = connection.prepare<[], { value: string }>(
    `SELECT value FROM ledger_facts WHERE name = 'ledger_id'`,
  )
  const attemptCount = connection.prepare<[], { count: number }>('SELECT count(*) AS count FROM attempts')
  const untoldAttempts = connection.prepare<[], { item_id: number }>(
    `SELECT item_id FROM attempts GROUP BY item_id HAVING count(*) <> (
       SELECT count(*) FROM audit_events
       WHERE item_id = attempts.item_id AND kind = 'attempt.started')`,
  )
  const verifyErasedData = createErasureVerification(connection, report)
  const toldVersions = new Set<unknown>()
  let startCount = 0

  const verifyStart = (event: StoredEvent): void => {
    const told = parseObject(event.data)
    const item: Record<string, unknown> = { ...untoldIdentity, ...asObject(told['item']) }
    const row = attemptByNumber.get(event.item_id, asNumber(told['number']))
    const same =
      row?.erased === 0 &&
      row.sent_name === told['sentName'] &&
      row.url === told['url'] &&
      row.entity_id === item['entityId'] &&
      row.media_type === item['mediaType'] &&
      row.sha256 === (told['sha256'] ?? item['sha256']) &&
      row.started_at_ms === event.at_ms &&
      isDeepStrictEqual(parseObject(row.fields), item['fields']) &&
      (row.outcome !== 'in_flight' || isTold(told['attempt'], row))
    if (!same) reportEffect(event, 'attempt_altered_since_start')
  }

  const verifySettlement = (event: StoredEvent): void => {
    const told = parseObject(event.data)
    const row = attemptById.get(asNumber(told['attemptId']))
    const same =
      row?.erased === 0 &&
      row.outcome === told['outcome'] &&
      row.http_status === told['httpStatus'] &&
      row.sent_name === told['sentName'] &&
      isTold(told['attempt'], row)
    if (!same) reportEffect(event, 'attempt_altered_since_settled')
  }

  /** Attempts of an erased item are what its last event says they are. */
  const verifyErasure = (event: StoredEvent): void => {
    const told = parseObject(event.data)['attempts']
    const present = attemptsOf.all(event.item_id)
    const same =
      present.every(({ erased }) => erased === 1) && isDeepStrictEqual(told, present.map(attemptDigest))
    if (!same) reportEffect(event, 'attempt_altered_since_erased')
  }

  const verifyFounding = (event: StoredEvent): void => {
    if (parseObject(event.data)['ledgerId'] === ledgerId.get()?.value) return
    reportEffect(event, 'ledger_id_altered')
  }

  const verifyRules = (event: StoredEvent): void => {
    const told = parseObject(event.data)
    const row = rules.get(asNumber(told['version']))
    toldVersions.add(told['version'])
    const same =
      row !== undefined &&
      sha256(row.definition) === told['definitionHash'] &&
      isDeepStrictEqual(parseObject(row.rule_versions), told['ruleVersions']) &&
      row.restores === told['restores'] &&
      row.actor === event.actor &&
      row.saved_at_ms === event.at_ms
    if (!same) reportEffect(event, 'rules_altered')
  }

  const reportEffect = ({ seq, item_id: itemId }: StoredEvent, code: EffectFault): void => {
    report({ seq, itemId, ...say(code, { seq }) })
  }

  return {
    verify(event) {
      verifyErasedData(event)
      if (event.kind === 'attempt.started') startCount += 1
      if (event.erased === 1) return
      if (event.kind === 'ledger.created') verifyFounding(event)
      if (event.kind === 'attempt.started') verifyStart(event)
      if (event.kind === 'attempt.settled') verifySettlement(event)
      if (event.kind === 'item.erased') verifyErasure(event)
      if (event.kind === 'rules.changed') verifyRules(event)
    },
    finish() {
      // The look at every item's attempts takes long; where as many started as there are, it would find none.
      const untold = attemptCount.get()?.count === startCount ? [] : untoldAttempts.all()
      for (const { item_id: itemId } of untold) {
        report({ seq: null, itemId, ...say('attempts_untold') })
      }
      for (const { version } of versions.all()) {
        if (toldVersions.has(version)) continue
        report({ seq: null, itemId: null, ...say('rules_untold', { version }) })
      }
    },
  }
}

type EffectFault = Extract<SentenceCode, `${string}_altered${'' | `_since_${string}`}`>

/** Events of an earlier version do not tell the digest of their attempt. */
function isTold(digest: unknown, row: AttemptRow): boolean {
  return digest === undefined || digest === attemptDigest(row)
}
