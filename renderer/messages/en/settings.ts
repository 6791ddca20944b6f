import { countOf, formatCount } from './plural.ts'
import { backups } from './settings-backups.ts'
import { afterUpload, index, otherSide, priority, severities } from './settings-folder.ts'
import { anchors, retention, transfer } from './settings-ledger.ts'
import { network, schedule } from './settings-network.ts'
import { profiles } from './settings-profiles.ts'
import { folderReview, review } from './settings-review.ts'
import { windowSettings } from './settings-window.ts'

/** The settings view. */
export const settings = {
  title: 'Settings',
  sections: {
    connection: 'Connection',
    folders: 'Folders',
    intake: 'Intake',
    review: 'Review',
    uploads: 'Uploads',
    ledger: 'Ledger',
    window: 'Window',
    about: 'About',
  },
  sectionsLabel: 'Sections of the settings',
  sectionHasProblem: 'needs a correction',
  loadFailed: 'The settings could not be read',

  bar: {
    unsaved: 'Changes that are not saved yet',
    problems: (count: number) => `${countOf(count, 'field needs', 'fields need')} a correction`,
    save: 'Save',
    discard: 'Discard',
    saved: 'Settings saved',
    discarded: 'Changes discarded',
    nothingSaved: 'Nothing was saved.',
    changedElsewhere: 'The settings were changed elsewhere in the meantime. Saving replaces those changes.',
    fileReplaced: 'Somebody else changed the settings file while Intray ran',
    fileReplacedNext: (path: string) =>
      `What the file says now holds when Intray is started again. Whoever saves here before that replaces it, and the file is kept as ${path}.`,
    fileKept: (path: string) =>
      `Somebody else had changed the settings file in the meantime. That file is kept as ${path}.`,
    fileProblems: 'The settings file holds mistakes. Until they are mended, Intray stays in practice mode.',
    fileProblemsNext: (path: string) =>
      `Correct the file and start Intray again. The fields below show the usual settings, not those of the file; whoever saves them replaces the file, and what stood in it is kept as ${path}.`,
  },
  placeTest: {
    start: 'Test',
    labels: {
      folder: 'Test the folder',
      archive: 'Test the archive',
      anchor_file: 'Test the file',
    },
    passed: 'Passed',
    failed: 'Not passed',
  },
  goLive: {
    title: 'Go live?',
    words: (host: string) =>
      `From now on Intray watches your folders, and approved files are sent to ${host}. What was sent cannot be taken back.`,
    confirm: 'Save and go live',
  },

  problems: {
    number: 'Enter a number.',
    wholeNumber: 'Enter a whole number.',
    empty: 'Enter something.',
    tooLong: (most: number) => `At most ${formatCount(most)} characters.`,
    tooMany: (most: number) => `At most ${formatCount(most)}.`,
    atLeast: (least: string) => `At least ${least}.`,
    atMost: (most: string) => `At most ${most}.`,
    organisationNeeded: 'Live mode needs the organisation.',
    folderTwice: 'This folder is in the list already.',
    folderInside: (outer: string) =>
      `This folder lies inside ${outer}. Remove one of them, or let the outer one leave out sub-folders.`,
    columnTwice: 'This column is in the list already.',
    waitsInWrongOrder: 'The longest wait is shorter than the first one.',
    problemBeforeQuiet: 'This must be longer than the quiet time.',
    scheduleWithoutDays: 'Choose at least one day, or nothing is ever sent.',
  },

  connection: {
    lead: 'Where approved files go.',
    mode: 'Mode',
    modes: {
      practice: {
        label: 'Practice',
        description:
          'An endpoint and a folder inside Intray, with a ledger of their own. Nothing leaves this computer.',
      },
      live: {
        label: 'Live',
        description: 'Your folders are watched, and approved files are sent to the endpoint below.',
      },
    },
    endpoint: 'Endpoint',
    environment: 'Environment',
    otherAddress: 'Another address',
    baseUrl: 'Base URL',
    baseUrlHint: 'Up to and including /v1.',
    organisation: 'Organisation',
    organisationHint: 'The name that stands in the address of every call.',
    stepByStep: 'Set up step by step',
    productionNote: 'This is a production environment: files are added to real cases.',
    sending: 'How files are sent',
    bodyForm: 'Form',
    bodyForms: {
      multipart: { label: 'Multipart form', description: 'The usual form. Smallest on the line.' },
      json: { label: 'JSON with base64', description: 'For networks that do not let multipart through.' },
    },
    source: 'Source',
    sourceHint: 'Sent with every file, so that the endpoint can tell where it came from.',
  },

  network,

  entityLookUp: {
    heading: 'Entities',
    enabled: 'Look entities up before review',
    enabledHint:
      'Asks the endpoint whether it knows an entity. Unknown ones are held until a person decides. A slow endpoint holds up nothing.',
    keep: 'An answer counts for (hours)',
    keepHint: 'An entity that was unknown is asked for again after a tenth of it.',
  },

  key: {
    heading: 'API key',
    label: 'API key',
    hint: 'Kept by the keychain of this system. It is not shown again and stands in no settings file.',
    store: 'Store key',
    stored: 'A key is stored.',
    storedHint: 'It cannot be shown. It is used for tests and uploads.',
    replace: 'Replace',
    forget: 'Forget',
    cancel: 'Cancel',
    atOnce: 'The key is stored at once, apart from the other settings.',
    nowStored: 'API key stored',
    nowForgotten: 'API key forgotten',
    notStored: 'The key was not stored',
    notForgotten: 'The key was not forgotten',
    notKept: 'The keychain of this system is not available',
    notKeptWords: 'The key works until Intray is closed. Unlock or set up the keychain, then enter it again.',
    forgetTitle: 'Forget the API key?',
    forgetWords: 'Uploads wait until a key is entered again.',
  },

  test: {
    heading: 'Test',
    words: 'Asks the endpoint a question that changes nothing. Fields need not be saved for it.',
    start: 'Test connection',
    running: 'Testing…',
    passed: 'The connection works',
    failed: 'The connection does not work yet',
    notTried: 'Not tried',
    steps: {
      address: 'Address',
      way: 'Way there',
      reach: 'Endpoint answers',
      key: 'API key',
      organisation: 'Organisation',
    },
    outcome: { passed: 'Passed', failed: 'Failed' },
    needsAddress: 'Correct the address first.',
  },

  folders: {
    lead: 'Intray takes up every file in these folders and never changes one. Files stay where they are, unless a folder says otherwise.',
    health: 'How the folders are',
    practiceNote: 'In practice mode only the practice folder is watched',
    practiceNoteWords: 'The folders below are watched in live mode. Drop practice scans into',
    add: 'Add a folder…',
    pickFailed: 'The folder could not be chosen',
    emptyTitle: 'No folder yet',
    emptyWords: 'Add the folder into which scans are dropped.',
    path: 'Folder',
    browse: 'Browse…',
    recursive: 'Sub-folders too',
    policy: 'Who looks at the files',
    policies: {
      review_everything: {
        label: 'Review everything',
        description: 'A person looks at every file before it is sent.',
      },
      review_exceptions: {
        label: 'Review exceptions',
        description:
          'A file is sent by itself when there is nothing at all to say about it, not even a note.',
      },
      upload_when_certain: {
        label: 'Upload when certain',
        description: 'A file is sent by itself unless there is a warning about it or it is held.',
      },
    },
    remove: 'Remove',
    removeLabel: (name: string) => `Remove ${name}`,
    removeTitle: (name: string) => `Stop watching ${name}?`,
    removeWords:
      'The files stay where they are, and their history stays in the ledger. New files there are no longer taken up.',
    removeOpen: (count: number) =>
      `${countOf(count, 'file of this folder is', 'files of this folder are')} not finished yet. You can still decide about ${count === 1 ? 'it' : 'them'}, and what is approved is still sent.`,
    removeOnSave: 'This takes effect when you save.',
    afterUpload,
    priority,
    otherSide,
    index,
    severities,
    review: folderReview,
  },

  intake: {
    lead: 'When a file is taken up.',
    timing: 'Timing',
    quiet: 'Quiet time (seconds)',
    quietHint:
      'A file is taken when its size and time have not changed for this long, so that no half-written scan is sent.',
    neverQuiet: 'Still being written is a problem after (minutes)',
    neverQuietHint:
      'A file that grows longer than this is shown in Problems. It is taken as soon as it is quiet.',
    comparison: 'Comparison interval (minutes)',
    comparisonHint:
      'How often every folder is compared in full with the ledger, in case the system did not report a file.',
    pictures: 'Pictures',
    smallest: 'Smallest picture (pixels)',
    smallestHint: 'A picture whose shorter side has fewer pixels is called too small. 0: none is.',
    many: 'Many files for one entity',
    manyWords: 'A scanner’s fixed prefix, or a mistyped id, shows as many files for one entity at once.',
    manyCount: 'Files',
    manyCountHint: '0: not checked.',
    manyWithin: 'Within (minutes)',
    ignore: 'Never take these names',
    ignoreHint: 'One pattern to a line; * stands for any text. Such files are counted and listed as ignored.',
    ignoreHeading: 'Ignored files',
  },

  uploads: {
    lead: 'How fast files are sent, and how often a failed upload is tried again.',
    pace: 'Pace',
    concurrency: 'Files at the same time',
    concurrencyHint: 'Files of one entity are always sent one after the other.',
    rate: 'Requests per second',
    rateHint: 'Lower it when the endpoint often asks Intray to slow down.',
    bandwidth: 'Most per second (kB)',
    bandwidthNone: 'Of all uploads together. 0: no limit.',
    bandwidthIs: (amount: string) => `${amount} per second, of all uploads together. 0: no limit.`,
    perRequest: 'Files in one request',
    perRequestHint:
      'Of one entity. 1: each travels alone. A request that is refused is tried again file by file.',
    timeout: 'Time limit of one upload (seconds)',
    schedule,
    retries: 'Trying again',
    attempts: 'Attempts',
    attemptsHint:
      'After so many the file is held for a person. An upload without an answer is never repeated blindly.',
    firstWait: 'First wait (seconds)',
    longestWait: 'Longest wait (minutes)',
    waitHint: 'Each wait is longer than the one before, up to the longest.',
  },

  ledger: {
    lead: 'The record of every file, decision and upload.',
    person: 'Who decides',
    operator: 'Name in the ledger',
    operatorHint: 'Stands beside every decision made here. Empty: the account of this system.',
    check: 'Proof',
    checkWords:
      'Recomputes the chain of every recorded event and compares it with the items, with what searches and reports look into, and with the anchor file.',
    verify: 'Verify now',
    verifying: 'Verifying…',
    proven: 'The ledger proves itself',
    notProven: (count: number) => `The ledger does not prove itself in ${countOf(count, 'place', 'places')}`,
    verifyFailed: 'The ledger was not verified',
    extent: (events: number, items: number, duration: string) =>
      `${countOf(events, 'event', 'events')} and ${countOf(items, 'item', 'items')}, in ${duration}.`,
    anchorsProven: (count: number) =>
      count === 0
        ? 'The anchor file holds no anchor of this ledger yet.'
        : `${countOf(count, 'anchor', 'anchors')} of the anchor file on the chain.`,
    withoutAnchors: 'Without anchors: a history that was made anew would prove itself too.',
    headHash: 'Last hash',
    faults: 'Places',
    faultAt: (seq: number | null, itemId: number | null) => {
      if (seq === null) return itemId === null ? 'The ledger as a whole' : `Item ${formatCount(itemId)}`
      return itemId === null
        ? `Event ${formatCount(seq)}`
        : `Event ${formatCount(seq)}, item ${formatCount(itemId)}`
    },
    backups,
    anchors,
    retention,
    places: 'Where it is kept',
    settingsPath: 'Settings file',
    dataDir: 'Data folder',
    practiceFolder: 'Practice folder',
  },

  profiles,
  review,
  window: windowSettings,
  transfer,

  about: {
    lead: 'Intray takes scans from folders, lets a person look at them, and adds them to their entities.',
    version: 'Version',
    ledgerId: 'Ledger',
    mode: 'Mode',
    license: 'Licence',
    licenseName: 'MIT',
    unknown: 'Not known while the engine is away',
  },
}
