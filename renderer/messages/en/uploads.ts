import { countOf } from './plural.ts'

/** `name` is null where several files were changed together. */
function goesOut(name: string | null, count: number): string {
  return name === null ? `${countOf(count, 'file goes', 'files go')} out` : `${name} goes out`
}

/** The uploads view. */
export const uploads = {
  title: 'Uploads',
  summary: (open: number) =>
    open === 0
      ? 'Everything that was approved has been sent'
      : `${countOf(open, 'file', 'files')} on the way`,
  rate: (files: number, amount: string) =>
    `${countOf(files, 'file', 'files')} and ${amount} in the last minute`,
  left: (time: string) => `about ${time} left`,
  causes: 'Why files do not go out',
  showCause: (count: number) => `Show ${countOf(count, 'file', 'files')} in History`,
  evidence: 'What is known',
  sendsIn: (wait: string) => `Sent in ${wait}`,
  takeBack: 'Take back',
  takenBack: (name: string) => `${name} is not sent and is back where it was`,
  notTakenBack: (name: string) => `${name} was not taken back`,
  takeBackMany: (count: number) => `Take ${count} back`,
  takenBackMany: (count: number) => `${countOf(count, 'file', 'files')} taken back`,
  notTakenBackMany: 'Nothing was taken back',
  tryNowMany: (count: number) => `Try ${count} now`,
  retryMany: (count: number) => `Retry ${count}`,
  lookUpMany: (count: number) => `Look ${count} up`,
  retriedMany: (count: number) => `${countOf(count, 'file is', 'files are')} sent again`,
  notRetriedMany: 'Nothing is sent again',
  inFlight: 'Being sent',
  waiting: 'Waiting',
  stuck: 'Need a person',
  recent: 'Recently uploaded',
  progress: (name: string) => `Upload of ${name}`,
  sent: (sent: string, total: string) => `${sent} of ${total}`,
  preparing: 'Starting…',
  finishing: 'Waiting for the answer…',
  queued: 'In the queue',
  retriesIn: (wait: string) => `Again in ${wait}`,
  retriesNow: 'Again at once',
  attempt: (count: number) => `${countOf(count, 'attempt', 'attempts')} so far`,
  lanePausedWaiting: 'Waits until uploads resume',
  retry: 'Retry',
  tryNow: 'Try now',
  decide: 'Decide',
  details: 'Details',
  seeProblems: 'See all in Problems',
  seeHistory: 'See all in History',
  notRetried: (name: string) => `${name} is not sent again`,
  retried: (name: string) => `${name} is sent again`,
  emptyTitle: 'Nothing was uploaded yet',
  emptyWords: 'Approve files in Review. They are sent at once and show here, with what became of them.',
  goToReview: 'Go to Review',
  reason: 'Reason',
  slowed: (wait: string) => `The endpoint asked for a slower pace. Full speed again in ${wait}.`,
  pausedTitle: 'Uploads are paused',
  pausedWords: 'You paused them. Approved files wait and nothing is lost.',
  resume: 'Resume',
  scheduledTitle: (when: string) => `Uploads start ${when}`,
  scheduledNever: 'Uploads wait for their hours, and no day is chosen.',
  scheduledWords: 'Approved files wait until then, as Settings say. What is under way is finished.',
  unreachableWaiting: 'Waits until the endpoint answers',
  scheduledWaiting: (when: string) => `Waits until uploads start ${when}`,
  since: (when: string) => `Since ${when}.`,
  opening: {
    today: (time: string) => `at ${time}`,
    tomorrow: (time: string) => `tomorrow at ${time}`,
    later: (when: string) => `on ${when}`,
  },
  openSchedule: 'Schedule',
  priority: {
    first: 'Send first',
    later: 'Send later',
    asFolder: 'As its folder says',
    clear: 'Untick all',
    choose: (name: string) => `Choose ${name}`,
    chosen: (count: number) => `${countOf(count, 'file', 'files')} chosen`,
    chosenLabel: 'What to do with the chosen files',
    marks: { high: 'First', normal: '', low: 'Later' },
    now: {
      high: 'Waits to be sent, before others',
      normal: 'Waits to be sent, in turn',
      low: 'Waits to be sent, after others',
    },
    byFolder: 'As its folder says.',
    done: {
      high: (name: string | null, count: number) => `${goesOut(name, count)} before others`,
      normal: (name: string | null, count: number) => `${goesOut(name, count)} in turn`,
      low: (name: string | null, count: number) => `${goesOut(name, count)} after others`,
      folder: (name: string | null, count: number) => `${goesOut(name, count)} as the folder says`,
    },
    notDone: (count: number) =>
      `The place of ${countOf(count, 'file', 'files')} in the queue was not changed`,
  },
  openSettings: 'Open Settings',
}
