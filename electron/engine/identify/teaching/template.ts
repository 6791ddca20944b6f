import { plainCellsOf } from './name-cells.ts'
import type { ReadField } from '../../../shared/readings.ts'

/**
 * One piece of a name as examples show it. `texts` is what stood there in the examples; a pattern forgets it, an
 * expression is made as narrow as it allows.
 */
export type Part =
  /** `seen`: how many examples show it. */
  | { readonly kind: 'literal'; readonly text: string; readonly seen: number }
  | { readonly kind: 'separator'; readonly texts: readonly string[] }
  | { readonly kind: 'skip'; readonly texts: readonly string[] }
  | {
      readonly kind: 'date'
      readonly format: string
      readonly texts: readonly string[]
      readonly marked: boolean
    }
  /** Zeros in front of an entity id that leaves them out. No pattern can say so. */
  | { readonly kind: 'zeros' }
  | { readonly kind: 'field'; readonly field: ReadField; readonly texts: readonly string[] }
  | { readonly kind: 'optional'; readonly parts: readonly Part[] }

/** What names of one habit have in common: the last folders, and the file's name without its extension. */
export interface Template {
  readonly segments: readonly (readonly Part[])[]
}

/**
 * How far a template goes beyond what the examples say; of two that read the same names the lower one is proposed. A
 * `{skip}` over several words counts more than one `{skip}` for each word that varies.
 */
export function complexityOf({ segments }: Template): number {
  return segments.flat().reduce((sum, part) => sum + complexityOfPart(part), segments.length)
}

export function complexityOfPart(part: Part): number {
  switch (part.kind) {
    case 'literal':
      // Digits may be a counter, the more likely the fewer examples show them.
      return /\d/.test(part.text) ? (part.seen > 1 ? 2 : 6) : 1
    case 'separator':
      return 2
    case 'date':
      return 2
    case 'field':
    case 'zeros':
      return 1
    case 'skip':
      return 3 * Math.max(1, ...part.texts.map((text) => plainCellsOf(text).length))
    case 'optional':
      return part.parts.reduce((sum, each) => sum + complexityOfPart(each), 2)
  }
}

/** All parts, those inside optional ones too, in their order. */
export function flatParts(parts: readonly Part[]): readonly Exclude<Part, { kind: 'optional' }>[] {
  return parts.flatMap((part) => (part.kind === 'optional' ? flatParts(part.parts) : [part]))
}

/** Neighbouring plain texts become one, and so do neighbouring skipped ones. */
export function mergeParts(parts: readonly Part[]): Part[] {
  const merged: Part[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (part.kind === 'literal' && last?.kind === 'literal') {
      merged[merged.length - 1] = { ...last, text: last.text + part.text }
    } else if (part.kind === 'skip' && last?.kind === 'skip') {
      const texts = last.texts.map((text, index) => text + (part.texts[index] ?? ''))
      merged[merged.length - 1] = { kind: 'skip', texts }
    } else if (part.kind !== 'literal' || part.text !== '') {
      merged.push(part)
    }
  }
  return merged
}
