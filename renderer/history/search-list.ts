import type { Preferences } from '../../electron/shared/preferences.ts'

type Searches = Preferences['searches']
type Search = Searches[number]

/** As many as are kept. */
export const mostSearches = 100

/** The list with a search more; one of the same name is replaced. By name, as people look for them. */
export function withSearch(searches: Readonly<Searches>, search: Search): Searches {
  return byName([...searches.filter(({ name }) => name !== search.name), search])
}

/** The list with another name for a search. Another search that had the new name goes. */
export function withRenamedSearch(searches: Readonly<Searches>, name: string, newName: string): Searches {
  const search = searches.find((other) => other.name === name)
  if (search === undefined) return [...searches]
  return withSearch(withoutSearch(searches, name), { ...search, name: newName })
}

export function withoutSearch(searches: Readonly<Searches>, name: string): Searches {
  return searches.filter((search) => search.name !== name)
}

function byName(searches: Searches): Searches {
  return searches.toSorted((one, other) => one.name.localeCompare(other.name))
}
