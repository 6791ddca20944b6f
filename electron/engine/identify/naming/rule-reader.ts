import type { Sentence } from '../../../shared/sentences/told.ts'
import type { ReadField } from '../../../shared/readings.ts'
import { compileExpression } from './expression.ts'
import type { Expression } from './expression.ts'
import { checkFieldName } from './field-token.ts'
import { parsePattern } from './pattern.ts'
import type { PatternVariant } from './pattern.ts'
import type { PatternToken } from './pattern-token.ts'

export interface PatternReader {
  readonly kind: 'pattern'
  readonly variants: readonly PatternVariant[]
  /** The characters that every file's name must have, as `characterMask` sums them up. */
  readonly mask: number
}

/** Compared with the whole path where it holds a `/`, else with the file's name. */
export interface ExpressionReader {
  readonly kind: 'expression'
  readonly expression: Expression
  readonly isForPath: boolean
}

export type RuleReader = PatternReader | ExpressionReader

/** The fields that each reading of a rule has, and those that some have. */
export interface FieldsRead {
  readonly always: ReadonlySet<ReadField>
  readonly sometimes: ReadonlySet<ReadField>
}

export interface ReaderResult {
  /** With a problem it must not be used. */
  readonly reader: RuleReader
  readonly read: FieldsRead
  readonly problems: readonly Sentence[]
}

export function compilePatternReader(text: string): ReaderResult {
  const { variants, problems } = parsePattern(text)
  const fields = variants.map(
    ({ segments }) => new Set(segments.flatMap(({ tokens }) => tokens.flatMap(fieldRead))),
  )
  const sometimes = new Set(fields.flatMap((each) => [...each]))
  const always = new Set([...sometimes].filter((field) => fields.every((each) => each.has(field))))
  return {
    reader: { kind: 'pattern', variants, mask: sharedMask(variants) },
    read: { always, sometimes },
    problems,
  }
}

/** Groups named `entity_id`, `media_type` and `side` are what they say; every other one is a further value. */
export function compileExpressionReader(source: string): ReaderResult {
  const compiled = compileExpression(source)
  const expression = compiled.kind === 'compiled' ? compiled.expression : nothingFits
  const fields = new Set(expression.groupNames.map(fieldOfGroup))
  const badNames = [...fields].flatMap((field) =>
    field.startsWith('field:') ? (checkFieldName(field.slice('field:'.length)) ?? []) : [],
  )
  return {
    reader: { kind: 'expression', expression, isForPath: source.includes('/') },
    read: { always: fields, sometimes: fields },
    problems: compiled.kind === 'refused' ? [compiled.why] : badNames,
  }
}

export function fieldOfGroup(name: string): ReadField {
  return name === 'entity_id' || name === 'media_type' || name === 'side' ? name : `field:${name}`
}

function sharedMask(variants: readonly PatternVariant[]): number {
  return variants.reduce((mask, { segments }) => mask & (segments.at(-1)?.mask ?? 0), -1)
}

function fieldRead(token: PatternToken): ReadField[] {
  switch (token.kind) {
    case 'field':
      return [`field:${token.name}`]
    case 'folder':
      return [token.name]
    case 'entity_id':
    case 'media_type':
    case 'side':
    case 'date':
      return [token.kind]
    default:
      return []
  }
}

const nothingFits: Expression = { groupNames: [], test: () => false, match: () => null, reach: () => 0 }
