interface Page {
  readonly path: string
}

/** Why a decision cannot be taken back. */
export const undoSentences = {
  no_decision_to_undo: 'There is no decision on it that could be taken back.',
  decision_is_final: 'This decision cannot be taken back.',
  story_unreadable: 'Its story cannot be read.',
  new_scan_came: 'The new scan has come already.',
  put_away_after_upload: 'Its file is put away, as after every upload.',

  since_sending: 'It is being sent.',
  since_sent: 'It was sent, or it was tried.',
  since_asked: 'The endpoint was asked for it since then.',
  since_read: 'It was read anew since then.',
  since_moved: 'Its file was moved or renamed since then.',
  since_missing: 'Its file is gone.',
  since_returned: 'Its file was gone since then, and came back.',
  since_superseded: 'Another file lies in its place.',
  since_archived: 'Its file was put away after the upload.',
  since_restored: 'The ledger was restored since then.',
  since_erased: 'Its personal values were erased.',

  page_was_sent: ({ path }: Page) => `Its page ${path} was sent, or it was tried.`,
  page_is_read: ({ path }: Page) => `Its page ${path} is still being read.`,
  pages_are_read: 'Its pages are still being read.',
  pages_stay: 'The picture itself is gone or was changed; its pages stay.',
  page_names_taken: 'Every name for the page is taken.',
}
