import { sentences } from './sentences.ts'
import type { Sentences } from './sentences.ts'
import { wordsOf } from './told.ts'
import type { Said, SaidValue, Sentence, Told, Words } from './told.ts'

export type SentenceCode = keyof Sentences

/** What is given for a value: a sentence where the catalogue has its words. */
type Given<Value> = Value extends Words
  ? Sentence
  : Value extends readonly unknown[]
    ? { readonly [Index in keyof Value]: Given<Value[Index]> }
    : Value

/** The values of a sentence, by its code; none for one that is always the same. */
export type ValuesOf<Code extends SentenceCode> = Sentences[Code] extends (values: infer Values) => string
  ? [values: { readonly [Name in keyof Values]: Given<Values[Name]> }]
  : []

/** Makes a sentence of the catalogue, in English and as data. */
export function say<Code extends SentenceCode>(code: Code, ...[values]: ValuesOf<Code>): Sentence {
  const said: Said = values === undefined ? { code } : { code, values: toSaid(values) }
  return { words: wordsOf(said, sentences), said }
}

/** Several sentences, one after the other. */
export function sayAll(all: readonly Sentence[]): Sentence {
  const [only, ...others] = all
  return only !== undefined && others.length === 0 ? only : say('in_turn', { sentences: all })
}

/** A text that is no sentence of the catalogue: it stays as it is in every language. */
export function sayAsWritten(text: string): Sentence {
  return say('as_written', { text })
}

/** A text as it was kept, as a sentence. */
export function asSentence({ words, said }: Told): Sentence {
  return said === undefined ? sayAsWritten(words) : { words, said }
}

function toSaid(values: Readonly<Record<string, unknown>>): Record<string, SaidValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toSaidValue(value)]))
}

function toSaidValue(value: unknown): SaidValue {
  if (Array.isArray(value)) return value.map(toSaidValue)
  // The types of the catalogue let nothing else through.
  return isSentence(value) ? value.said : (value as SaidValue)
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'said' in value
}
