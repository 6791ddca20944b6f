import type { PatternToken } from './pattern-token.ts'

/** One folder or file name of a pattern, with what a name must have at the least to fit it. */
export interface PatternSegment {
  readonly tokens: readonly PatternToken[]
  /** Literal texts at its beginning and its end, which are compared first. */
  readonly prefix: string
  readonly suffix: string
  readonly minLength: number
  /** The characters of its literal texts, as `characterMask` sums them up. */
  readonly mask: number
}

export function describeSegment(tokens: readonly PatternToken[]): PatternSegment {
  const literals = tokens.map((token) => (token.kind === 'literal' ? token.text : ''))
  return {
    tokens,
    prefix: literals[0] ?? '',
    suffix: literals.at(-1) ?? '',
    minLength: literals.reduce((length, text) => length + (text === '' ? 1 : text.length), 0),
    mask: characterMask(literals.join('')),
  }
}

/** One bit for each character, shared by some: a text without a bit of another cannot hold it. */
export function characterMask(text: string): number {
  let mask = 0
  for (let at = 0; at < text.length; at += 1) mask |= 1 << (text.charCodeAt(at) & 31)
  return mask
}
