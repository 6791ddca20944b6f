interface Coded {
  readonly code: string
}

/** How a watched folder is: whether its changes are reported, whether it can be read, what stays in it and why. */
export const folderSentences = {
  folder_not_read_yet: 'The folder was not read yet.',
  changes_come: 'The system reports changes: the event of a probe file came.',
  changes_not_asked: 'No changes are reported while the folder is not watched, or cannot be read.',
  changes_in_test: 'It is being tested whether the system reports changes.',
  changes_silent: ({ seconds }: { seconds: number }) =>
    `No event came for the probe file within ${String(seconds)} s, as on many shares.`,
  changes_untestable: ({ code }: Coded) =>
    `Intray may not write a probe file into the folder (${code}), so it cannot test whether events come.`,
  changes_of_network: ({ name }: { name: string }) =>
    `The folder is on a network file system (${name}), where changes by other computers are not reported.`,
  no_events: ({ code }: Coded) =>
    `${eventLimits[code] ?? 'The system does not report changes in this folder'} (${code}). Changes are found by the regular comparison.`,
  compared_often: 'The folder is compared often instead.',

  folder_not_watched: 'This folder is not watched.',
  its_folder_not_watched: 'Its folder is not watched any more.',
  its_folder_unknown: 'Its folder is not known any more.',
  folder_replaced: 'The folder was replaced while it was read.',
  folder_elsewhere:
    'Another disk lies on this path, without the files that were here. Nothing is called missing.',
  folder_refused: ({ code }: Coded) => `The system does not let Intray read this folder (${code}).`,
  is_no_folder: ({ name }: { name: string }) => `“${name}” is no folder.`,
  in_trash: 'It is in the system’s trash.',
}

/** Codes of systems that tell which limit is used up. */
export type EventLimit = 'ENOSPC' | 'EMFILE' | 'ENFILE'

const eventLimits: Readonly<Partial<Record<string, string>>> = {
  ENOSPC: 'The system’s limit of watched folders is used up',
  EMFILE: 'The limit of open files is used up',
  ENFILE: 'The system’s limit of open files is used up',
} satisfies Record<EventLimit, string>
