import { countOf, formatCount } from './plural.ts'

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** Marks, decisions for many files at once, and taking decisions back. */
export const bulk = {
  label: 'Marked files',
  marked: (count: number) => countOf(count, 'file marked', 'files marked'),
  everythingMarked: (count: number) => `All ${countOf(count, 'file', 'files')} that match`,
  notAllLoaded: 'Also those further down that are not loaded yet',
  markAll: 'Mark all that match',
  clear: 'Clear marks',
  mark: (name: string) => `Mark ${name}`,
  isMarked: 'marked',
  counting: 'Counting…',
  notCounted: 'The files could not be counted',

  parts: (parts: readonly string[]) => parts.join(', '),
  held: (count: number) => countOf(count, 'held', 'held'),
  firstApproved: (count: number) =>
    countOf(
      count,
      'first approval given, a second person must approve',
      'first approvals given, a second person must approve',
    ),
  heldBecause: (count: number, reason: string) => `${countOf(count, 'held', 'held')}: ${reason}`,
  unfinishedBecause: (count: number, reason: string) =>
    `${countOf(count, 'of them is', 'of them are')} not complete: ${reason}`,
  withDetail: (words: string, detail: string) => `${words} ${detail}`,

  approved: (count: number) => countOf(count, 'file approved', 'files approved'),
  corrected: (count: number) => countOf(count, 'file corrected', 'files corrected'),
  rejected: (count: number) => countOf(count, 'file rejected', 'files rejected'),
  rescanned: (count: number) => countOf(count, 'new scan asked for', 'new scans asked for'),
  undone: (count: number) => countOf(count, 'decision taken back', 'decisions taken back'),
  notApproved: 'Nothing was approved',
  notCorrected: 'Nothing was corrected',
  notRejected: 'Nothing was rejected',
  notRescanned: 'No new scan was asked for',

  undoSome: (count: number) => `Undo ${formatCount(count)}`,
  takenBack: (decision: string) => `Taken back: ${decision}.`,
  notTakenBack: (decision: string) => `Not taken back: ${decision}`,
  nothingToUndo: 'There is nothing to take back in this sitting.',

  approveTitle: (count: number) => `Approve ${countOf(count, 'file', 'files')}?`,
  /** Which connection they go to, also where the band is darkened. */
  sentTo: (where: string) => `They are sent to: ${where}.`,
  approveWords:
    'Each goes out with the entity and the media type that it has now. Files that something holds back stay in the queue.',
  approve: (count: number) => `Approve ${countOf(count, 'file', 'files')}`,
  rejectTitle: (count: number) => `Reject ${countOf(count, 'file', 'files')}?`,
  rejectWords: 'They stay in their folders and are never uploaded. You can take this back.',
  reject: (count: number) => `Reject ${countOf(count, 'file', 'files')}`,
  rescanTitle: (count: number) =>
    count === 1 ? 'Ask for a new scan?' : `Ask for ${countOf(count, 'new scan', 'new scans')}?`,
  rescanWords:
    'These files are rejected, and a slip with the reason is put into the sub-folder “rescan” of each folder.',
  rescan: (count: number) =>
    count === 1 ? 'Ask for a new scan' : `Ask for ${countOf(count, 'new scan', 'new scans')}`,
  draftsLeftOut: (count: number) =>
    `${countOf(count, 'marked file has', 'marked files have')} something typed that is not approved yet. They stay marked and are decided one by one.`,
  leftForLater: (count: number) =>
    `That is as many as can be decided at once; ${countOf(count, 'more file matches', 'more files match')}.`,
  assign: 'Fill down…',
  fillDown: {
    title: 'Fill down',
    words: 'Others get the values of the file in hand. They still need their approval.',
    what: 'What they get',
    entity: 'Entity',
    mediaType: 'Media type',
    fields: (names: readonly string[]) => `Further values: ${list.format(names)}`,
    whom: 'Who gets it',
    targets: {
      marked: (count: number) => countOf(count, 'marked file', 'marked files'),
      rest_of_group: (count: number) =>
        countOf(count, 'file below in this group', 'files below in this group'),
      below: (count: number) => countOf(count, 'file below in the list', 'files below in the list'),
    },
    nobody: 'There is no other file to fill: this is the last one, and none is marked.',
    confirm: (count: number) => `Change ${countOf(count, 'file', 'files')}`,
  },
}
