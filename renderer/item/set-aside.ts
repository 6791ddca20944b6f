import { fileFindingCodes, findingCatalogue } from '../../electron/shared/finding-codes.ts'
import type { Finding, FindingCode } from '../../electron/shared/finding-codes.ts'
import type { Item } from '../../electron/shared/records.ts'
import type { Changes } from './drafts.svelte.ts'

const duplicateCodes: ReadonlySet<FindingCode> = new Set(['duplicate_same_entity', 'duplicate_other_entity'])
const entityCodes: ReadonlySet<FindingCode> = new Set([
  'entity_id_foreign',
  'entity_unknown',
  'entity_placeholder',
  'too_many_for_entity',
])
const mediaTypeCodes: ReadonlySet<FindingCode> = new Set([
  'media_type_unknown',
  'media_type_implausible',
  'media_type_impossible',
])

/** True when the same content is known already, so that sending it again needs a reason. */
export function isDuplicate(item: Item): boolean {
  return item.findings.some((finding) => finding.severity !== 'info' && duplicateCodes.has(finding.code))
}

/** True when the file itself is no good: no correction of its values makes it fit to be sent. */
export function isHopeless(item: Item): boolean {
  return item.findings.some(({ code, severity }) => severity === 'block' && fileFindingCodes.has(code))
}

/**
 * The findings that a person sets aside by sending the item with these changes; they need a reason. A finding about
 * a value that was changed is left to the engine, which judges the new value.
 */
export function findingsSetAside(item: Item, changes: Changes): Finding[] {
  return item.findings.filter(({ code, severity }) => {
    if (changes.entityId !== undefined && entityCodes.has(code)) return false
    if (changes.mediaType !== undefined && mediaTypeCodes.has(code)) return false
    if (severity === 'block') return findingCatalogue[code].overridable
    return severity === 'warn' && duplicateCodes.has(code)
  })
}
