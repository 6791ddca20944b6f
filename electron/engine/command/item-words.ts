import { findingCatalogue } from '../../shared/finding-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import { itemStateLabels } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'
import { failureInShort } from './failure-words.ts'
import { printable } from './terminal.ts'

/** A row of `intray list`: number, state, entity, media type, path. */
export function itemRow(item: Item): string {
  const cells = [
    String(item.id).padStart(6),
    itemStateLabels[item.state].padEnd(24),
    (item.entityId ?? '-').padEnd(16),
    (item.mediaType ?? '-').padEnd(27),
    item.path,
  ]
  return printable(cells.join('  '))
}

export const itemRowTitles = [
  'Item'.padStart(6),
  'State'.padEnd(24),
  'Entity'.padEnd(16),
  'Media type'.padEnd(27),
  'File',
].join('  ')

/** A finding with its evidence, in one line. */
export function findingLine({ code, evidence }: Finding): string {
  return printable(`${findingCatalogue[code].title}. ${evidence}`.trim())
}

/** Why an item is where it is: its findings, its last failure, its reason. */
export function itemReasons(item: Item): string[] {
  return [
    ...item.findings.map(findingLine),
    ...(item.lastFailure === null ? [] : [failureInShort(item.lastFailure)]),
    ...(item.reason === null ? [] : [printable(item.reason)]),
  ]
}
