import type { IndexSettings } from '../../../shared/settings/index-file.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { isKnownHeading } from './column-map.ts'
import { foldHeading } from './heading-words.ts'

/** One value of a sidecar; `group` is the name of what it stands in, null on the first level. */
export interface SidecarEntry {
  readonly group: string | null
  readonly key: string
  readonly value: string
}

export type SidecarContent =
  | { readonly kind: 'entries'; readonly entries: readonly SidecarEntry[] }
  | { readonly kind: 'problem'; readonly why: Sentence }

/** Groups that only hold the values together, and say nothing about them. */
const plainGroups = new Set([
  ...[
    'attributes',
    'data',
    'fields',
    'header',
    'index',
    'indexdata',
    'indexfields',
    'indexvalues',
    'metadata',
  ],
  ...['properties', 'record', 'scan', 'values', 'daten', 'felder', 'indexdaten', 'werte'],
])

/** The heading of a value: within `customer`, `id` means `customer id`. */
export function headingOf({ group, key }: SidecarEntry, columns: IndexSettings['columns']): string {
  if (group === null) return key
  const isPlain = plainGroups.has(foldHeading(group))
  return isPlain && (isKnownHeading(key, columns) || !isKnownHeading(`${group} ${key}`, columns))
    ? key
    : `${group} ${key}`
}

export function sidecarProblem(why: Sentence): SidecarContent {
  return { kind: 'problem', why }
}

export function tooDeep(key: string): SidecarContent {
  return sidecarProblem(say('value_too_deep', { key }))
}

export function isList(key: string): SidecarContent {
  return sidecarProblem(say('several_values', { key }))
}
