import type { RuleSet } from '../../../electron/engine/identify/naming/rule-set.ts'
import { aliasKey } from '../../../electron/shared/media-types.ts'

/** A pattern as a tree, so that the oracle shares no parsing with what it checks. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'entity_id' | 'media_type' | 'side' | 'skip' | 'sep' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'optional'; readonly parts: readonly Part[] }

export function patternOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text.replace(/[[\]{}\\]/g, '\\$&')
      if (part.kind === 'optional') return `[${patternOf(part.parts)}]`
      return part.kind === 'field' ? `{field:${part.name}}` : `{${part.kind}}`
    })
    .join('')
}

type Values = Readonly<Record<string, string | null>>
type Side = 'front' | 'back' | null

const isSeparator = (character: string | undefined): boolean =>
  character !== undefined && /[\s_.-]/.test(character)

export interface FoundResult {
  readonly entity: string
  readonly media: string | null
  /** The further values, in one text. */
  readonly rest: string
}

/** Every result of reading a stem, by trying every way to cut it. */
export function readExhaustively(parts: readonly Part[], stem: string, ruleSet: RuleSet): FoundResult[] {
  const results = new Map<string, FoundResult>()
  for (const variant of expand(parts)) {
    const sides: Side[] = variant.some(({ kind }) => kind === 'side') ? ['front', 'back'] : [null]
    for (const side of sides) {
      const real = cut(variant, stem, 0, { ruleSet, side, compounds: false }, {})
      const mayObject = real.length > 0 && variant.some(({ kind }) => kind === 'media_type')
      const objections = mayObject ? cut(variant, stem, 0, { ruleSet, side, compounds: true }, {}) : []
      for (const { entity_id: entity = '', media_type: media = null, ...fields } of [
        ...real,
        ...objections,
      ]) {
        const result = { entity: entity ?? '', media, rest: JSON.stringify(Object.entries(fields).sort()) }
        results.set(inWords(result), result)
      }
    }
  }
  return [...results.values()]
}

/** The results that count: those of the organisation's form push out others, and a media type those without one. */
export function settle(results: readonly FoundResult[], hasForm: (entityId: string) => boolean): Set<string> {
  const formed = results.filter(({ entity }) => hasForm(entity))
  const counting = formed.length > 0 ? formed : results
  const typed = new Set(counting.flatMap(({ entity, media }) => (media === null ? [] : [entity])))
  return new Set(counting.filter(({ entity, media }) => media !== null || !typed.has(entity)).map(inWords))
}

function inWords({ entity, media, rest }: FoundResult): string {
  return `${entity}|${String(media)}|${rest}`
}

type FlatPart = Exclude<Part, { kind: 'optional' }>

function expand(parts: readonly Part[]): FlatPart[][] {
  const [first, ...others] = parts
  if (first === undefined) return [[]]
  const heads = first.kind === 'optional' ? [...expand(first.parts), []] : [[first]]
  return heads.flatMap((head) => expand(others).map((tail) => [...head, ...tail]))
}

interface Aim {
  readonly ruleSet: RuleSet
  readonly side: Side
  readonly compounds: boolean
}

function cut(parts: readonly FlatPart[], stem: string, start: number, aim: Aim, values: Values): Values[] {
  const [part, ...others] = parts
  if (part === undefined) return start === stem.length ? [values] : []
  const all: Values[] = []
  for (let end = start + 1; end <= stem.length; end += 1) {
    for (const found of meaningsOf(part, stem, start, end, aim))
      all.push(...cut(others, stem, end, aim, { ...values, ...found }))
  }
  return all
}

/** What a part of a stem gives as one part of a pattern; nothing where it cannot be that. */
function meaningsOf(part: FlatPart, stem: string, start: number, end: number, aim: Aim): Values[] {
  const text = stem.slice(start, end)
  switch (part.kind) {
    case 'text':
      return text.toLowerCase() === part.text.toLowerCase() ? [{}] : []
    case 'skip':
      return [{}]
    case 'entity_id':
      return [{ entity_id: text }]
    case 'field':
      return [{ [`field:${part.name}`]: text }]
    case 'sep': {
      const isWhole = !isSeparator(stem[start - 1]) && !isSeparator(stem[end])
      return isWhole && Array.from(text).every(isSeparator) ? [{}] : []
    }
    case 'side':
      return aim.ruleSet.sides.sideByKey.get(aliasKey(text)) === aim.side ? [{}] : []
    case 'media_type': {
      if (aim.compounds) return isCompound(stem, start, end, aim.ruleSet) ? [{ media_type: null }] : []
      const meanings = aim.ruleSet.aliases.nameByKey.get(aliasKey(text))?.meanings ?? []
      return meanings.flatMap((meaning) => {
        const mediaType = aim.side === null ? meaning.mediaType : meaning[aim.side]
        return mediaType === null ? [] : [{ media_type: mediaType }]
      })
    }
  }
}

/** Two to four names of media types side by side, in whole words, that are together no name. */
function isCompound(stem: string, start: number, end: number, { aliases }: RuleSet): boolean {
  let [from, to] = [start, end]
  while (from < to && isSeparator(stem[from])) from += 1
  while (to > from && isSeparator(stem[to - 1])) to -= 1
  const isWhole = (from === 0 || isSeparator(stem[from - 1])) && (to === stem.length || isSeparator(stem[to]))
  if (!isWhole || aliases.nameByKey.has(aliasKey(stem.slice(from, to)))) return false
  const words = stem.slice(from, to).split(/[\s_.-]+/)
  const counts = (rest: readonly string[], names: number): boolean =>
    rest.length === 0
      ? names >= 2 && names <= 4
      : rest.some((_, index) => {
          const name = aliasKey(rest.slice(0, index + 1).join(''))
          return aliases.nameByKey.has(name) && counts(rest.slice(index + 1), names + 1)
        })
  return counts(words, 0)
}
