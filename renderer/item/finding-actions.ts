import { findingCatalogue } from '../../electron/shared/finding-codes.ts'
import type { Finding, FindingCode } from '../../electron/shared/finding-codes.ts'

/** What can be done about a finding from the place where it is shown. */
export type FindingAction =
  | 'edit_entity'
  | 'edit_media_type'
  | 'look_up_entity'
  | 'set_aside'
  | 'request_rescan'
  | 'reject'
  | 'stop_waiting'
  | 'teach'
  | 'show_index'
  | 'show_folder_settings'

/** What fits each finding, the likeliest first. Setting it aside is added where the catalogue allows it. */
const fitting: Readonly<Record<FindingCode, readonly FindingAction[]>> = {
  unsupported_type: ['request_rescan', 'reject'],
  extension_mismatch: ['request_rescan', 'reject'],
  too_large: ['request_rescan', 'reject'],
  smaller_form: ['request_rescan'],
  empty_file: ['request_rescan', 'reject'],
  damaged: ['request_rescan', 'reject'],
  encrypted: ['request_rescan', 'reject'],
  picture_too_small: ['request_rescan', 'reject'],
  picture_blank: ['request_rescan', 'reject'],
  unreadable: ['reject'],
  still_changing: ['reject'],
  no_rule: ['edit_entity', 'teach'],
  rules_disagree: ['edit_entity', 'teach'],
  entity_id_malformed: ['edit_entity', 'teach'],
  entity_id_foreign: ['edit_entity'],
  entity_unknown: ['edit_entity', 'look_up_entity'],
  entity_placeholder: ['edit_entity', 'look_up_entity'],
  media_type_missing: ['edit_media_type'],
  media_type_unknown: ['edit_media_type'],
  media_type_implausible: ['edit_media_type'],
  media_type_impossible: ['edit_media_type'],
  duplicate_same_entity: ['reject'],
  duplicate_other_entity: ['edit_entity', 'reject'],
  duplicate_rejected: ['reject'],
  same_name_other_content: ['edit_entity'],
  other_side_missing: ['edit_media_type'],
  too_many_for_entity: ['edit_entity', 'teach'],
  rescan_received: ['reject'],
  index_row_missing: ['edit_entity', 'show_index'],
  index_rows_conflict: ['edit_entity', 'show_index'],
  index_disagrees: ['edit_entity', 'show_index'],
  index_row_malformed: ['edit_entity', 'show_index'],
  index_row_changed: ['edit_entity', 'show_index'],
  index_row_without_file: ['show_index', 'stop_waiting'],
  index_unreadable: ['show_index', 'show_folder_settings', 'reject'],
}

/** The actions that are offered at a finding; `possible` says what the item's state allows at all. */
export function actionsFor(finding: Finding, possible: ReadonlySet<FindingAction>): FindingAction[] {
  const { overridable } = findingCatalogue[finding.code]
  const setAside: FindingAction[] = finding.severity === 'block' && overridable ? ['set_aside'] : []
  return [...fitting[finding.code], ...setAside].filter((action) => possible.has(action))
}
