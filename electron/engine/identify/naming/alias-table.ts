import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import {
  aliasKey,
  documentedMediaTypes,
  fullMediaTypeNames,
  otherSideOf,
  shippedKindNames,
  shippedMediaTypeAliases,
  sideOf,
} from '../../../shared/media-types.ts'
import type { MediaTypeAliases } from '../../../shared/rules.ts'
import { meaningOfKind, meaningWithSide } from './media-meaning.ts'
import type { MediaMeaning } from './media-meaning.ts'
import { NameTrie } from './name-trie.ts'
import type { SideTable } from './side-names.ts'

/** A name of media types: what it stands for, and whether no reading may cut it in two. */
export interface MediaName {
  readonly meanings: readonly MediaMeaning[]
  readonly isFullName: boolean
}

/** What texts name which media type. Keys are in the form of `aliasKey`. */
export interface AliasTable {
  /** More than one media type for a key is a conflict, and nothing decides it silently. */
  readonly typesByKey: ReadonlyMap<string, readonly string[]>
  readonly nameByKey: ReadonlyMap<string, MediaName>
  readonly names: NameTrie<MediaName>
  /** Every media type that has a name. */
  readonly mediaTypes: ReadonlySet<string>
  /** What is wrong with the table. */
  readonly problems: readonly Sentence[]
}

interface Naming {
  readonly mediaType: string
  readonly name: string
  readonly isFullName: boolean
  /** Whether it says only the kind of the document, and not its side. */
  readonly isKind: boolean
}

/** Joins the documented values, the shipped aliases and a person's own ones; none of them outranks another. */
export function compileAliases(extra: MediaTypeAliases, sides: SideTable): AliasTable {
  const namings = [...documentedNames(), ...shippedNames(), ...ownNames(extra, sides)]
  const mediaTypes = new Set(namings.map(({ mediaType }) => mediaType))
  const problems: Sentence[] = []
  const nameByKey = new Map<string, { meanings: MediaMeaning[]; isFullName: boolean }>()
  for (const { mediaType, name, isFullName, isKind } of namings) {
    const key = aliasKey(name)
    if (key === '') {
      problems.push(say('media_name_empty', { name, mediaType }))
      continue
    }
    const entry = nameByKey.get(key) ?? { meanings: [], isFullName: false }
    nameByKey.set(key, entry)
    entry.isFullName ||= isFullName
    if (entry.meanings.some((meaning) => meaning.mediaType === mediaType)) continue
    entry.meanings.push(isKind ? meaningOfKind(mediaType, mediaTypes) : meaningWithSide(mediaType))
  }
  const typesByKey = new Map(
    Array.from(nameByKey, ([key, { meanings }]) => [key, meanings.map(({ mediaType }) => mediaType)]),
  )
  for (const [key, types] of typesByKey) {
    if (types.length > 1) problems.push(say('media_name_shared', { name: key, mediaTypes: types }))
  }
  return { typesByKey, nameByKey, names: new NameTrie(nameByKey), mediaTypes, problems }
}

/** Each documented value, with and without `IMAGE_`, and without its side where it has two. */
function documentedNames(): Naming[] {
  return documentedMediaTypes.flatMap((mediaType) => {
    const whole = { mediaType, name: mediaType, isFullName: true, isKind: sideOf(mediaType) === null }
    const hasKind = sideOf(mediaType) === 'front' && otherSideOf(mediaType) !== null
    const kind = { ...whole, name: mediaType.replace(/_FRONT$/, ''), isKind: true }
    return (hasKind ? [whole, kind] : [whole]).flatMap((naming) => [
      naming,
      { ...naming, name: naming.name.replace(/^IMAGE_/, '') },
    ])
  })
}

const kindKeys = new Set(shippedKindNames.map(aliasKey))

function shippedNames(): Naming[] {
  const list = (table: Readonly<Record<string, readonly string[]>>, isFullName: boolean): Naming[] =>
    Object.entries(table).flatMap(([mediaType, names]) =>
      names.map((name) => ({ mediaType, name, isFullName, isKind: isKindName(mediaType, name) })),
    )
  const types = Object.keys(shippedMediaTypeAliases).map((mediaType) => ({
    mediaType,
    name: mediaType,
    isFullName: false,
    isKind: sideOf(mediaType) === null,
  }))
  return [...list(fullMediaTypeNames, true), ...types, ...list(shippedMediaTypeAliases, false)]
}

function isKindName(mediaType: string, name: string): boolean {
  return otherSideOf(mediaType) === null || kindKeys.has(aliasKey(name))
}

/**
 * A person's names of several words belong together. One of a front says only the kind, unless a word for the front
 * stands at one of its ends; one of a back says the back, as a kind alone would mean the front.
 */
function ownNames(extra: MediaTypeAliases, { sideByKey }: SideTable): Naming[] {
  const saysFront = (name: string): boolean => {
    const words = name
      .trim()
      .split(/[\s\-_.]+/u)
      .map(aliasKey)
    return [words[0], words.at(-1)].some((word) => word !== undefined && sideByKey.get(word) === 'front')
  }
  return Object.entries(extra).flatMap(([mediaType, names]) => {
    const own = sideOf(mediaType)
    return [
      { mediaType, name: mediaType, isFullName: true, isKind: own === null },
      ...names.map((name) => ({
        mediaType,
        name,
        isFullName: /[\s\-_.]/u.test(name.trim()),
        isKind: own === null || (own === 'front' && !saysFront(name)),
      })),
    ]
  })
}
