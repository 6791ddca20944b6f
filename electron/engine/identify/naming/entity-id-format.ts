import type { EntityIdFormat } from '../../../shared/rules.ts'
import { quote } from '../evidence.ts'
import { passesCheck } from './check-digit.ts'
import { compileExpression } from './expression.ts'
import type { Expression } from './expression.ts'

/** The organisation's form of entity ids, ready to check them. */
export interface CompiledEntityIdFormat {
  /** As it was written. */
  readonly pattern: string
  /** Null: any form. */
  readonly expression: Expression | null
  readonly checkDigit: EntityIdFormat['checkDigit']
}

/** `problem` says in plain words why the pattern cannot be used; then every form is taken. */
export interface EntityIdFormatResult {
  readonly format: CompiledEntityIdFormat
  readonly problem: string | null
}

const checkNames = {
  luhn: 'Luhn',
  mod_97: 'mod 97',
  mod_11: 'mod 11',
} as const

/** Makes the organisation's form of entity ids ready. */
export function compileEntityIdFormat({ pattern, checkDigit }: EntityIdFormat): EntityIdFormatResult {
  if (pattern === '') return { format: { pattern, expression: null, checkDigit }, problem: null }
  const compiled = compileExpression(pattern)
  return compiled.kind === 'refused'
    ? { format: { pattern, expression: null, checkDigit }, problem: compiled.words }
    : { format: { pattern, expression: compiled.expression, checkDigit }, problem: null }
}

/** Null where an entity id has the organisation's form, else what is wrong with it, for a person. */
export function checkEntityId(format: CompiledEntityIdFormat, entityId: string): string | null {
  const { expression, pattern, checkDigit } = format
  if (expression !== null && !expression.test(entityId))
    return `${quote(entityId)} does not have the form ${quote(pattern)}.`
  if (checkDigit !== 'none' && !passesCheck(checkDigit, entityId))
    return `The check digit (${checkNames[checkDigit]}) of ${quote(entityId)} is wrong: a character is mistyped, missing or in the wrong place.`
  return null
}
