import { shapeOf } from './marked-segment.ts'
import { plainCellsOf } from './name-cells.ts'
import type { TaughtName } from './taught-name.ts'

type Group = readonly TaughtName[]

/** Finer groups than this are not worth merging one by one. */
const maxFineGroups = 8

/**
 * Ways to divide examples into groups that one rule each can explain, the fewest groups first. `canExplain` says
 * whether some rule reads all names of a group rightly. None where an example is beyond any rule.
 */
export function divide(names: Group, canExplain: (group: Group) => boolean): Group[][] {
  if (canExplain(names)) return [[names], ...byShapeAlone(names, canExplain)]
  const fine = groupBy(names, (name) => `${shapeOf(name)} ${buildOf(name)}`)
  const groups = fine.length <= maxFineGroups ? fine : groupBy(names, shapeOf)
  if (!groups.every(canExplain)) return []
  return [merge(groups, canExplain)]
}

/** Where one rule would do, rules for each order of values may still read more names. */
function byShapeAlone(names: Group, canExplain: (group: Group) => boolean): Group[][] {
  const groups = groupBy(names, shapeOf)
  return groups.length > 1 && groups.every(canExplain) ? [groups] : []
}

function groupBy(names: Group, keyOf: (name: TaughtName) => string): Group[] {
  const groups = new Map<string, TaughtName[]>()
  for (const name of names) {
    const key = keyOf(name)
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  return [...groups.values()]
}

/** What kinds of characters the file's name is made of. */
function buildOf({ segments }: TaughtName): string {
  return plainCellsOf(segments.at(-1)?.text ?? '')
    .map(({ kind, text }) => (kind === 'between' ? text : kind))
    .join('')
}

/** Joins two groups as long as there are two that one rule explains. */
function merge(groups: readonly Group[], canExplain: (group: Group) => boolean): Group[] {
  for (const [index, group] of groups.entries()) {
    for (const other of groups.slice(index + 1)) {
      const joined = [...group, ...other]
      if (!canExplain(joined)) continue
      return merge([joined, ...groups.filter((each) => each !== group && each !== other)], canExplain)
    }
  }
  return [...groups]
}
