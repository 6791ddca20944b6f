import type { Fields } from '../../electron/shared/readings.ts'
import { fieldNamePattern, reservedFieldNames } from '../../electron/shared/rules.ts'
import { messages } from '../messages/current.ts'

/** One further value as it stands in its two fields. */
export interface FieldRow {
  /** Stays the same while the row is edited. */
  readonly id: number
  readonly name: string
  readonly value: string
}

export interface FieldRowErrors {
  readonly name?: string
  readonly value?: string
}

const longestValue = 1_000

export function rowsOf(fields: Fields): FieldRow[] {
  return Object.entries(fields).map(([name, value], id) => ({ id, name, value }))
}

/** A name as custom data takes it: `Branch Office` -> `branch_office`. */
export function fieldNameOf(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/gu, '_')
}

/** Rows without a name and a value are rows that nobody filled in yet. */
function isBlank(row: FieldRow): boolean {
  return row.name.trim() === '' && row.value.trim() === ''
}

/** The values that the rows stand for. */
export function fieldsOf(rows: readonly FieldRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.filter((row) => !isBlank(row)).map((row) => [fieldNameOf(row.name), row.value.trim()]),
  )
}

export function sameFields(one: Fields, other: Fields): boolean {
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
}

/** A new row at the end, to be filled in. */
export function withNewRow(rows: readonly FieldRow[]): FieldRow[] {
  return [...rows, { id: Math.max(-1, ...rows.map((row) => row.id)) + 1, name: '', value: '' }]
}

/** What keeps the rows from being sent, by the row's id. Empty when nothing does. */
export function rowErrors(rows: readonly FieldRow[]): ReadonlyMap<number, FieldRowErrors> {
  const filled = rows.filter((row) => !isBlank(row))
  const names = filled.map((row) => fieldNameOf(row.name))
  const text = messages.item.fields
  const errors = new Map<number, FieldRowErrors>()
  filled.forEach((row, index) => {
    const name = nameError(names, index)
    const value = row.value.trim().length > longestValue ? text.valueTooLong : undefined
    if (name === undefined && value === undefined) return
    errors.set(row.id, { ...(name !== undefined && { name }), ...(value !== undefined && { value }) })
  })
  return errors
}

/** Why this is no name of a further value; undefined when it is one. */
export function fieldNameError(name: string): string | undefined {
  const text = messages.item.fields
  if (name === '') return text.nameMissing
  if (!fieldNamePattern.test(name)) return text.nameMalformed
  return reservedFieldNames.has(name) ? text.nameReserved : undefined
}

function nameError(names: readonly string[], index: number): string | undefined {
  const name = names[index] ?? ''
  const twice = names.indexOf(name) < index ? messages.item.fields.nameTwice : undefined
  return fieldNameError(name) ?? twice
}
