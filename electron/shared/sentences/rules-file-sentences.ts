import { jsonFaults } from './schema-sentences.ts'
import type { Words } from './told.ts'

interface Form {
  readonly version: number
}

/** What is wrong in a rules file, and where. */
export const rulesFileSentences = {
  /** `rule`: its number, from 1 on; `place`: the key, with those around it. Null where the problem is not of one. */
  in_rules_file: ({ line, rule, place, problem }: InRulesFile) =>
    `Line ${String(line)}${rule === null ? '' : `, rule ${String(rule)}`}${place === null ? '' : `, “${place}”`}: ${problem}`,
  key_unknown: 'This is no key that is known here.',
  key_twice: 'This key stands there twice.',
  key_no_name: 'This is no name that can be used.',
  json_broken: ({ fault }: { fault: string | null }) =>
    (fault === null ? undefined : jsonFaults[fault]) ?? 'This is no valid JSON.',
  json_nests_too_deep: 'It is nested too deeply.',
  rules_file_no_form: 'This is no rules file: it does not begin with { "intrayRules": 1, ….',
  rules_file_newer: ({ version }: Form) =>
    `The file was written by a newer version of Intray (form ${String(version)}). Update Intray to read it.`,
  rules_file_form_unknown: ({ version, newest }: Form & { newest: number }) =>
    `There is no form ${String(version)} of rules files; this Intray reads form ${String(newest)}.`,
}

interface InRulesFile {
  readonly line: number
  readonly rule: number | null
  readonly place: string | null
  readonly problem: Words
}
