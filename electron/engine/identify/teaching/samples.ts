import type { RulesProposal } from '../../../shared/readings.ts'
import { doubtful } from './entity-shape.ts'
import { plainCellsOf } from './name-cells.ts'
import type { ReadByRules } from './tally.ts'
import type { TaughtName } from './taught-name.ts'

type Sample = RulesProposal['samples'][number]

/** As many as a person looks at. */
const maxSamples = 8

/** Readings to look at before accepting, the most unlike the examples first; of those built alike only one. */
export function chooseSamples(read: readonly ReadByRules[], examples: readonly TaughtName[]): Sample[] {
  const shown = new Set(examples.map(({ folderId, path }) => `${folderId}/${path}`))
  const builds = new Set<string>()
  const others: ReadByRules[] = []
  const distinct: ReadByRules[] = []
  for (const each of [...read].sort((a, b) => b.unlikeness - a.unlikeness)) {
    if (shown.has(`${each.name.folderId}/${each.name.path.normalize('NFC')}`)) continue
    const build = buildOf(each)
    ;(builds.has(build) ? others : distinct).push(each)
    builds.add(build)
    if (distinct.length >= maxSamples) break
  }
  return [...distinct, ...others]
    .slice(0, maxSamples)
    .sort((a, b) => b.unlikeness - a.unlikeness)
    .map(({ name, reading, unlikeness }) => ({
      folderId: name.folderId,
      path: name.path.normalize('NFC'),
      reading,
      doubtful: unlikeness >= doubtful,
    }))
}

/** The kinds of characters of the name, the length of the entity id, and the media type. */
function buildOf({ name, reading }: ReadByRules): string {
  const cells = plainCellsOf(name.path.slice(name.path.lastIndexOf('/') + 1))
  const kinds = cells.map(({ kind, text }) => (kind === 'between' ? text : kind)).join('')
  return `${kinds} ${String(reading.entityId.length)} ${reading.mediaType ?? ''}`
}
