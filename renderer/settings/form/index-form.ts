import type { IndexSettings } from '../../../electron/shared/settings/index-file.ts'
import { fieldNameOf } from '../../item/field-rows.ts'
import { numberOf, textOf, unitOf } from './number-fields.ts'

/** What a column can mean, besides the name of a further value. */
export const columnMeanings = ['file', 'entity_id', 'media_type', 'side', 'ignore'] as const

/** One line of the column mapping. */
export interface ColumnForm {
  heading: string
  /** `value`: a further value, under `name`. */
  meaning: (typeof columnMeanings)[number] | 'value'
  name: string
}

/** A folder's index files as they stand in the fields. */
export interface IndexForm extends Pick<IndexSettings, 'sidecars' | 'encoding' | 'delimiter' | 'required'> {
  /** Separated by commas. */
  files: string
  columns: ColumnForm[]
  /** In minutes. */
  wait: string
}

const waitUnit = unitOf('folders.index.waitMs')

export function indexFormOf(index: IndexSettings): IndexForm {
  return {
    files: index.files.join(', '),
    sidecars: [...index.sidecars],
    columns: Object.entries(index.columns).map(([heading, meaning]) => columnOf(heading, meaning)),
    encoding: index.encoding,
    delimiter: index.delimiter,
    required: index.required,
    wait: textOf(index.waitMs, waitUnit),
  }
}

export function indexOf(form: IndexForm): IndexSettings {
  return {
    files: namesOf(form.files),
    sidecars: [...form.sidecars],
    columns: Object.fromEntries(
      form.columns
        .filter((column) => !isBlank(column))
        .map((column) => [headingOf(column), meaningOf(column)]),
    ),
    encoding: form.encoding,
    delimiter: form.delimiter,
    required: form.required,
    waitMs: numberOf(form.wait, waitUnit),
  }
}

/** True for a line that nobody filled in yet. */
export function isBlank(column: ColumnForm): boolean {
  return headingOf(column) === ''
}

export function headingOf({ heading }: ColumnForm): string {
  return heading.trim()
}

function meaningOf({ meaning, name }: ColumnForm): string {
  return meaning === 'value' ? fieldNameOf(name) : meaning
}

function columnOf(heading: string, meaning: string): ColumnForm {
  const known = columnMeanings.find((one) => one === meaning)
  return { heading, meaning: known ?? 'value', name: known === undefined ? meaning : '' }
}

/** `a, b` -> `['a', 'b']`; empty names are left out. */
function namesOf(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
