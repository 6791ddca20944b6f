import { formatCount } from '../../format/number.ts'
import { countOf } from '../plural.ts'

/** How the watched folders are, and what became of their files. */
export const folders = {
  title: 'Folders',
  summary: (count: number, troubled: number) =>
    troubled === 0
      ? `All is well in ${countOf(count, 'folder', 'folders')}`
      : `${formatCount(troubled)} of ${countOf(count, 'folder', 'folders')} ${troubled === 1 ? 'needs' : 'need'} a look`,
  compare: 'Compare now',
  comparing: 'Comparing…',
  compareHint: 'Compares every folder with the ledger, file by file',
  compared: 'Every folder was compared with the ledger',
  notCompared: 'The folders could not be compared',
  emptyTitle: 'No folder is watched',
  emptyWords: 'Add the folder into which scans are dropped.',
  openSettings: 'Folder settings',
  show: 'Show folder',
  conditions: {
    well: 'Well',
    polled: 'Compared only',
    unread: 'Not read yet',
    unreachable: 'Not reachable',
    unaccounted: 'Not accounted for',
  },
  health: 'How it is',
  reachable: 'Reachable since',
  notReachable: 'Not reachable',
  lastRead: (when: string) => `Last read in full ${when}.`,
  neverRead: 'It was not read since Intray started.',
  delivery: 'Changes arrive',
  deliveries: { events: 'At once', comparison_only: 'By comparing only' },
  lastEvent: 'Last change reported',
  noEvent: 'None yet',
  lastComparison: 'Last comparison',
  took: (duration: string) => `took ${duration}`,
  notCompletedYet: 'None yet',
  backlog: 'Being looked into',
  backlogCount: (count: number) => (count === 0 ? 'Nothing' : countOf(count, 'file', 'files')),
  free: 'Free disk',
  account: 'Account',
  accountOf: (folder: string) => `Account of ${folder}`,
  accountDays: (days: number) => `Files first seen in the last ${countOf(days, 'day', 'days')}`,
  nothingSeen: (days: number) => `No file was seen here in the last ${countOf(days, 'day', 'days')}.`,
  columns: {
    day: 'First seen',
    seen: 'Seen',
    uploaded: 'Uploaded',
    waiting: 'Waiting',
    attention: 'Attention',
    rejected: 'Rejected',
    ignored: 'Ignored',
    missing: 'Missing',
    unaccounted: 'Unaccounted',
  },
  total: 'All days',
  unaccounted: (count: number) => `${formatCount(count)} unaccounted`,
  unaccountedOnDisk: (count: number) =>
    `${countOf(count, 'file', 'files')} on disk ${count === 1 ? 'is' : 'are'} not in the ledger.`,
  showInHistory: (count: number, part: string) =>
    `${formatCount(count)} ${part}: show these of the folder in History, of every day`,
  moreDays: (count: number) => `All ${formatCount(count)} days`,
  ignoredHeading: 'Not taken, by reason',
  noReason: 'No reason is on record.',
  byPattern: (pattern: string) => `The name fits “${pattern}”, which Settings leave out.`,
  reasonCount: (count: number) => countOf(count, 'file', 'files'),
  former: 'No longer watched',
}
