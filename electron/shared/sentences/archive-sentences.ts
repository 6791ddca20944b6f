import type { Words } from './told.ts'

interface Coded {
  readonly code: string
}

/** Why files that were uploaded stay where they are. */
export const archiveSentences = {
  uploads_stay: ({ reason }: { reason: Words }) =>
    `Uploaded files stay where they are: ${reason} Intray tries again by itself.`,
  uploads_stay_some: ({ count, reason }: { count: number; reason: Words }) =>
    `${String(count)} uploaded ${count === 1 ? 'file stays' : 'files stay'} in the folder: ${reason} Intray tries again by itself.`,
  trash_needs_application:
    'Uploaded files stay where they are: only the desktop application can use the system’s trash.',

  trash_gives_no_reason: 'The system does not say why.',
  trash_answers_late: 'The desktop application did not answer in time.',
  trash_refused: ({ reason }: { reason: Words }) => `The system’s trash did not take it: ${reason}`,
  trash_left_it: 'It lies there still after it went to the system’s trash.',
  folder_away: 'The folder is away.',
  archive_away: 'The archive is not there.',
  archive_in_folder: ({ name }: { name: string }) =>
    `The archive lies in the watched folder “${name}”, or around it.`,
  archive_names_taken: 'Every name for it in the archive is taken.',
  archived_is_not_sent: 'The file in the archive is not what was sent.',
  copy_differs: 'The copy in the archive is not the same as the file.',
  link_in_the_way: ({ name }: { name: string }) => `“${name}” on its way is a link or a file, and no folder.`,
  archive_path_too_long: 'Its path in the archive is longer than the system takes.',
  archive_disk_full: 'The disk of the archive is full.',
  archive_quota_used_up: 'There is no room left for this user on the disk of the archive.',
  disk_read_only: 'The disk can only be read.',
  move_refused: ({ code }: Coded) => `The system does not let Intray move files there (${code}).`,
  ledger_unusable: ({ code }: Coded) => `The ledger cannot be used (${code}).`,
  unexpected_in_log: 'Something unexpected happened. It was written to the log.',
  system_says: ({ code }: Coded) => `The system says ${code}.`,
}
