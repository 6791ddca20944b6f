import type { FieldKind } from '../../item/field-look.ts'

export type TokenLook = FieldKind | 'skip' | 'sep' | 'ext' | 'unknown'

/** One part of a pattern, for showing it. What it means is for the engine to say. */
export type PatternToken = { readonly start: number; readonly text: string } & (
  | { readonly kind: 'literal' | 'folder_end' | 'optional_start' | 'optional_end' }
  /** `name` as written before a colon, `argument` behind it. */
  | { readonly kind: 'field'; readonly look: TokenLook; readonly name: string; readonly argument: string }
)

const looks: Readonly<Record<string, TokenLook>> = {
  entity_id: 'entity_id',
  media_type: 'media_type',
  side: 'side',
  date: 'date',
  field: 'value',
  skip: 'skip',
  sep: 'sep',
  ext: 'ext',
}

const marks = { '/': 'folder_end', '[': 'optional_start', ']': 'optional_end' } as const

/** Takes a pattern apart as far as it can be understood; a brace that is never closed is text. */
export function patternTokens(pattern: string): readonly PatternToken[] {
  const tokens: PatternToken[] = []
  let literal = ''
  let literalStart = 0
  const endLiteral = (): void => {
    if (literal !== '') tokens.push({ kind: 'literal', start: literalStart, text: literal })
    literal = ''
  }
  for (let at = 0; at < pattern.length;) {
    const part = partAt(pattern, at)
    if (part.kind === 'literal') {
      if (literal === '') literalStart = at
      literal += part.text
    } else {
      endLiteral()
      tokens.push({ ...part, start: at })
    }
    at += part.length
  }
  endLiteral()
  return tokens
}

type Part = { readonly text: string; readonly length: number } & (
  | { readonly kind: 'literal' | 'folder_end' | 'optional_start' | 'optional_end' }
  | { readonly kind: 'field'; readonly look: TokenLook; readonly name: string; readonly argument: string }
)

function partAt(pattern: string, at: number): Part {
  const one = pattern.charAt(at)
  if (one === '\\' && at + 1 < pattern.length) {
    return { kind: 'literal', text: pattern.charAt(at + 1), length: 2 }
  }
  if (one === '/' || one === '[' || one === ']') return { kind: marks[one], text: one, length: 1 }
  const field = one === '{' ? /^\{([^{}:]*)(?::([^{}]*))?\}/.exec(pattern.slice(at)) : null
  if (field === null) return { kind: 'literal', text: one, length: 1 }
  const [text, name = '', argument = ''] = field
  return { kind: 'field', text, length: text.length, name, argument, look: lookOf(name) }
}

function lookOf(name: string): TokenLook {
  return /^folder[2-9]?$/.test(name) ? 'folder' : (looks[name] ?? 'unknown')
}
