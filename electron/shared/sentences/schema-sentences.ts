import { countInWords, quote } from './english-wording.ts'
import type { Words } from './told.ts'

/** What a schema asks for, by the name that zod has for it. */
export type ValueKind = 'string' | 'number' | 'int' | 'boolean' | 'array' | 'object' | 'record'

interface Least {
  readonly least: number
}

interface Most {
  readonly most: number
}

/** What is wrong with a value in a file that people write: settings. */
export const schemaSentences = {
  value_missing: 'It is missing.',
  value_of_kind: ({ kind }: { kind: string }) => `It must be ${kindWords[kind] ?? 'something else'}.`,
  value_one_of: ({ choices }: { choices: readonly string[] }) => `It must be one of ${choices.join(', ')}.`,
  value_at_least: ({ least }: Least) => `It must be at least ${countInWords(least)}.`,
  value_at_most: ({ most }: Most) => `It must be at most ${countInWords(most)}.`,
  text_empty: 'It must not be empty.',
  text_at_least: ({ least }: Least) => `It must have at least ${countInWords(least)} characters.`,
  text_at_most: ({ most }: Most) => `It must have at most ${countInWords(most)} characters.`,
  list_at_least: ({ least }: Least) =>
    `It must have at least ${countInWords(least)} ${least === 1 ? 'entry' : 'entries'}.`,
  list_at_most: ({ most }: Most) => `It must have at most ${countInWords(most)} entries.`,
  keys_unknown: ({ keys }: { keys: readonly string[] }) =>
    keys.length === 1
      ? `${keys.map(quote).join('')} is no key that is known here.`
      : `${keys.map(quote).join(', ')} are no keys that are known here.`,
  key_unusable: ({ problem }: { problem: Words }) => `It cannot have this name. ${problem}`,

  json_fault: ({ fault, line }: { fault: string; line: number }) =>
    `This is no valid JSON, in line ${String(line)}${jsonFaults[fault] === undefined ? '.' : `: ${jsonFaults[fault]}`}`,
}

const kindWords: Readonly<Partial<Record<string, string>>> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in brackets',
  object: 'an object in braces',
  record: 'an object in braces',
} satisfies Record<ValueKind, string>

/** What keeps a text from being JSON, by the keys that jsonc-parser has for it. */
export type JsonFault =
  | 'InvalidSymbol'
  | 'InvalidNumberFormat'
  | 'PropertyNameExpected'
  | 'ValueExpected'
  | 'ColonExpected'
  | 'CommaExpected'
  | 'CloseBraceExpected'
  | 'CloseBracketExpected'
  | 'EndOfFileExpected'
  | 'UnexpectedEndOfComment'
  | 'UnexpectedEndOfString'
  | 'UnexpectedEndOfNumber'
  | 'InvalidUnicode'
  | 'InvalidEscapeCharacter'
  | 'InvalidCharacter'

export const jsonFaults: Readonly<Partial<Record<string, string>>> = {
  InvalidSymbol: 'This is no text, number, true, false or null. Texts stand in double quotes.',
  InvalidNumberFormat: 'This is no number.',
  PropertyNameExpected: 'A key in double quotes is missing.',
  ValueExpected: 'A value is missing.',
  ColonExpected: 'A colon is missing after the key.',
  CommaExpected: 'A comma is missing.',
  CloseBraceExpected: 'A closing brace is missing.',
  CloseBracketExpected: 'A closing bracket is missing.',
  EndOfFileExpected: 'Something stands after the end.',
  UnexpectedEndOfComment: 'A comment does not end.',
  UnexpectedEndOfString: 'A text does not end: its closing quote is missing.',
  UnexpectedEndOfNumber: 'A number does not end.',
  InvalidUnicode: 'An escape that begins with \\u needs four hexadecimal digits.',
  InvalidEscapeCharacter: 'A backslash in a text must be written twice.',
  InvalidCharacter: 'A text holds a line break or another character that must be escaped.',
} satisfies Record<JsonFault, string>
