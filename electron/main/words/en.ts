import { errorCatalogue } from '../../shared/error-codes.ts'
import type { ShellWords } from './shell-words.ts'

const plural = new Intl.PluralRules('en')
const number = new Intl.NumberFormat('en')

/** `files(1)` -> `1 file`, `files(1200)` -> `1,200 files`. */
const files = (count: number): string =>
  `${number.format(count)} ${plural.select(count) === 'one' ? 'file' : 'files'}`

/** What the shell says in English: menu, tray, notifications, dialogs. */
export const en: ShellWords = {
  menu: {
    file: 'File',
    close: 'Close window',
    quit: 'Quit Intray',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
    window: 'Window',
    about: 'About Intray',
    services: 'Services',
    hide: 'Hide Intray',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    minimise: 'Minimise',
  },
  views: {
    review: 'Review',
    problems: 'Problems',
    uploads: 'Uploads',
    history: 'History',
    rules: 'Rules',
    settings: 'Settings',
    folders: 'Folders',
    reports: 'Reports',
  },
  tray: {
    open: 'Open Intray',
    pause: 'Pause uploads',
    resume: 'Resume uploads',
    review: (count) => `${files(count)} to review`,
    problems: (count) => `${files(count)} with a problem`,
    uploads: (count) => `${files(count)} on the way`,
    calm: 'Nothing to do',
    paused: 'Uploads paused',
    stopped: 'Uploads stopped',
  },
  notices: {
    problems: (count) => ({
      title: `${files(count)} ${plural.select(count) === 'one' ? 'needs' : 'need'} attention`,
      body: 'Click to see what is wrong.',
    }),
    uploadsStopped: (code) => ({
      title: 'Uploads stopped',
      body: code === null ? '' : errorCatalogue[code].happened,
    }),
    test: { title: 'A test by Intray', body: 'Notifications come like this one.' },
    uploadsResumed: { title: 'Uploads go on', body: 'What waited is being sent.' },
    finished: (count) => ({
      title: 'Everything that was approved has been sent',
      body: `${files(count)} sent.`,
    }),
  },
  dialogs: {
    everyFile: 'All files',
    table: 'Table (CSV)',
    jsonLines: 'JSON Lines',
    bundle: 'Sealed bundle',
    text: 'Text',
    addFiles: 'Add files',
  },
  drop: {
    noPath: 'It is no file on this computer. Save it first, then drop it.',
  },
  pageGone: {
    message: 'The window stopped working twice in a minute.',
    detail: 'Nothing is lost: the engine goes on. The log in the data folder says more.',
    reload: 'Load it again',
    close: 'Close it',
  },
}
