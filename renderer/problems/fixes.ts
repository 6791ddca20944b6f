import type { ErrorCode } from '../../electron/shared/error-codes.ts'
import { findingCatalogue } from '../../electron/shared/finding-codes.ts'
import type { FindingCode } from '../../electron/shared/finding-codes.ts'
import type { ItemCause } from '../../electron/shared/records.ts'
import { causeOfGroup } from './cause.ts'

/** What can be done at once for all files that are held for the same reason. */
export const fixKinds = [
  'accept_repair',
  'retry',
  'look_up',
  'arrived',
  'send_again',
  'look_up_entity',
  'set_entity',
  'set_media_type',
  'upload_anyway',
  'request_rescan',
  'reject',
] as const
export type FixKind = (typeof fixKinds)[number]

/** For marked files, which may be held for different reasons: each is done or held by itself. */
export const fixesForMarked: readonly FixKind[] = ['retry', 'request_rescan', 'reject']

/** Refusals that other values may mend. */
const aboutValues: ReadonlySet<ErrorCode> = new Set([
  'entity_unknown',
  'entity_conflict',
  'entity_id_unsafe',
  'request_refused',
])
const askable: ReadonlySet<FindingCode> = new Set(['entity_unknown', 'entity_placeholder'])

/** The fixes for a cause, the likeliest first. */
export function fixesOf(group: ItemCause): readonly FixKind[] {
  if (group.kind === 'unknown_outcome') return ['look_up', 'arrived', 'send_again']
  if (group.kind === 'missing') return ['reject']
  const cause = causeOfGroup(group)
  if (cause.kind === 'failure') {
    return aboutValues.has(cause.code)
      ? ['retry', 'set_entity', 'set_media_type', 'reject']
      : ['retry', 'request_rescan', 'reject']
  }
  return cause.kind === 'finding' ? fixesOfFinding(cause.code) : ['request_rescan', 'reject']
}

function fixesOfFinding(code: FindingCode): readonly FixKind[] {
  const { concerns, overridable } = findingCatalogue[code]
  const anyway: readonly FixKind[] = overridable ? ['upload_anyway'] : []
  if (code === 'too_large') return ['accept_repair', 'request_rescan', 'reject']
  switch (concerns) {
    case 'file':
      return [...anyway, 'request_rescan', 'reject']
    case 'index':
      return ['reject']
    case 'others':
      return ['reject', ...anyway]
    case 'name':
      return ['set_entity', 'set_media_type', 'reject']
    case 'values':
      return [
        ...(askable.has(code) ? (['look_up_entity'] as const) : []),
        code.startsWith('media_type') ? 'set_media_type' : 'set_entity',
        ...anyway,
        'reject',
      ]
  }
}
