import type { z } from 'zod'
import { say, sayAll, sayAsWritten } from './say.ts'
import { formSentences } from './settings-sentences.ts'
import type { Sentence } from './told.ts'

type Issue = z.core.$ZodIssue
type FormCode = keyof typeof formSentences

/**
 * What a schema found wrong with one value, as a sentence. That it is missing can only be told where the schema was
 * asked to report its input.
 */
export function sayIssue(issue: Issue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue) ? say('value_missing') : say('value_of_kind', { kind: issue.expected })
    case 'invalid_value':
      return isMissing(issue)
        ? say('value_missing')
        : say('value_one_of', { choices: issue.values.map((value) => JSON.stringify(value)) })
    case 'too_small':
      return sayTooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return sayTooBig(issue.origin, Number(issue.maximum))
    case 'unrecognized_keys':
      return say('keys_unknown', { keys: issue.keys })
    case 'invalid_key':
      return say('key_unusable', { problem: sayAll(issue.issues.map(sayIssue)) })
    case 'invalid_union':
      return sayUnion(issue)
    default:
      return sayForm(issue.message)
  }
}

function sayTooSmall(origin: string, least: number): Sentence {
  if (origin === 'string') return least === 1 ? say('text_empty') : say('text_at_least', { least })
  return origin === 'array' ? say('list_at_least', { least }) : say('value_at_least', { least })
}

function sayTooBig(origin: string, most: number): Sentence {
  if (origin === 'string') return say('text_at_most', { most })
  return origin === 'array' ? say('list_at_most', { most }) : say('value_at_most', { most })
}

/** A value that fits no branch is told of the last one, which is the widest. */
function sayUnion(issue: z.core.$ZodIssueInvalidUnion): Sentence {
  const last = issue.errors.at(-1)?.at(0)
  return last === undefined ? sayForm(issue.message) : sayIssue(last)
}

function sayForm(words: string): Sentence {
  const code = formCodes.get(words)
  return code === undefined ? sayAsWritten(words) : say(code)
}

const formCodes: ReadonlyMap<string, FormCode> = new Map(
  // The keys of the catalogue's own part are codes.
  Object.entries(formSentences).map(([code, words]) => [words, code as FormCode]),
)

function isMissing(issue: Issue): boolean {
  return 'input' in issue && issue.input === undefined
}
