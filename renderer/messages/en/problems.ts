import { fixes } from './fixes.ts'
import { countOf } from './plural.ts'

/** The problems view. */
export const problems = {
  title: 'Problems',
  summary: (count: number) =>
    count === 0 ? 'Nothing is held' : `${countOf(count, 'file needs', 'files need')} a person`,
  list: 'Problems by cause',
  detail: 'What is wrong and what can be done',
  causes: 'Causes',
  everyCause: 'All problems',
  fixAll: 'For all files of this cause',
  allOf: (count: number, title: string) => `${countOf(count, 'file', 'files')}: ${title}`,
  reasonFor: 'Why?',
  reasonKept: 'The reason is kept in the ledger with each file.',
  outcomeUnknown: {
    title: 'Sent, but no answer came',
    next: 'Look them up at the endpoint. Sending again blindly could put a file there twice.',
  },
  fixes,
  unknownCause: 'Held without a finding',
  unknownCauseNext: 'Look at the file and decide.',
  emptyTitle: 'No problems',
  emptyWords: 'Files that cannot be uploaded as they are would wait here, with the reason and what to do.',
  endpointSaid: 'The endpoint said',
  endpointSilent: 'The endpoint gave no words of its own.',
  endpointStatus: (status: number) => `HTTP ${status}`,
  attempts: (count: number) => `after ${countOf(count, 'attempt', 'attempts')}`,
  draftsLeftOut: (count: number) =>
    count === 1
      ? '1 file has something typed that was not sent yet. It is left out; decide it by itself.'
      : `${countOf(count, 'file has', 'files have')} something typed that was not sent yet. They are left out; decide them one by one.`,
  approve: 'Approve',
  approveCorrected: 'Correct and approve',
  saveCorrection: 'Save correction',
  saveCorrectionHint: 'Keeps the correction without sending the file',
  retry: 'Retry',
  lookUp: 'Look it up at the endpoint',
  arrived: 'It arrived',
  sendAgain: 'Send again',
  showFolder: 'Show folder',
  arrivedTitle: 'You are sure that it arrived?',
  arrivedWords: 'The file counts as uploaded from now on. Say how you know; it is kept in the ledger.',
  arrivedReasons: ['Seen at the endpoint', 'Confirmed by our contact'],
  sendAgainTitle: 'Send it once more?',
  sendAgainWords:
    'If the first one did arrive after all, the endpoint has it twice and none can be taken back. Say how you know; it is kept in the ledger.',
  sendAgainReasons: ['Looked at the endpoint, it is not there', 'Confirmed by our contact'],
  done: {
    approve: (name: string) => `${name} approved`,
    correct: (name: string) => `${name} corrected`,
    retry: (name: string) => `${name} is sent again`,
    reject: (name: string) => `${name} rejected`,
    stopWaiting: (name: string) => `Nothing waits for the rows of ${name} any longer`,
    reopen: (name: string) => `${name} is back`,
    lookUpArrived: (name: string) => `${name} did arrive and counts as uploaded`,
    lookUpAbsent: (name: string) => `${name} is not at the endpoint and is sent again`,
    lookUpUnsure: (name: string) => `Looked: it is not clear whether ${name} arrived`,
    lookUpUnsureWords: 'It stays here. You can look at the endpoint yourself and decide.',
    arrived: (name: string) => `${name} counts as uploaded`,
    sendAgain: (name: string) => `${name} is sent again`,
  },
  notDone: (name: string) => `Nothing was changed for ${name}`,
}
