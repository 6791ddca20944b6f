import type { FindingCode } from '../../../electron/shared/finding-codes.ts'
import { shippedRejectReasons } from '../../../electron/shared/settings/review.ts'

type ByFinding<Words> = Readonly<Partial<Record<FindingCode, Words>>>

/** The shipped reasons for a rejection, each in the words of the window's language. */
type ShippedReasons = Readonly<Record<(typeof shippedRejectReasons)[number], string>>

const checkedTheCase = 'Checked against the case'
const duplicateReasons = [
  'It is meant to be there twice',
  'It is a better copy',
  'The earlier one was a mistake',
]
const setAsideReasons: ByFinding<readonly string[]> = {
  duplicate_same_entity: duplicateReasons,
  duplicate_other_entity: [...duplicateReasons, 'The document belongs to both'],
  entity_unknown: ['The entity is being created', checkedTheCase],
  entity_placeholder: ['The entity is being created', checkedTheCase],
  entity_id_foreign: ['An id of an older system', checkedTheCase],
  media_type_impossible: ['The media type is right all the same', checkedTheCase],
}

const notReadable = 'Not readable'
const cutOff = 'Cut off or incomplete'
const blankPage = 'Blank page'
const tooLarge = 'File too large'
const rescanReasonOf: ByFinding<string> = {
  picture_blank: blankPage,
  damaged: cutOff,
  too_large: tooLarge,
}

/** What is asked and said when a person decides about a file. */
export const decision = {
  approve: 'Approve',
  reject: 'Reject',
  rejectTitle: 'Reject this file?',
  rejectWords: 'It stays in its folder and is never uploaded. You can reopen it from History.',
  ownReason: 'Another reason',
  ownReasonHint: 'In your own words',
  // fromEntries forgets the keys' type; they are those of the list.
  shippedReasons: Object.fromEntries(
    shippedRejectReasons.map((reason) => [reason, reason]),
  ) as ShippedReasons,
  duplicateReason: 'Duplicate',

  uploadAnyway: 'Upload anyway',
  setAsideTitle: 'Upload it all the same?',
  setAsideWords: 'What was found is set aside, and your reason is kept in the ledger.',
  duplicateWords: 'The endpoint keeps both copies and none can be taken back.',
  setAsideReasons,
  usualReasons: ['Looked at it, it is right', checkedTheCase],

  requestRescan: 'Ask for a new scan',
  newScan: 'New scan',
  rescanTitle: 'Ask for a new scan?',
  rescanWords:
    'This file is rejected, and a slip with the reason is put into the sub-folder “rescan” of its folder. The new scan is linked to this one.',
  rescanReasons: [notReadable, cutOff, 'Too dark or too bright', blankPage, 'A side is missing', tooLarge],
  rescanReasonOf,
  rescanRequested: (name: string) => `New scan of ${name} asked for`,
  slipAt: (slip: string) => `The slip lies at ${slip} in the watched folder.`,
  slipFollows: 'Its slip is not written yet.',

  stopWaiting: 'Stop waiting',
  stopWaitingTitle: 'Stop waiting for these rows?',
  stopWaitingWords:
    'The index file is set aside, and its rows wait for no file any longer. Scans that it has already described stay as they are.',
  stopWaitingReasons: ['The files will not come', 'The rows are mistakes', 'Another index file replaces it'],

  setIndexAside: 'Set aside',
  setIndexAsideTitle: 'Set this index file aside?',
  setIndexAsideWords:
    'It is read no more until it changes. Scans that it has already described stay as they are.',
  setIndexAsideReasons: [
    'Not an index file',
    'Another index file replaces it',
    'The values were entered by hand',
  ],

  actions: {
    edit_entity: 'Correct the entity id',
    edit_media_type: 'Choose the media type',
    look_up_entity: 'Look again',
    set_aside: 'Upload anyway…',
    request_rescan: 'Ask for a new scan…',
    reject: 'Reject…',
    stop_waiting: 'Stop waiting…',
    teach: 'Teach Intray this name',
    show_index: 'Show index files',
    show_folder_settings: 'Open folder settings',
  },
  actionsLabel: (finding: string) => `What can be done: ${finding}`,
}
