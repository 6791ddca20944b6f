import {
  aliasKey,
  documentedMediaTypes,
  fullMediaTypeNames,
  shippedMediaTypeAliases,
} from '../../../shared/media-types.ts'

/** What texts name which media type. Keys are in the form of `aliasKey`. */
export interface AliasTable {
  /** More than one media type for a key is a conflict, and nothing decides it silently. */
  readonly typesByKey: ReadonlyMap<string, readonly string[]>
  /** Names that no reading may cut in two. */
  readonly fullNameKeys: ReadonlySet<string>
  readonly maxKeyLength: number
  /** What is wrong with the table, in plain words. */
  readonly problems: readonly string[]
}

/** Joins the documented values, the shipped aliases and a person's own ones; none of them outranks another. */
export function compileAliases(extraAliases: Readonly<Record<string, readonly string[]>>): AliasTable {
  const typesByKey = new Map<string, string[]>()
  const problems: string[] = []
  const add = (mediaType: string, alias: string): void => {
    const key = aliasKey(alias)
    if (key === '') {
      problems.push(`“${alias}” cannot be a name of ${mediaType}: it has no letter and no digit.`)
      return
    }
    const types = typesByKey.get(key) ?? []
    if (!types.includes(mediaType)) typesByKey.set(key, [...types, mediaType])
  }
  const fullNames = listFullNames()
  for (const [mediaType, name] of fullNames) add(mediaType, name)
  for (const [mediaType, aliases] of [
    ...Object.entries(shippedMediaTypeAliases),
    ...Object.entries(extraAliases),
  ]) {
    for (const alias of [mediaType, ...aliases]) add(mediaType, alias)
  }
  for (const [key, types] of typesByKey) {
    if (types.length > 1) problems.push(`“${key}” is a name of several media types: ${types.join(', ')}.`)
  }
  return {
    typesByKey,
    fullNameKeys: new Set(fullNames.map(([, name]) => aliasKey(name))),
    maxKeyLength: Math.max(...[...typesByKey.keys()].map((key) => key.length)),
    problems,
  }
}

function listFullNames(): (readonly [mediaType: string, name: string])[] {
  const documented = documentedMediaTypes.flatMap((value) => [
    [value, value] as const,
    [value, value.replace(/^IMAGE_/, '')] as const,
  ])
  const written = Object.entries(fullMediaTypeNames).flatMap(([mediaType, names]) =>
    names.map((name) => [mediaType, name] as const),
  )
  return [...documented, ...written]
}
