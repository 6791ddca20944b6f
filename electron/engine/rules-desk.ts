import type { Handlers } from '../shared/contract.ts'
import { IntrayError } from '../shared/error-codes.ts'
import type { RulesInForce } from '../shared/readings.ts'
import { definitionOf } from '../shared/rules.ts'
import type { RulesDefinition } from '../shared/rules.ts'
import { checkEntityId, compileEntityIdFormat } from './identify/naming/entity-id-format.ts'
import { compileRules } from './identify/naming/rule-set.ts'
import { explainName } from './identify/naming/name-explanation.ts'
import { proposeRules } from './identify/teaching/proposal.ts'
import { readRulesFile } from './identify/rules-file/reading.ts'
import { writeRulesFile } from './identify/rules-file/writing.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { RuleBook } from './rule-book.ts'
import { createRulesTrials } from './rules-trial.ts'
import { say } from '../shared/sentences/say.ts'

type RulesCall = Extract<keyof Handlers<'engine'>, `rules.${string}`>

export interface RulesDeskOptions {
  readonly ledger: Pick<Ledger, 'readRules' | 'previousRules' | 'waitingNames' | 'decidedNames'>
  readonly book: RuleBook
  /** Who changes rules. */
  actor(): Promise<string>
  now(): number
  /** Makes the definition the settings', before it is in force. Throws IntrayError. */
  keep(definition: RulesDefinition): Promise<void>
  /** Reads waiting items again by the rules that are in force now. Resolves when that has begun. */
  readAgain(): Promise<void>
}

/** Everything that a person does with naming rules, for the window and for the `intray` command. */
export interface RulesDesk extends Pick<Handlers<'engine'>, RulesCall> {
  /** Items changed: the names that rules are tried on are read anew. */
  forgetNames(): void
}

export function createRulesDesk(options: RulesDeskOptions): RulesDesk {
  const { ledger, book, now } = options
  const trials = createRulesTrials(ledger, pause)

  const inForce = async (): Promise<RulesInForce> => {
    const { definition, version, ruleVersions, ruleSet } = book.inUse()
    const previous = await ledger.previousRules()
    return {
      definition,
      version,
      ruleVersions,
      previous: previous?.version ?? null,
      problems: ruleSet.problems,
    }
  }

  const refuseStale = async (baseVersion: number): Promise<void> => {
    await book.refresh()
    const { version } = book.inUse().version
    if (version !== baseVersion)
      throw new IntrayError('stale_rules', say('rules_version_in_force', { version }))
  }

  const putInForce = async (definition: RulesDefinition, restores: number | null): Promise<RulesInForce> => {
    await options.keep(definition)
    await book.replace(definition, await options.actor(), now(), restores)
    await options.readAgain()
    return inForce()
  }

  return {
    forgetNames: () => {
      trials.forget()
    },
    'rules.get': inForce,
    'rules.try': (request) => trials.try(request, book.inUse().ruleSet),
    'rules.explain': ({ folderId, path, definition = book.inUse().definition }) =>
      Promise.resolve(explainName(compileRules(definition), path, folderId, definition.rules)),
    async 'rules.save'({ definition, baseVersion }) {
      await refuseStale(baseVersion)
      const { problems } = compileRules(definition)
      if (problems.length > 0) return { problems, rules: await inForce() }
      return { problems: [], rules: await putInForce(definitionOf(definition), null) }
    },
    async 'rules.undo'({ baseVersion }) {
      await refuseStale(baseVersion)
      const previous = await ledger.previousRules()
      if (previous === null) throw new IntrayError('stale_rules', say('no_earlier_rules'))
      return putInForce(previous.definition, previous.version.version)
    },
    'rules.checkEntityId': ({ entityIds, entityId }) => {
      const { format, problem } = compileEntityIdFormat(entityIds)
      return Promise.resolve({ problem: problem ?? checkEntityId(format, entityId) })
    },
    async 'rules.propose'({ examples, definition = book.inUse().definition }) {
      const names = (await trials.names()).map(({ folderId, path, confirmed, entityId, mediaType }) => ({
        folderId,
        path,
        confirmed: confirmed && entityId !== null ? { entityId, mediaType } : null,
      }))
      return { proposals: await proposeRules({ examples, definition, names }, pause) }
    },
    'rules.export': ({ definition = book.inUse().definition }) =>
      Promise.resolve({ text: writeRulesFile(definition) }),
    'rules.import': ({ text }) => Promise.resolve(readRulesFile(text)),
  }
}

/** Lets the engine do its other work. */
const pause = (): Promise<void> => new Promise(setImmediate)
