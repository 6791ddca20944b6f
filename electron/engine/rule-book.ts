import { IntrayError } from '../shared/error-codes.ts'
import type { RulesVersion } from '../shared/readings.ts'
import type { RulesDefinition } from '../shared/rules.ts'
import { say } from '../shared/sentences/say.ts'
import { compileRules } from './identify/naming/rule-set.ts'
import type { RuleSet } from './identify/naming/rule-set.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { RecordedRules } from './ledger/rules-steps.ts'

/** The rules by which names are read now, with the numbers under which the ledger knows them. */
export interface RulesInUse {
  readonly definition: RulesDefinition
  readonly ruleSet: RuleSet
  readonly version: RulesVersion
  /** The version of each rule, by its id. */
  readonly ruleVersions: Readonly<Record<string, number>>
}

export interface RuleBook {
  inUse(): RulesInUse
  /** Numbers other rules in the ledger and reads by them from now on. `restores`: the version that they bring back. */
  replace(
    definition: RulesDefinition,
    actor: string,
    atMs: number,
    restores: number | null,
  ): Promise<RulesInUse>
  /** Takes over rules that another process, such as the `intray` command, has saved. True when there were some. */
  refresh(): Promise<boolean>
}

type RulesLedger = Pick<Ledger, 'readRules' | 'recordRules'>

/** Opens the book on the rules of the settings; the ledger numbers them where it does not know them yet. */
export async function openRuleBook(
  ledger: RulesLedger,
  definition: RulesDefinition,
  actor: string,
  atMs: number,
): Promise<RuleBook> {
  let inUse = compile(await ledger.recordRules(definition, actor, atMs, null))
  return {
    inUse: () => inUse,
    async replace(next, by, when, restores) {
      inUse = compile(await ledger.recordRules(next, by, when, restores))
      return inUse
    },
    async refresh() {
      const newest = await ledger.readRules()
      if (newest === null || newest.version.version === inUse.version.version) return false
      inUse = compile(newest)
      return true
    },
  }
}

/** The rules for reading only: the newest of the ledger, or the settings' where it knows none. */
export async function readRuleBook(
  ledger: Pick<Ledger, 'readRules'>,
  definition: RulesDefinition,
): Promise<RulesInUse> {
  const newest = await ledger.readRules()
  return compile(newest ?? unnumberedRules(definition))
}

/** A book that nobody can write into. */
export function closedRuleBook(inUse: RulesInUse): RuleBook {
  return {
    inUse: () => inUse,
    replace: () => Promise.reject(new IntrayError('ledger_unwritable', say('ledger_read_only'))),
    refresh: () => Promise.resolve(false),
  }
}

/** Rules that no ledger has numbered. */
export function unnumberedRules(definition: RulesDefinition): RecordedRules {
  return { definition, ruleVersions: {}, version: { version: 0, savedAtMs: 0, actor: '', restores: null } }
}

function compile({ definition, version, ruleVersions }: RecordedRules): RulesInUse {
  return { definition, ruleSet: compileRules(definition), version, ruleVersions }
}
