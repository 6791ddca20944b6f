import { countOf } from '../plural.ts'

/** The frame around every view: rail, mode band, banners, notices. */
export const windowFrame = {
  name: 'Intray',
  views: 'Views',
  viewNames: {
    review: 'Review',
    problems: 'Problems',
    uploads: 'Uploads',
    history: 'History',
    rules: 'Rules',
    settings: 'Settings',
    folders: 'Folders',
  },
  viewCounts: {
    review: (count: number) => countOf(count, 'file waits', 'files wait'),
    problems: (count: number) => `${countOf(count, 'file needs', 'files need')} a person`,
    uploads: (count: number) => `${countOf(count, 'file', 'files')} on the way`,
    history: (count: number) => countOf(count, 'file', 'files'),
    rules: (count: number) => countOf(count, 'problem', 'problems'),
    settings: (count: number) => countOf(count, 'problem', 'problems'),
    folders: (count: number) => `${countOf(count, 'folder needs', 'folders need')} a look`,
  },
  mode: 'Mode',
  practice: 'Practice mode',
  practiceWords: 'Nothing leaves this computer.',
  connect: 'Connect for real',
  otherEndpoint: 'Other endpoint',
  organisationMissing: 'No organisation yet',
  lane: {
    label: 'Uploads',
    running: 'Uploads running',
    slowed: 'Uploads slowed down',
    paused: 'Uploads paused',
    stopped: 'Uploads stopped',
    scheduled: 'Uploads wait for their hours',
    scheduledAt: (when: string) => `Uploads start ${when}`,
    unreachable: 'Endpoint not reachable',
    pause: 'Pause uploads',
    resume: 'Resume uploads',
    why: 'Why?',
  },
  notPaused: 'Uploads could not be paused',
  notResumed: 'Uploads could not be resumed',
  engine: {
    starting: 'Engine starting…',
    running: 'Engine running',
    restarting: 'Engine restarting…',
    failed: 'Engine stopped',
  },
  checking: (count: number) => `Checking ${countOf(count, 'file', 'files')}`,
  restartingTitle: 'The engine stopped and is being restarted.',
  restartingWords: 'Nothing is lost. What you see is the last that was known.',
  failedTitle: 'The engine cannot be started.',
  failedWords: 'Nothing is lost. Close Intray and start it again; if that does not help, send us the log.',
  settingsTitle: (count: number) =>
    count === 1 ? 'One setting is not valid.' : `${countOf(count, 'setting is', 'settings are')} not valid.`,
  settingsWords: 'The last valid settings stay in force.',
  openSettings: 'Open Settings',
  folderTitle: (paths: readonly string[]) =>
    paths.length === 1
      ? `The folder ${paths[0] ?? ''} cannot be read.`
      : `${countOf(paths.length, 'folder', 'folders')} cannot be read: ${paths.join(', ')}`,
  unaccountedTitle: (count: number, path: string) =>
    `${countOf(count, 'file', 'files')} in ${path} ${count === 1 ? 'is' : 'are'} not in the ledger.`,
  unaccountedWords: 'This must not happen. Intray compares the folder again; send us the log if it stays.',
  folders: {
    well: (count: number) =>
      count === 0 ? 'No folder watched' : `${countOf(count, 'folder', 'folders')} watched`,
    troubled: (count: number) => `${countOf(count, 'folder needs', 'folders need')} a look`,
  },
  ledger: {
    pausedTitle: 'The ledger cannot be written.',
    since: (when: string) => `Since ${when}.`,
    free: (amount: string) => `${amount} are free on the disk of the ledger.`,
    tries: 'Intray is paused and nothing is lost. It goes on by itself as soon as it can write.',
    restoredTitle: (when: string) => `The ledger was restored on ${when}.`,
    fromBackup: (name: string) => `It comes from the backup ${name}.`,
    fromNothing: 'There was no backup to restore from, so what is known was made anew.',
    setAside: 'The damaged file was kept:',
    copySetAside: 'the place of the damaged file',
    madeAnew: (count: number) =>
      `${countOf(count, 'file was', 'files were')} made anew from the folders and the endpoint.`,
    closing: 'Intray is still finding out what was lost. Nothing is sent twice in the meantime.',
    closed: 'Everything that was lost is known again.',
    show: 'Backups',
  },
  notices: 'Notices',
  state: 'State of Intray',
}
