import { aliasKey, documentedMediaTypes, shippedMediaTypeAliases } from '../../electron/shared/media-types.ts'
import type { ComboboxOption } from '../components/combobox-option.ts'
import { mediaTypeName } from './media-type-name.ts'

type Aliases = Readonly<Record<string, readonly string[]>>

/**
 * The media types to choose from: the documented ones first, then those that only the alias tables name, then those
 * that people typed before.
 */
export function mediaTypeOptions(ownAliases: Aliases, used: readonly string[] = []): ComboboxOption[] {
  const values = new Set<string>([
    ...documentedMediaTypes,
    ...Object.keys(shippedMediaTypeAliases),
    ...Object.keys(ownAliases),
    ...used,
  ])
  return [...values].map((value) => ({
    value,
    label: mediaTypeName(value),
    keywords: [...(shippedMediaTypeAliases[value] ?? []), ...(ownAliases[value] ?? [])],
  }))
}

/** The media type that a person's text means: an option by its name, label or alias, else the text itself. */
export function resolveMediaType(text: string, options: readonly ComboboxOption[]): string {
  const key = aliasKey(text)
  const found = options.find((option) =>
    [option.value, option.label, ...(option.keywords ?? [])].some((name) => aliasKey(name) === key),
  )
  return found?.value ?? text.trim()
}
