import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import type { EntityIdFormat } from '../../../shared/rules.ts'
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

/** `problem` says why the pattern cannot be used; then every form is taken. */
export interface EntityIdFormatResult {
  readonly format: CompiledEntityIdFormat
  readonly problem: Sentence | null
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
    ? { format: { pattern, expression: null, checkDigit }, problem: compiled.why }
    : { format: { pattern, expression: compiled.expression, checkDigit }, problem: null }
}

/** Null where an entity id has the organisation's form, else what is wrong with it, for a person. */
export function checkEntityId(format: CompiledEntityIdFormat, entityId: string): Sentence | null {
  const { expression, pattern, checkDigit } = format
  if (expression !== null && !expression.test(entityId)) return say('entity_id_form', { entityId, pattern })
  if (checkDigit !== 'none' && !passesCheck(checkDigit, entityId))
    return say('entity_id_check_digit', { entityId, check: checkNames[checkDigit] })
  return null
}
