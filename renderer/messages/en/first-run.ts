import { countOf, formatCount } from './plural.ts'

/** The set-up of a real connection. */
export const firstRun = {
  title: 'Connect for real',
  stepsLabel: 'Steps',
  stepOf: (step: number, count: number) => `Step ${formatCount(step)} of ${formatCount(count)}`,
  steps: {
    environment: {
      label: 'Environment',
      title: 'Which environment?',
      lead: 'Your Unit21 contact tells you the environment and the name of your organisation.',
    },
    key: {
      label: 'API key',
      title: 'The API key',
      lead: 'Intray needs it to add files to entities. It is stored only when you finish.',
    },
    folders: {
      label: 'Folders',
      title: 'Where do scans arrive?',
      lead: 'Intray takes up every file in these folders. The files stay where they are, as they are.',
    },
    summary: {
      label: 'Review and finish',
      title: 'Look it over, then go live',
      lead: 'It is best to begin with a person looking at every file. You can change it later for each folder.',
    },
  },
  stay: 'Stay in practice mode',
  back: 'Back',
  next: 'Next',
  finish: 'Go live',
  organisationNeeded: 'Enter the name of your organisation.',
  keyNeeded: 'Enter the API key.',
  keyStored: 'A key is stored already. Leave this empty to keep it.',
  folderNeeded: 'Add the folder into which scans are dropped.',
  summary: 'What happens when you finish',
  environment: 'Environment',
  organisation: 'Organisation',
  key: 'API key',
  keyNew: 'The one that you entered is stored in the keychain',
  keyOld: 'The one that is stored already',
  test: 'Test',
  testPassed: 'The connection works',
  testFailed: 'The connection does not work yet. Uploads wait until it does.',
  testNotRun: 'Not tested',
  folders: 'Folders',
  folderCount: (count: number) => countOf(count, 'folder', 'folders'),
  practiceStays: 'What you did in practice mode stays apart. You can go back to it in Settings.',
  refused: 'Nothing can be saved while this is wrong. Mend it in Settings:',
  live: 'Intray is live',
  liveWords: (folders: number) => `It watches ${countOf(folders, 'folder', 'folders')} now.`,
}
