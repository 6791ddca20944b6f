interface Coded {
  readonly code: string
}

/** What a test of a folder or a file says that somebody wants to set. */
export const placeSentences = {
  place_empty: 'No path is set.',
  place_absent: 'Nothing lies there. Check the path, and whether the share is connected.',
  place_refused: ({ code }: Coded) =>
    `The system does not let Intray look there (${code}). Ask for the right to read it.`,
  place_no_folder: 'That is a file, not a folder. Choose the folder that it lies in.',
  place_no_file: 'That is a folder, not a file. Add the name of a file.',
  place_unwritable: ({ code }: Coded) =>
    `Intray may not write there (${code}). Ask for the right to write, or choose another place.`,
  place_readable: ({ count }: { readonly count: number }) =>
    `Intray can read it. ${String(count)} ${count === 1 ? 'entry lies' : 'entries lie'} in it.`,
  place_readable_many: ({ count }: { readonly count: number }) =>
    `Intray can read it. More than ${String(count)} entries lie in it.`,
  place_writable: 'Intray can write there: a test file was written and removed again.',
  place_appendable: 'Intray can write into this file. Nothing was written.',
  place_file_creatable: 'The file is made with the first line; Intray can write into its folder.',
}
