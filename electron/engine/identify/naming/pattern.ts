import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { familyOfExtension } from '../../../shared/file-families.ts'
import { foldCase } from '../../../shared/media-types.ts'
import { countVariants, expandVariants, maxVariants } from './pattern-expansion.ts'
import type { FlatNode } from './pattern-expansion.ts'
import { checkVariant } from './pattern-check.ts'
import { describeSegment } from './pattern-segment.ts'
import type { PatternSegment } from './pattern-segment.ts'
import { readPatternText } from './pattern-text.ts'
import type { PatternToken } from './pattern-token.ts'

/** A pattern with some of its optional parts. */
export interface PatternVariant {
  /** From the outermost folder to the file's name, without the extension. */
  readonly segments: readonly PatternSegment[]
  /** The only extension that files may have, in small letters; null: any. */
  readonly extension: string | null
  readonly readsSide: boolean
  /** The segment with an entity id and a media type, where a cut between them may be wrong; -1: none. */
  readonly doubtfulSegment: number
}

export interface Pattern {
  readonly variants: readonly PatternVariant[]
  /** What is wrong with it; a pattern with problems must not be used. */
  readonly problems: readonly Sentence[]
}

/** Reads `{entity_id}_{media_type}[_{side}].{ext}`, `{entity_id}/{media_type}` and the like, in NFC. */
export function parsePattern(pattern: string): Pattern {
  const { nodes, problems } = readPatternText(pattern.normalize('NFC'))
  if (problems.length > 0) return { variants: [], problems: unique(problems) }
  if (countVariants(nodes) > maxVariants) {
    return { variants: [], problems: [say('too_many_variants', { most: maxVariants })] }
  }
  const parsed = expandVariants(nodes).map((flat) => readVariant(flat))
  const wrong = unique(parsed.flatMap((variant) => variant.problems))
  return { variants: wrong.length > 0 ? [] : parsed.map(({ variant }) => variant), problems: wrong }
}

function readVariant(nodes: readonly FlatNode[]): { variant: PatternVariant; problems: Sentence[] } {
  const names: PatternToken[][] = [[]]
  for (const node of nodes) {
    const tokens = names.at(-1) ?? []
    const before = tokens.at(-1)
    if (node.kind === 'slash') names.push([])
    else if (node.kind === 'field') tokens.push(node.token)
    else if (before?.kind === 'literal') tokens[tokens.length - 1] = literal(before.shown + node.text)
    else tokens.push(literal(node.text))
  }
  const { stem, extension } = splitExtension(names.pop() ?? [])
  const tokens = [...names, stem]
  return {
    variant: {
      segments: tokens.map(describeSegment),
      extension,
      readsSide: tokens.some((name) => holds(name, 'side')),
      doubtfulSegment: tokens.findIndex((name) => holds(name, 'entity_id') && holds(name, 'media_type')),
    },
    problems: checkVariant(tokens),
  }
}

/** Takes `.{ext}`, or an extension that a kind of file has, from the end of a file's name. */
function splitExtension(tokens: readonly PatternToken[]): {
  stem: PatternToken[]
  extension: string | null
} {
  const last = tokens.at(-1)
  const isAny = last?.kind === 'ext'
  const end = isAny ? tokens.at(-2) : last
  const before = tokens.slice(0, isAny ? -2 : -1)
  if (end?.kind !== 'literal') return { stem: [...tokens], extension: null }
  const dot = end.shown.lastIndexOf('.')
  const extension = end.shown.slice(dot + 1).toLowerCase()
  const isExtension = isAny ? extension === '' : familyOfExtension(extension) !== undefined
  if (dot === -1 || !isExtension) return { stem: [...tokens], extension: null }
  const rest = end.shown.slice(0, dot)
  return { stem: rest === '' ? before : [...before, literal(rest)], extension: isAny ? null : extension }
}

function holds(tokens: readonly PatternToken[], kind: PatternToken['kind']): boolean {
  return tokens.some((token) => token.kind === kind)
}

function literal(text: string): PatternToken {
  return { kind: 'literal', text: foldCase(text), shown: text }
}

function unique(problems: readonly Sentence[]): Sentence[] {
  return [...new Map(problems.map((problem) => [problem.words, problem])).values()]
}
