import { countOf } from '../plural.ts'

/** The uploads view. */
export const uploads = {
  title: 'Uploads',
  summary: (open: number) =>
    open === 0
      ? 'Everything that was approved has been sent'
      : `${countOf(open, 'file', 'files')} on the way`,
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
  openSettings: 'Open Settings',
}
