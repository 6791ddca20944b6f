import { countOf } from './plural.ts'

/** How people decide, and who they are. */
export const review = {
  lead: 'How people decide, and who may.',
  undo: 'Taking back',
  grace: 'Time before sending (seconds)',
  graceHint: (undo: string) =>
    `So long an approved file waits, and its approval can be taken back${undo === '' ? '' : ` with ${undo}`}. 0: it is sent at once.`,
  reject: 'Rejecting',
  reasons: 'Reasons that are offered',
  reasonsHint: 'One to a line. Any other reason can be typed.',
  two: 'Two persons',
  twoWords: 'A second person, who is not the first, must approve too. Folders can ask for it as well.',
  twoTypes: 'For these media types',
  twoTypesHint: 'One to a line, as they are sent. Empty: only where a folder asks for it.',
  operators: {
    heading: 'Who may decide',
    words:
      'Without names whoever uses this computer decides. With names everybody signs in with a PIN, and each decision carries the name.',
    empty: 'Nobody is named. Decisions carry the name above or the account of this system.',
    add: 'Add a person…',
    addTitle: 'Add a person',
    pinTitle: (name: string) => `New PIN for ${name}`,
    pinWords: 'It cannot be read back; only a new one can be set.',
    name: 'Name',
    pin: 'PIN',
    pinHint: 'At least four characters.',
    repeat: 'Repeat the PIN',
    notSame: 'The two are not the same.',
    tooShort: 'At least four characters.',
    nameMissing: 'Enter a name.',
    nameTaken: 'This name is in the list already.',
    change: 'New PIN…',
    changeLabel: (name: string) => `New PIN for ${name}`,
    removeLabel: (name: string) => `Remove ${name}`,
    set: 'Set PIN',
    failed: 'The PIN was not set',
    onSave: 'This takes effect when you save.',
    count: (count: number) => countOf(count, 'person', 'persons'),
  },
}

/** What a folder asks of reviewers and of pictures that are too large. */
export const folderReview = {
  second: 'Two persons must approve',
  secondHint: 'Every file of this folder, whatever its media type.',
  repair: 'Pictures over 5 MB',
  repairs: {
    ask: {
      label: 'Propose a smaller form',
      description: 'A person compares it with the original and decides.',
    },
    automatic: {
      label: 'Make a smaller form',
      description: 'Where little is lost it is taken by itself; else a person is asked.',
    },
    off: { label: 'Hold them', description: 'No smaller form is proposed.' },
  },
}
