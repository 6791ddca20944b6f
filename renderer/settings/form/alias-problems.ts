import type { SettingsProblem } from '../../../electron/shared/settings.ts'
import { messages } from '../../messages/current.ts'
import { namesOf } from './settings-form.ts'
import type { AliasForm } from './settings-form.ts'

/** What is wrong with the list of further names, before it becomes a record by media type. */
export function aliasProblems(aliases: readonly AliasForm[]): SettingsProblem[] {
  const words = messages.settings.problems
  const types = aliases.map(({ mediaType }) => mediaType.trim())
  return aliases.flatMap(({ names }, index) => {
    const path = `aliases.${index}.mediaType`
    const type = types[index] ?? ''
    if (type === '') return namesOf(names).length === 0 ? [] : [{ path, words: words.aliasEmpty }]
    return types.indexOf(type) < index ? [{ path, words: words.aliasTwice }] : []
  })
}
