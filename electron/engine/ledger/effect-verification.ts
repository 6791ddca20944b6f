import { isDeepStrictEqual } from 'node:util'
import type { LedgerFault } from '../../shared/records.ts'
import type { AttemptRow } from './attempt-record.ts'
import { sha256 } from './audit-chain.ts'
import type { Connection } from './connection.ts'
import { untoldIdentity } from './item-record.ts'
import type { RuleSetRow } from './rules-steps.ts'

/** An audit event as SQLite returns it. */
export interface StoredEvent {
  readonly seq: number
  readonly at_ms: number
  readonly actor: string
  readonly kind: string
  readonly item_id: number | null
  readonly data: string
  readonly data_hash: string
  readonly hash: string
}

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
  const toldVersions = new Set<unknown>()

  const verifyStart = (event: StoredEvent): void => {
    const told = parseObject(event.data)
    const item: Record<string, unknown> = { ...untoldIdentity, ...asObject(told['item']) }
    const row = attemptByNumber.get(event.item_id, asNumber(told['number']))
    const same =
      row?.sent_name === told['sentName'] &&
      row?.url === told['url'] &&
      row?.entity_id === item['entityId'] &&
      row?.media_type === item['mediaType'] &&
      row?.sha256 === item['sha256'] &&
      isDeepStrictEqual(parseObject(row?.fields ?? ''), item['fields'])
    if (!same) reportEffect(event, 'The attempt that', 'started was altered')
  }

  const verifySettlement = (event: StoredEvent): void => {
    const told = parseObject(event.data)
    const row = attemptById.get(asNumber(told['attemptId']))
    const same =
      row?.outcome === told['outcome'] &&
      row?.http_status === told['httpStatus'] &&
      row?.sent_name === told['sentName']
    if (!same) reportEffect(event, 'The attempt that', 'settled was altered')
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
    if (!same) reportEffect(event, 'The rules that', 'saved were altered')
  }

  const reportEffect = ({ seq, item_id: itemId }: StoredEvent, what: string, happened: string): void => {
    report({ seq, itemId, words: `${what} event ${String(seq)} ${happened}.` })
  }

  return {
    verify(event) {
      if (event.kind === 'attempt.started') verifyStart(event)
      if (event.kind === 'attempt.settled') verifySettlement(event)
      if (event.kind === 'rules.changed') verifyRules(event)
    },
    finish() {
      for (const { version } of versions.all()) {
        if (toldVersions.has(version)) continue
        report({
          seq: null,
          itemId: null,
          words: `No event tells of version ${String(version)} of the rules.`,
        })
      }
    },
  }
}

/** The object that a text holds; empty for a text that holds none. */
export function parseObject(text: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(text))
  } catch {
    // Text that is no JSON was altered: its hash says so already.
    return {}
  }
}

/** The value as an object; empty for what is none. */
export function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** A number to look up; one that no row has, where an altered event holds something else. */
function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : -1
}
