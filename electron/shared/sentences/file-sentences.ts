import { quote } from './english-wording.ts'

interface SystemCode {
  /** The system's own code, such as `EACCES`. */
  readonly code: string
}

/** Why a file cannot be read, or not be put into a folder. */
export const fileSentences = {
  system_refused: ({ code }: SystemCode) => `${systemWords[code] ?? 'The system refused'} (${code}).`,
  no_plain_file: ({ path }: { path: string }) => `${path}: What is there is no file, but a device or a pipe.`,
  system_refused_at: ({ path, code }: SystemCode & { path: string }) =>
    `${path}: ${systemWords[code] ?? 'The system refused'} (${code}).`,
  file_is_link: 'It is a link to another place. Intray takes only files themselves.',
  file_is_folder: 'It is a folder.',
  file_is_device: 'It is a pipe or a device.',
  file_changed_while_read: 'The file changed while it was read.',
  not_regular_file: 'It is not a regular file.',

  drop_lies_here: 'It lies in this folder already.',
  drop_no_room: 'There is not enough room for it on the disk of the folder.',
  drop_ignored: ({ pattern }: { pattern: string }) =>
    `Files of this name are never taken: the settings ignore ${quote(pattern)}.`,
  drop_folder: 'It is a folder. Drop the files inside it.',
  drop_link: 'It is a link. Drop the file that it leads to.',
  drop_unfinished: 'It is still being written. Drop it again when it is complete.',
  drop_names_taken: 'Every name for it in the folder is taken.',
  drop_gone: 'It is not there any more.',
  drop_failed: ({ code }: SystemCode) => `It could not be copied (${code}).`,
}

/** Codes of systems that have words of their own. */
export type KnownSystemCode =
  | 'EACCES'
  | 'EPERM'
  | 'EBUSY'
  | 'EIO'
  | 'ELOOP'
  | 'EMFILE'
  | 'ENFILE'
  | 'ENOENT'
  | 'ENOTDIR'
  | 'EISDIR'
  | 'EROFS'
  | 'ENOSPC'
  | 'ENAMETOOLONG'
  | 'ETIMEDOUT'
  | 'EHOSTDOWN'

const systemWords: Readonly<Partial<Record<string, string>>> = {
  EACCES: 'Permission denied',
  EPERM: 'Permission denied',
  EBUSY: 'Another program has it in use',
  EIO: 'The disk or the network reported an error',
  ELOOP: 'It is a link to another place',
  EMFILE: 'Too many files are open',
  ENFILE: 'Too many files are open',
  ENOENT: 'Nothing is there',
  ENOTDIR: 'No folder is there',
  EISDIR: 'A folder is there',
  EROFS: 'Nothing can be written there',
  ENOSPC: 'The disk is full',
  ENAMETOOLONG: 'The name or the path is too long',
  ETIMEDOUT: 'No answer came in time',
  EHOSTDOWN: 'The other computer does not answer',
} satisfies Record<KnownSystemCode, string>
