import { z } from 'zod'
import { ruleSchema, rulesDefinitionSchema } from '../../../shared/rules.ts'
import type { RuleProblem, RulesDefinition } from '../../../shared/rules.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { rulesFileForm } from './form.ts'
import { readJsonText } from './json-text.ts'
import type { JsonText } from './json-text.ts'
import { maxProblems, problemAt, schemaProblems } from './problems.ts'

/**
 * Reads a rules file: JSON, comments and trailing commas allowed. Says everything that is wrong with its form, each
 * with its line. Whether the patterns themselves can be used is told by compiling them.
 */
export function readRulesFile(text: string): {
  readonly definition: RulesDefinition | null
  readonly problems: readonly RuleProblem[]
} {
  const json = readJsonText(text)
  if ('words' in json) return refused([problemAt(null, json.line, json)])
  const header = headerSchema.safeParse(json.value)
  if (!header.success) return refused([problemAt(null, 1, sayHeader(json.value))])
  const { intrayRules: _version, ...parts } = header.data
  const parsed = fileSchema.safeParse(parts, { reportInput: true })
  const problems = [...lostKeys(json), ...(parsed.success ? [] : schemaProblems(parsed.error, json))]
  return parsed.success && problems.length === 0
    ? { definition: parsed.data, problems: [] }
    : refused(problems)
}

const headerSchema = z.looseObject({ intrayRules: z.literal(rulesFileForm) })

/** A file without rules is a slip, not the rules of a new installation. */
const fileSchema = rulesDefinitionSchema.extend({ rules: z.array(ruleSchema).max(500) })

function sayHeader(value: unknown): Sentence {
  const version = z.looseObject({ intrayRules: z.number() }).safeParse(value)
  if (!version.success) return say('rules_file_no_form')
  return version.data.intrayRules > rulesFileForm
    ? say('rules_file_newer', { version: version.data.intrayRules })
    : say('rules_file_form_unknown', { version: version.data.intrayRules, newest: rulesFileForm })
}

function refused(problems: readonly RuleProblem[]): { definition: null; problems: readonly RuleProblem[] } {
  return { definition: null, problems }
}

function lostKeys({ lostKeys: lost, lineOf, value }: JsonText): RuleProblem[] {
  return lost
    .slice(0, maxProblems)
    .map(({ path, ...problem }) => problemAt(path, lineOf(path), problem, value))
}
