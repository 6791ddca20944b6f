import type { SettingsProblem } from '../../../electron/shared/settings/settings.ts'
import { fieldNameError, fieldNameOf } from '../../item/field-rows.ts'
import { messages } from '../../messages/current.ts'
import type { FolderForm } from './folder-form.ts'
import { headingOf, isBlank } from './index-form.ts'
import type { ColumnForm } from './index-form.ts'

/** What is wrong with the column mappings of index files, before they become records by heading. */
export function columnProblems(folders: readonly FolderForm[]): SettingsProblem[] {
  return folders.flatMap(({ index }, place) => problemsOf(index.columns, `folders.${place}.index.columns`))
}

function problemsOf(columns: readonly ColumnForm[], path: string): SettingsProblem[] {
  const words = messages.settings.problems
  const headings = columns.map(headingOf)
  return columns.flatMap((column, place): SettingsProblem[] => {
    if (isBlank(column)) {
      const named = column.name.trim() !== ''
      return named ? [{ path: `${path}.${place}.heading`, words: words.empty }] : []
    }
    if (headings.indexOf(headingOf(column)) < place) {
      return [{ path: `${path}.${place}.heading`, words: words.columnTwice }]
    }
    const wrong = column.meaning === 'value' ? fieldNameError(fieldNameOf(column.name)) : undefined
    return wrong === undefined ? [] : [{ path: `${path}.${place}.name`, words: wrong }]
  })
}
