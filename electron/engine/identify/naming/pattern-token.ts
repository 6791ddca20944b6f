import type { DateFormat } from './date-format.ts'

export type FolderField = 'folder' | `folder${number}`

/** One thing that stands in a segment of a pattern. */
export type PatternToken =
  /** `text` is in the form of `foldCase`, `shown` as it was written. */
  | { readonly kind: 'literal'; readonly text: string; readonly shown: string }
  | { readonly kind: 'entity_id' }
  | { readonly kind: 'media_type' }
  | { readonly kind: 'side' }
  | { readonly kind: 'date'; readonly format: DateFormat }
  | { readonly kind: 'skip' }
  | { readonly kind: 'sep' }
  | { readonly kind: 'folder'; readonly name: FolderField }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'ext' }

export type FieldToken = Exclude<PatternToken, { kind: 'literal' }>

/** The field as it stands in a pattern. */
export function tokenInBraces(token: FieldToken): string {
  if (token.kind === 'field') return `{field:${token.name}}`
  if (token.kind === 'folder') return `{${token.name}}`
  return token.kind === 'date' ? `{date:${token.format.text}}` : `{${token.kind}}`
}

/** Fields of any text: where they end, only what follows can tell. */
export function isFreeText(token: PatternToken): boolean {
  return token.kind === 'entity_id' || token.kind === 'field' || token.kind === 'skip'
}
