import { countOf } from './plural.ts'

/** The head of the history, kept where nobody here can change it. */
export const anchors = {
  heading: 'Anchors',
  words:
    'Once a day the last hash of the history is added to a file. Kept on another computer, it shows later that nothing before that day was rewritten.',
  file: 'Anchor file',
  fileHint: 'Empty: none. Best on a share that this computer may only add to.',
  browse: 'Choose…',
  now: 'Write one now',
  running: 'Writing…',
  written: 'The anchor was written',
  notWritten: 'The anchor was not written',
  needsSaving: 'Save the file’s place first.',
  last: 'Last anchor',
  never: 'None yet',
  failing: 'The anchor file could not be written',
}

/** Erasing personal values of old items. */
export const retention = {
  heading: 'Retention',
  words:
    'Entity, names and further values of old items are erased from the ledger. The history still proves itself: it keeps their hashes.',
  enabled: 'Erase personal values of old items',
  enabledHint: 'Once a day. It cannot be undone; backups keep the values until they are removed themselves.',
  after: 'Days after the last change',
  preview: 'What would be erased?',
  run: 'Erase now…',
  runTitle: 'Erase personal values?',
  runWords: (count: number, untilDay: string) =>
    `${countOf(count, 'item', 'items')} from before ${untilDay} lose names, entities and further values for ever.`,
  running: 'Erasing…',
  result: (count: number, untilDay: string) =>
    count === 0
      ? `No item from before ${untilDay} holds personal values.`
      : `${countOf(count, 'item', 'items')} from before ${untilDay}.`,
  kept: (count: number) =>
    `${countOf(count, 'item is', 'items are')} as old, but the file still lies in its folder. Erased, it would be taken in again.`,
  done: (count: number) => `${countOf(count, 'item', 'items')} erased`,
  failed: 'Nothing was erased',
  needsSaving: 'Save the policy first.',
}

/** Settings as a file. */
export const transfer = {
  heading: 'Settings as a file',
  words: 'For another computer. Keys and PINs are left out.',
  export: 'Export…',
  import: 'Import…',
  name: 'intray-settings.json',
  exported: 'Settings exported',
  exportFailed: 'The settings were not exported',
  importFailed: 'The settings were not imported',
  imported: (name: string) => `${name} is in the fields`,
  importedWords: 'Look at them and save. Nothing has changed yet.',
  changesTitle: (name: string) => `What ${name} changes`,
  changesWords: 'It comes into the fields. Nothing holds before you save.',
  take: 'Into the fields',
  nothingDiffers: (name: string) => `${name} says nothing else than the settings here`,
  changes: {
    parts: (parts: string) => `Other values in: ${parts}`,
    address: (to: string, from: string) => `Files are sent to ${to}, no longer to ${from}.`,
    profile: (to: string) => `The profile in use becomes ${to}, with a key and a ledger of its own.`,
    profilesAdded: (names: string) => `New profiles: ${names}`,
    profilesRemoved: (names: string) => `Profiles that are removed, with their keys: ${names}`,
    foldersAdded: (paths: string) => `Folders that are watched from then on: ${paths}`,
    foldersRemoved: (paths: string) => `Folders that are no longer watched: ${paths}`,
  },
  refused: (name: string) => `${name} was not taken`,
}
