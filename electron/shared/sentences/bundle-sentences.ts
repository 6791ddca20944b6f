interface AtEvent {
  readonly seq: number
}

interface OfItem {
  readonly itemId: number
}

/** Where a sealed bundle does not prove itself, and why a file is none. */
export const bundleSentences = {
  bundle_empty: 'The file is empty.',
  bundle_first_line_too_long: 'Its first line is too long.',
  bundle_begins_otherwise: ({ path }: { path: string }) =>
    `${path}: it does not begin as a sealed bundle does.`,
  bundle_version_unread: ({ version, newest }: { version: number; newest: number }) =>
    `It has version ${String(version)}; this Intray reads ${String(newest)}.`,
  bundle_changed_meanwhile: 'The bundle was changed while it was checked.',
  bundle_of_other_ledger: 'The history is that of another ledger.',

  bundle_line_cut: 'The line has no end: the bundle was cut.',
  bundle_line_no_json: 'The line is no JSON in UTF-8.',
  bundle_line_unknown: 'The line is none that a bundle has.',
  bundle_line_spelled_otherwise: 'The line is not written as Intray writes it.',
  bundle_line_too_long: 'The line is longer than any that Intray writes.',
  bundle_line_misplaced: ({ part }: { part: string }) => `A line of the kind “${part}” does not belong here.`,

  seal_missing: 'The seal is missing: the bundle was cut.',
  seal_broken: 'The seal is broken: a byte before it was altered, added or taken away.',
  seal_counts_differ: 'The seal tells of other lines than there are.',
  bundle_goes_on_after_seal: 'Something follows the seal.',

  chain_begins_nowhere: ({ seq }: AtEvent) =>
    `The first event, event ${String(seq)}, does not say what it follows from.`,
  chain_begins_elsewhere: ({ seq }: AtEvent) =>
    `The first event of a ledger follows from nothing; event ${String(seq)} says otherwise.`,
  chain_begins_again: ({ seq }: AtEvent) =>
    `Only the first event says what it follows from; event ${String(seq)} says so too.`,
  chain_numbers_jump: ({ fromSeq, toSeq }: { fromSeq: number; toSeq: number }) =>
    `Between event ${String(fromSeq)} and event ${String(toSeq)} the numbers do not run on.`,
  event_hash_differs: ({ seq }: AtEvent) =>
    `The hash of event ${String(seq)} does not follow from the event before it: the event or its place was altered.`,
  event_erased_yet_there: ({ seq }: AtEvent) =>
    `The data of event ${String(seq)} is said to be erased and stands there.`,
  event_data_kept_back: ({ seq }: AtEvent) => `The data of event ${String(seq)} is kept back.`,
  anchor_of_other_ledger: ({ seq }: AtEvent) =>
    `The anchor of event ${String(seq)} is that of another ledger.`,
  anchor_off_chain: ({ seq }: AtEvent) =>
    `The anchor of event ${String(seq)} does not lie on the chain: the history was made anew.`,
  anchor_outside_chain: ({ seq }: AtEvent) => `The anchor of event ${String(seq)} lies outside of the chain.`,

  item_unnumbered: 'This item has no number.',
  item_twice: ({ itemId }: OfItem) => `Item ${String(itemId)} stands in the bundle twice.`,
  item_out_of_order: ({ itemId }: OfItem) =>
    `Item ${String(itemId)} does not stand in the order of the numbers.`,
  item_begins_earlier: ({ itemId, seq }: OfItem & AtEvent) =>
    `Item ${String(itemId)} has a history before event ${String(seq)}, which is not in the bundle.`,
  item_told_by_none: ({ itemId }: OfItem) => `No event tells of item ${String(itemId)}.`,
  item_told_otherwise: ({ itemId }: OfItem) => `Item ${String(itemId)} is not what its last event says.`,
  item_value_told_otherwise: ({ itemId }: OfItem) =>
    `A value of item ${String(itemId)} is not the one of its last event.`,
  item_data_taken: ({ itemId }: OfItem) =>
    `Data of item ${String(itemId)} was taken away without an erasure.`,

  attempt_unnumbered: 'This attempt lacks its item or its number.',
  attempt_twice: 'This attempt stands in the bundle twice.',
  attempt_out_of_order: 'This attempt does not stand in the order of the items.',
  attempt_start_differs: ({ seq }: AtEvent) =>
    `Event ${String(seq)} started another attempt than the one that is told of.`,
  attempt_settlement_differs: ({ seq }: AtEvent) =>
    `Event ${String(seq)} settled another attempt than the one that is told of.`,
  attempt_erasure_differs: ({ seq }: AtEvent) =>
    `Event ${String(seq)} erased other attempts than those that are told of.`,
  attempt_end_untold: 'No event tells how this attempt ended.',
  attempts_too_many: ({ itemId }: OfItem) => `Item ${String(itemId)} has more attempts than can be checked.`,
}
