/** A field whose value a reading gives. `{skip}`, the third kind, stands for any text and gives nothing. */
export type ValueField = 'entity_id' | 'media_type'

/** Literal texts with a `{skip}` between each two. `['a_', '']` stands for `a_{skip}`. */
export type LiteralRun = readonly string[]

/** One folder or file name of a pattern: `runs[0] values[0] runs[1] values[1] runs[2]`. */
export interface PatternSegment {
  readonly values: readonly ValueField[]
  readonly runs: readonly LiteralRun[]
  /** Every literal of the runs that is not empty. */
  readonly literals: readonly string[]
}

export interface Pattern {
  /** From the outermost folder to the file's name. */
  readonly segments: readonly PatternSegment[]
  /** What is wrong with it, in plain words; a pattern with problems must not be used. */
  readonly problems: readonly string[]
}

const isValueField = (name: string): name is ValueField => name === 'entity_id' || name === 'media_type'

/** Reads `{entity_id}_{media_type}`, `{entity_id}/{media_type}` and the like. Literal text is compared in NFC. */
export function parsePattern(pattern: string): Pattern {
  const texts = pattern.normalize('NFC').split('/')
  const parsed = texts.map(parseSegment)
  const values = parsed.flatMap(({ segment }) => segment.values)
  const problems = parsed.flatMap((entry) => entry.problems)
  if (texts.includes('')) problems.push('A folder name between two “/”, or at an end, is empty.')
  for (const field of ['entity_id', 'media_type'] as const) {
    const count = values.filter((value) => value === field).length
    if (count > 1) problems.push(`{${field}} stands in it ${count} times; use {skip} for all but one.`)
  }
  if (!values.includes('entity_id'))
    problems.push('{entity_id} is missing: nothing would say whose file it is.')
  return { segments: parsed.map(({ segment }) => segment), problems }
}

interface ParsedSegment {
  readonly segment: PatternSegment
  readonly problems: string[]
}

function parseSegment(text: string): ParsedSegment {
  const problems: string[] = []
  const values: ValueField[] = []
  const runs: string[][] = [[]]
  const addLiteral = (literal: string): void => {
    if (/[{}]/.test(literal)) problems.push(`A “{” or “}” in “${literal}” stands alone.`)
    runs.at(-1)?.push(literal)
  }
  let at = 0
  for (const match of text.matchAll(/\{([^{}]*)\}/gu)) {
    const field = match[1] ?? ''
    if (at > 0 && match.index === at)
      problems.push(`Something must stand between {${field}} and the field before it.`)
    addLiteral(text.slice(at, match.index))
    at = match.index + match[0].length
    if (isValueField(field)) {
      values.push(field)
      runs.push([])
    } else if (field !== 'skip') {
      problems.push(`{${field}} is no field. The fields are {entity_id}, {media_type} and {skip}.`)
    }
  }
  addLiteral(text.slice(at))
  const literals = runs.flat().filter((literal) => literal !== '')
  return { segment: { values, runs, literals }, problems }
}
