import { itemStateLabels } from '../item-states.ts'
import { momentInWords, quote, sizeInWords } from './english-wording.ts'
import type { Words } from './told.ts'

interface AtEvent {
  readonly seq: number
}

interface OfItem {
  readonly itemId: number
}

/** Where a ledger does not prove itself, and why one cannot be opened, kept or put back. */
export const ledgerSentences = {
  events_missing: ({ fromSeq, toSeq }: { fromSeq: number; toSeq: number }) =>
    `Events ${String(fromSeq)} to ${String(toSeq)} are missing.`,
  events_missing_at_end: 'Events are missing at its end.',
  events_removed_after: ({ seq }: AtEvent) => `Events after ${String(seq)} were removed.`,
  event_data_altered: ({ seq }: AtEvent) => `The data of event ${String(seq)} was altered.`,
  event_unchained: ({ seq }: AtEvent) => `Event ${String(seq)} does not follow from the one before it.`,
  event_data_taken: ({ seq }: AtEvent) =>
    `The data of event ${String(seq)} was taken away without an erasure.`,
  event_erased_early: ({ seq }: AtEvent) =>
    `Event ${String(seq)} erased the item before the policy allowed it.`,
  anchored_event_gone: ({ seq, at }: AtEvent & { at: string }) =>
    `Event ${String(seq)}, which was anchored on ${anchoredInWords(at)}, is not there any more.`,
  anchored_event_differs: ({ seq, at }: AtEvent & { at: string }) =>
    `Event ${String(seq)}, which was anchored on ${anchoredInWords(at)}, has another hash: the history was made anew.`,
  anchored_event_lost: ({ seq, at, restoredSeq }: AtEvent & { at: string; restoredSeq: number }) =>
    `Event ${String(seq)}, which was anchored on ${anchoredInWords(at)}, was lost when the ledger was restored (event ${String(restoredSeq)}). ` +
    'It is not to be found in the ledger any more: keep this anchor file with what was set aside then, and choose a new one.',

  item_untold: ({ itemId }: OfItem) => `Item ${String(itemId)} has no event.`,
  item_differs: ({ itemId, keys }: OfItem & { keys: readonly string[] }) =>
    `Item ${String(itemId)} differs from its last event in ${keys.join(', ')}.`,
  item_differs_by_digest: ({ itemId }: OfItem) =>
    `Item ${String(itemId)} differs from its last event in a value that the event tells by its digest.`,
  attempt_altered_since_start: ({ seq }: AtEvent) =>
    `The attempt that event ${String(seq)} started was altered.`,
  attempt_altered_since_settled: ({ seq }: AtEvent) =>
    `The attempt that event ${String(seq)} settled was altered.`,
  attempt_altered_since_erased: ({ seq }: AtEvent) =>
    `An attempt that event ${String(seq)} erased was altered.`,
  attempts_untold: 'Its attempts are not those that its events tell of.',
  attempt_without_item: 'An attempt belongs to no item.',
  ledger_id_altered: ({ seq }: AtEvent) => `The ledger’s id that event ${String(seq)} gave was altered.`,
  rules_altered: ({ seq }: AtEvent) => `The rules that event ${String(seq)} saved were altered.`,
  rules_untold: ({ version }: { version: number }) =>
    `No event tells of version ${String(version)} of the rules.`,
  count_wrong: ({ state, name }: { state: string; name: string }) =>
    `The count of “${stateInWords(state)}” in folder “${name}” is wrong.`,
  search_misleads: ({ itemId, kind, value }: OfItem & { kind: string; value: string }) =>
    `What a search finds item ${String(itemId)} by is not what the ledger tells of it: ${kind} ${quote(value)}.`,
  item_miscounted: ({ itemId }: OfItem) =>
    `Reports do not count item ${String(itemId)} as its events tell: who decided, or whether it was held.`,
  file_not_whole: ({ words }: { words: Words }) => `The file or one of its indexes is damaged: ${words}`,
  anchor_line_gone: ({ seq, at }: AtEvent & { at: string }) =>
    `The anchor of event ${String(seq)}, written on ${anchoredInWords(at)}, is not in the anchor file: its line was removed or altered, ` +
    'or another file was in use then.',
  more_faults: 'And more faults.',

  ledger_empty: 'The file holds no ledger.',
  ledger_tables_missing: ({ keys }: { keys: readonly string[] }) => `Tables are missing: ${keys.join(', ')}.`,
  ledger_newer: ({ version, newest }: { version: number; newest: number }) =>
    `The ledger has version ${String(version)}; this Intray knows ${String(newest)}.`,
  ledger_read_only: 'It is open for reading only.',
  backup_needs_room: ({ sizeBytes, freeBytes }: { sizeBytes: number; freeBytes: number }) =>
    `A backup needs ${sizeInWords(sizeBytes)}; ${sizeInWords(freeBytes)} are free.`,
  backup_absent: ({ name }: { name: string }) => `There is no backup of the name ${quote(name)}.`,
  backup_damaged: 'It is damaged itself.',

  anchor_file_not_set: 'No anchor file is set in Settings.',
  kind_not_opened: 'Intray does not open files of this kind.',
  text_too_large: ({ most }: { most: number }) => `It is larger than ${sizeInWords(most)}.`,
  no_answer_from: ({ path }: { path: string }) => `${path} (no answer)`,
}

/** A damaged ledger may count a state that there is not. */
function stateInWords(state: string): string {
  const labels: Readonly<Record<string, string>> = itemStateLabels
  return (Object.hasOwn(labels, state) ? labels[state] : undefined) ?? state
}

/** `at`: as an ISO date and time. */
function anchoredInWords(at: string): string {
  return momentInWords(Date.parse(at))
}
