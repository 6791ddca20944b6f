import { aliasKey } from '../../../electron/shared/media-types.ts'
import type { RulesDefinition } from '../../../electron/shared/rules.ts'
import { mediaTypeOptions, resolveMediaType } from '../../item/media-type-options.ts'
import type { Mark } from './marks.ts'

export const markKinds = ['entity_id', 'media_type', 'side', 'date', 'value', 'skip'] as const
export type MarkKind = (typeof markKinds)[number]

/** The letter that gives a mark while a name has the focus. */
export const markKeys: Readonly<Record<MarkKind, string>> = {
  entity_id: 'e',
  media_type: 'm',
  side: 's',
  date: 'd',
  value: 'o',
  skip: 'n',
}

const sideWords = {
  front: ['front', 'recto', 'f', '1'],
  back: ['back', 'reverse', 'verso', 'rear', 'b', '2'],
} as const

/** The mark for a part of a name, with what its text is known to mean; empty where a person has to say it. */
export function markFor(
  kind: Exclude<MarkKind, 'skip'>,
  part: { readonly start: number; readonly end: number; readonly text: string },
  definition: RulesDefinition,
  entered: string | undefined,
): Mark {
  const { start, end, text } = part
  if (kind === 'media_type')
    return { field: kind, start, end, value: typeOf(text, definition) ?? entered ?? '' }
  if (kind === 'side') return { field: kind, start, end, value: sideOfText(text, definition) ?? '' }
  return { field: kind === 'value' ? 'field:value' : kind, start, end }
}

/** The same mark with what its text is known to mean, where nothing is said of it yet. */
export function meant(
  mark: Mark,
  text: string,
  definition: RulesDefinition,
  entered: string | undefined,
): Mark {
  const kind = mark.field
  if (mark.value !== undefined || (kind !== 'media_type' && kind !== 'side')) return mark
  return markFor(kind, { start: mark.start, end: mark.end, text }, definition, entered)
}

/** The media type that a text is a known name of. */
function typeOf(text: string, definition: RulesDefinition): string | undefined {
  const options = mediaTypeOptions(definition.mediaTypeAliases)
  const meant = resolveMediaType(text, options)
  return options.some((option) => option.value === meant) ? meant : undefined
}

function sideOfText(text: string, { sideNames }: RulesDefinition): 'front' | 'back' | undefined {
  const key = aliasKey(text)
  const says = (side: 'front' | 'back') =>
    [...sideWords[side], ...sideNames[side]].some((word) => aliasKey(word) === key)
  if (says('front')) return 'front'
  return says('back') ? 'back' : undefined
}
