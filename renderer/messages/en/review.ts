import { countOf } from '../plural.ts'

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
  position: (index: number, total: number) => `${index} of ${total}`,
  approved: (name: string) => `${name} approved.`,
  correctedAndApproved: (name: string) => `${name} corrected and approved`,
  rejected: (name: string) => `Rejected ${name}`,
  reopened: (name: string) => `${name} is back in the queue`,
  reopenedElsewhere: (name: string) => `${name} is now in Problems`,
  goToIt: 'Go to it',
  notApproved: (name: string) => `${name} was not approved`,
  notRescanned: (name: string) => `The new scan of ${name} was not asked for as it should be`,
  notRejected: (name: string) => `${name} was not rejected`,
  notReopened: (name: string) => `${name} could not be reopened`,
  leftQueue: (name: string) => `${name} has left the queue: it was changed elsewhere`,
  scansWait: (count: number, what: string) => `${countOf(count, 'scan waits', 'scans wait')} for ${what}`,
  waitsFor: {
    index_row: (count: number) => (count === 1 ? 'its index row' : 'their index rows'),
    other_side: (count: number) => (count === 1 ? 'its other side' : 'their other sides'),
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
      { title: 'Decide', words: 'Press A to approve or R to reject. The next scan shows at once.' },
      { title: 'Follow', words: 'Uploads shows what is sent, Problems what is held and why.' },
    ],
    connect: 'Connect for real',
    label: 'About practice mode',
  },
}
