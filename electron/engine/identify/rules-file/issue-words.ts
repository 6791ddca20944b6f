import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in brackets',
  object: 'an object in braces',
  record: 'an object in braces',
}

/** What a schema found wrong, as the end of a sentence that begins with the place: `must be at most 128`. */
export function issueWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'too_small':
      return sizeWords(issue.origin, 'at least', Number(issue.minimum))
    case 'too_big':
      return sizeWords(issue.origin, 'at most', Number(issue.maximum))
    case 'invalid_key':
      return `cannot have this name: ${issue.issues.map(asSentence).join(' ')}`
    default:
      return `is not right: ${asSentence(issue)}`
  }
}

function sizeWords(origin: string, bound: 'at least' | 'at most', size: number): string {
  if (origin === 'string' && bound === 'at least' && size === 1) return 'must not be empty'
  const number = size.toLocaleString('en-US')
  if (origin === 'string') return `must have ${bound} ${number} characters`
  if (origin === 'array') return `must have ${bound} ${number} entries`
  return `must be ${bound} ${number}`
}

/** Messages of a custom check or a format are sentences of our own; others speak of the name itself. */
function asSentence(issue: Issue): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message
  return `It ${issueWords(issue)}.`
}
