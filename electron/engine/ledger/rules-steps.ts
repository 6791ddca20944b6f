import type { RulesVersion } from '../../shared/readings.ts'
import { rulesDefinitionSchema } from '../../shared/rules.ts'
import type { NamingRule, RulesDefinition } from '../../shared/rules.ts'
import { sha256 } from './audit-chain.ts'
import type { AuditChain } from './audit-chain.ts'
import { canonicalJson } from './canonical-json.ts'
import { readStep, writeStep } from './connection.ts'
import type { Connection } from './connection.ts'

/** One state of all naming rules. */
export interface RecordedRules {
  readonly version: RulesVersion
  readonly definition: RulesDefinition
  /** The version of each rule, by its id. */
  readonly ruleVersions: Readonly<Record<string, number>>
}

export interface RulesSteps {
  /** The newest rules; null in a ledger that never had any. */
  readRules(): Promise<RecordedRules | null>
  /** The rules before the newest ones; null while there is but one version. */
  previousRules(): Promise<RecordedRules | null>
  /**
   * Numbers a state of all rules and keeps it for ever, unless it is the newest one already. A rule gets a new
   * version of its own when it differs from what its id last meant, even where it was away in between.
   * `restores`: the version that this one brings back.
   */
  recordRules(
    definition: RulesDefinition,
    actor: string,
    atMs: number,
    restores: number | null,
  ): Promise<RecordedRules>
}

/** A row of `rule_sets` as SQLite returns it. */
export interface RuleSetRow {
  readonly version: number
  readonly definition: string
  readonly rule_versions: string
  readonly saved_at_ms: number
  readonly actor: string
  readonly restores: number | null
}

/** The steps by which naming rules enter the ledger. Each is one transaction with its audit event. */
export function createRulesSteps(connection: Connection, chain: AuditChain): RulesSteps {
  const newest = connection.prepare<[number], RuleSetRow>(
    'SELECT * FROM rule_sets ORDER BY version DESC LIMIT 1 OFFSET ?',
  )
  // An id is letters, digits, dash and underscore: in quotes it is a path of JSON as it stands.
  const lastWith = connection.prepare<[string], RuleSetRow>(
    `SELECT * FROM rule_sets WHERE json_extract(rule_versions, '$."' || ? || '"') IS NOT NULL
     ORDER BY version DESC LIMIT 1`,
  )
  const insert = connection.prepare<unknown[], RuleSetRow>(
    `INSERT INTO rule_sets (version, definition, rule_versions, saved_at_ms, actor, restores)
     VALUES (?, ?, ?, ?, ?, ?) RETURNING *`,
  )

  const read = (offset: number): RecordedRules | null => {
    const row = newest.get(offset)
    return row === undefined ? null : toRecordedRules(row)
  }

  const lastMeaning = (ruleId: string, last: RecordedRules | null): RecordedRules | null => {
    if (last?.ruleVersions[ruleId] !== undefined) return last
    const row = lastWith.get(ruleId)
    return row === undefined ? null : toRecordedRules(row)
  }

  const versionOf = (rule: NamingRule, last: RecordedRules | null): number => {
    const earlier = lastMeaning(rule.id, last)
    const before = earlier?.definition.rules.find(({ id }) => id === rule.id)
    const same = before !== undefined && canonicalJson(before) === canonicalJson(rule)
    return (earlier?.ruleVersions[rule.id] ?? 0) + (same ? 0 : 1)
  }

  const record = (
    definition: RulesDefinition,
    actor: string,
    atMs: number,
    restores: number | null,
  ): RecordedRules => {
    const text = canonicalJson(definition)
    const last = read(0)
    if (last !== null && canonicalJson(last.definition) === text) return last
    const version = (last?.version.version ?? 0) + 1
    const ruleVersions = Object.fromEntries(definition.rules.map((rule) => [rule.id, versionOf(rule, last)]))
    const row = insert.get(version, text, canonicalJson(ruleVersions), atMs, actor, restores)
    if (row === undefined) throw new Error('an insert returned no row')
    chain.append({
      kind: 'rules.changed',
      actor,
      atMs,
      itemId: null,
      data: { version, restores, definitionHash: sha256(text), ruleVersions },
    })
    return toRecordedRules(row)
  }

  return {
    readRules: () => readStep(connection, () => read(0)),
    previousRules: () => readStep(connection, () => read(1)),
    recordRules: (definition, actor, atMs, restores) =>
      writeStep(connection, () => record(definition, actor, atMs, restores)),
  }
}

function toRecordedRules(row: RuleSetRow): RecordedRules {
  return {
    version: {
      version: row.version,
      savedAtMs: row.saved_at_ms,
      actor: row.actor,
      restores: row.restores,
    },
    definition: rulesDefinitionSchema.parse(JSON.parse(row.definition)),
    // Written by this room alone, as an object of numbers.
    ruleVersions: JSON.parse(row.rule_versions) as Record<string, number>,
  }
}
