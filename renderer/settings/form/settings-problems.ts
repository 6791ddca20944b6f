import type { z } from 'zod'
import { sayIssue } from '../../../electron/shared/sentences/schema-issue.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import type { Settings, SettingsProblem } from '../../../electron/shared/settings/settings.ts'
import { formatCount } from '../../format/number.ts'
import { messages } from '../../messages/current.ts'
import { inWords } from '../../messages/in-words.ts'
import { contradictionsIn } from './contradictions.ts'
import { unitOf } from './number-fields.ts'

/** Everything that is wrong with settings, in plain words, by place. */
export function settingsProblems(settings: Settings): SettingsProblem[] {
  const result = settingsSchema.safeParse(settings)
  const issues = result.success ? [] : result.error.issues
  return [...issues.map(problemOfIssue), ...contradictionsIn(settings)]
}

function problemOfIssue(issue: z.core.$ZodIssue): SettingsProblem {
  const path = issue.path.map(String).join('.')
  return { path, words: wordsOf(issue, unitOf(path)) }
}

/** Words for what a schema reports in its own terms. `unit` turns stored numbers into those of the field. */
function wordsOf(issue: z.core.$ZodIssue, unit: number): string {
  const text = messages.settings.problems
  const shown = (bound: number | bigint): string => formatCount(Number(bound) / unit)
  if (issue.code === 'invalid_type') {
    return issue.expected === 'int' ? text.wholeNumber : text.number
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return text.empty
  if (issue.code === 'too_big' && issue.origin === 'string') return text.tooLong(Number(issue.maximum))
  if (issue.code === 'too_big' && issue.origin === 'array') return text.tooMany(Number(issue.maximum))
  if (issue.code === 'too_small') return text.atLeast(shown(issue.minimum))
  if (issue.code === 'too_big') return text.atMost(shown(issue.maximum))
  const { words, said } = sayIssue(issue)
  return inWords(words, said)
}
