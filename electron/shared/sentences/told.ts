import { z } from 'zod'

/** A value in a sentence. Objects among values are sentences, or phrases, within the sentence. */
export type SaidValue = string | number | boolean | null | Said | readonly SaidValue[]

/** A sentence as data, for other languages: its code in the catalogue and the values in it. */
export interface Said {
  readonly code: string
  readonly values?: Readonly<Record<string, SaidValue>> | undefined
}

/** A text that the engine wrote for people, in English, and the same as data. */
export interface Sentence {
  readonly words: string
  readonly said: Said
}

/** A text for people as it was kept: what came from elsewhere, or from an older Intray, is not there as data. */
export interface Told {
  readonly words: string
  readonly said?: Said | undefined
}

/** What stands behind a code, for a person: empty where the code says it all. */
export interface Detail {
  readonly detail: string
  /** The detail as data, for other languages, where it is Intray's own. */
  readonly said?: Said | undefined
}

/** A sentence or a phrase within another one, put into words already. */
export type Words = string & { readonly [isWords]: true }
declare const isWords: unique symbol

/** The sentences of one language, by code: as they are, or made of their values. */
type Catalogue = Readonly<Record<string, string | ((values: never) => string)>>

/** A sentence as it stands in the data of an event. */
export const saidSchema: z.ZodType<Said> = z.lazy(() =>
  z.object({ code: z.string(), values: z.record(z.string(), valueSchema).optional() }),
)
const valueSchema: z.ZodType<SaidValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), saidSchema, z.array(valueSchema)]),
)

/**
 * Puts a sentence into the words of a catalogue. Null for what is no sentence, or one that the catalogue does not
 * know: it may come from the ledger of another version.
 */
export function putIntoWords(told: unknown, catalogue: Catalogue): string | null {
  const said = saidSchema.safeParse(told)
  return said.success && isKnown(said.data, catalogue) ? wordsOf(said.data, catalogue) : null
}

function isKnown(value: SaidValue, catalogue: Catalogue): boolean {
  if (value === null || typeof value !== 'object') return true
  if (!('code' in value)) return value.every((each) => isKnown(each, catalogue))
  const inner = Object.values(value.values ?? {})
  return Object.hasOwn(catalogue, value.code) && inner.every((each) => isKnown(each, catalogue))
}

/** The words of a sentence whose codes the catalogue knows, every one of them. */
export function wordsOf({ code, values = {} }: Said, catalogue: Catalogue): string {
  const entry = catalogue[code]
  if (typeof entry === 'string' || entry === undefined) return entry ?? ''
  const worded = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, withWords(value, catalogue)]),
  )
  // `say` gives a code only the values that its function takes, and a code keeps its values for ever.
  return (entry as (values: unknown) => string)(worded)
}

function withWords(value: SaidValue, catalogue: Catalogue): unknown {
  if (value === null || typeof value !== 'object') return value
  return 'code' in value ? wordsOf(value, catalogue) : value.map((each) => withWords(each, catalogue))
}
