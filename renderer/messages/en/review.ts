import { countOf, formatCount } from './plural.ts'

/** The review view. */
export const review = {
  title: 'Review',
  waiting: (count: number) => (count === 0 ? 'Nothing waits' : countOf(count, 'file waits', 'files wait')),
  tally: (approved: number, rejected: number) =>
    [approved > 0 ? `${approved} approved` : '', rejected > 0 ? `${rejected} rejected` : '']
      .filter((part) => part !== '')
      .join(', '),
  tallyLabel: 'This sitting',
  queue: 'Queue',
  facts: 'Facts and decision',
  next: 'Skip',
  entityUnknown: 'Entity not known',
  position: (index: number, total: number, isOpen: boolean) =>
    `${formatCount(index)} of ${formatCount(total)}${isOpen ? '+' : ''}`,
  typeUnknown: 'Media type not known',
  hasDraft: 'Something was typed here and is not approved yet',
  approvedWords: (name: string) => `Approved ${name}`,
  firstApprovedWords: (name: string) => `First approval of ${name}`,
  rejectedWords: (name: string) => `Rejected ${name}`,
  takenBackElsewhere: (name: string) => `${name} is back where it was before the decision`,
  oneOfTwo: '1 of 2',
  firstApprovedBy: (operator: string) => `1 of 2 approved, by ${operator}`,
  secondPerson: 'A second person must approve',
  secondNeeded: 'You have approved this file already. A second person must approve it too.',
  approveAsSecond: 'Approve as second',
  firstApproval: {
    title: '1 of 2 approved',
    by: (operator: string) => `Approved by ${operator},`,
    yours: 'You approved it already. Somebody else must approve it before it is sent.',
    other: 'It is sent when you approve it too.',
  },
  last: {
    label: 'Last decision',
    sentIn: (time: string) => `Sent in ${time}`,
    goesOut: 'On its way, if uploads run',
    partLeft: (count: number, total: number) => `Undoes ${formatCount(count)} of ${formatCount(total)}`,
  },
  notArranged: 'The arrangement of the queue could not be kept',
  nothingMatches: 'Nothing matches the filter',
  nothingMatchesWords: (count: number) =>
    count === 1
      ? '1 file waits, but not of this kind.'
      : `${countOf(count, 'file waits', 'files wait')}, but none of this kind.`,
  clearFilter: 'Clear the filter',
  groupCount: (count: number, isOpen: boolean) => (isOpen ? `${formatCount(count)}+` : formatCount(count)),
  markGroupOf: (name: string) => `${name}: click to mark all of it`,
  tools: {
    filter: 'Filter the queue',
    filterHint: 'Filter',
    clearFilter: 'Clear the filter',
    arrange: 'Group and sort',
    group: 'Group by',
    groupings: { none: 'No groups', entity: 'Entity', folder: 'Folder' },
    order: 'Sort',
    orders: {
      oldest_first: 'Oldest first',
      newest_first: 'Newest first',
      by_entity: 'By entity',
      by_path: 'By name',
    },
    orderByGroup: 'Groups have their own order.',
  },
  correctedAndApproved: (name: string) => `${name} corrected and approved`,
  goToIt: 'Go to it',
  notApproved: (name: string) => `${name} was not approved`,
  notRescanned: (name: string) => `The new scan of ${name} was not asked for as it should be`,
  notRejected: (name: string) => `${name} was not rejected`,
  leftQueue: (name: string) => `${name} has left the queue: it was changed elsewhere`,
  scansWait: (count: number, what: string) => `${countOf(count, 'scan waits', 'scans wait')} for ${what}`,
  waitsFor: {
    index_row: (count: number): string => (count === 1 ? 'its index row' : 'their index rows'),
    other_side: (count: number): string => (count === 1 ? 'its other side' : 'their other sides'),
    either: () => 'their index row or other side',
  },
  firstUntil: (time: string) => `the first until ${time}`,
  onlyUntil: (time: string) => `until ${time}`,
  showWaiting: 'Show',
  emptyTitle: 'Nothing to review',
  emptyWords: (folder: string) => `Drop scans into ${folder}. They appear here as soon as they are complete.`,
  emptyChecking: (count: number) => `${countOf(count, 'file is', 'files are')} being checked right now.`,
  emptyNoFolder: 'No folder is watched yet. Add one in Settings.',
  doneTitle: 'All reviewed',
  doneWords: (tally: string) => `${tally} in this sitting.`,
  showFolder: 'Show folder',
  addFolder: 'Add a folder',
  intro: {
    title: 'You are in practice mode',
    words:
      'Intray works on a practice folder, with an endpoint inside this computer. Nothing leaves it, and you need no account.',
    steps: [
      { title: 'Look', words: 'Each scan shows with whose it is and what it is, as its name says.' },
      {
        title: 'Decide',
        words: (approve: string, reject: string) =>
          approve === '' || reject === ''
            ? 'Approve or reject with the buttons. The next scan shows at once.'
            : `Press ${approve} to approve or ${reject} to reject. The next scan shows at once.`,
      },
      { title: 'Follow', words: 'Uploads shows what is sent, Problems what is held and why.' },
    ],
    connect: 'Connect for real',
    label: 'About practice mode',
  },
}
