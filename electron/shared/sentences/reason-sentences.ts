import type { Words } from './told.ts'

/** Why an item is ignored, rejected, held or uploaded, where Intray itself says so. */
export const reasonSentences = {
  index_file: 'Index file.',
  slip_for_rescan: 'A slip that asks for a new scan.',
  replaced_by_newer: 'Replaced by newer content under the same name.',
  gone_unfinished: 'It was gone before it was complete.',
  pages_became_files: ({ count }: { count: number }) =>
    `Its ${String(count)} pages became ${String(count)} files beside it, each an item of its own.`,
  page_again: ({ path }: { path: string }) => `It is a page of ${path} again.`,

  link_not_followed: 'A link to another place. Intray does not follow links.',
  pipe_no_file: 'A pipe between programs, not a file.',
  socket_no_file: 'A socket between programs, not a file.',
  device_no_file: 'A device, not a file.',
  name_not_unicode: ({ bytes }: { bytes: string }) =>
    `The name is not valid Unicode: ${bytes}. Rename it so that Intray can take it.`,
  look_refused: ({ code }: { code: string }) => `The system does not let Intray look at it (${code}).`,

  found_after_restore: 'It was found at the endpoint after the ledger was restored.',
  asked_after_restore:
    'It was approved. The ledger was restored, so Intray first asks the endpoint whether it arrived already.',
  untold_after_restore: ({ reason }: { reason: Words }) =>
    `The ledger was restored, and the endpoint could not be asked whether the file arrived already: ${reason}`,
  fewer_than_files: ({ present, needed }: { present: number; needed: number }) =>
    `The endpoint has ${String(present)} of ${String(needed)} files with this name.`,
  same_or_other_medium: ({ name }: { name: string }) =>
    `The endpoint has “${name}”. It cannot be told whether that is this file as it is now.`,
  look_after_restore: 'The ledger was restored: look there before you send it.',
}
