import type { decision as english } from '../en/decision.ts'

const checkedTheCase = 'Mit dem Fall abgeglichen'
const beingCreated = 'Die Entität wird gerade angelegt'
const duplicateReasons = [
  'Sie soll dort zweimal stehen',
  'Sie ist die bessere Kopie',
  'Die frühere war ein Versehen',
]
const notReadable = 'Nicht lesbar'
const cutOff = 'Abgeschnitten oder unvollständig'
const blankPage = 'Leere Seite'
const tooLarge = 'Datei zu groß'
const otherIndex = 'Eine andere Indexdatei ersetzt sie'

export const decision: typeof english = {
  approve: 'Freigeben',
  reject: 'Ablehnen',
  rejectTitle: 'Diese Datei ablehnen?',
  rejectWords:
    'Sie bleibt in ihrem Ordner und wird nie hochgeladen. Im Verlauf können Sie sie wieder aufnehmen.',
  ownReason: 'Anderer Grund',
  ownReasonHint: 'In eigenen Worten',
  shippedReasons: {
    'Not readable': notReadable,
    'Wrong document': 'Falsches Dokument',
    'Document has expired': 'Dokument ist abgelaufen',
    'Part of the document is missing': 'Ein Teil des Dokuments fehlt',
    'Belongs to somebody else': 'Gehört jemand anderem',
  },
  duplicateReason: 'Doppelt',

  uploadAnyway: 'Trotzdem hochladen',
  setAsideTitle: 'Trotzdem hochladen?',
  setAsideWords: 'Der Befund wird beiseitegesetzt, und Ihre Begründung steht im Journal.',
  duplicateWords: 'Der Endpunkt behält beide Kopien, und keine lässt sich zurückholen.',
  setAsideReasons: {
    duplicate_same_entity: duplicateReasons,
    duplicate_other_entity: [...duplicateReasons, 'Das Dokument gehört zu beiden'],
    entity_unknown: [beingCreated, checkedTheCase],
    entity_placeholder: [beingCreated, checkedTheCase],
    entity_id_foreign: ['Eine ID aus einem älteren System', checkedTheCase],
    media_type_impossible: ['Der Medientyp stimmt trotzdem', checkedTheCase],
  },
  usualReasons: ['Angesehen, es stimmt', checkedTheCase],

  requestRescan: 'Um neuen Scan bitten',
  newScan: 'Neuer Scan',
  rescanTitle: 'Um einen neuen Scan bitten?',
  rescanWords:
    'Diese Datei wird abgelehnt, und ein Zettel mit dem Grund kommt in den Unterordner „rescan“ ihres Ordners. Der neue Scan wird mit diesem verknüpft.',
  rescanReasons: [notReadable, cutOff, 'Zu dunkel oder zu hell', blankPage, 'Eine Seite fehlt', tooLarge],
  rescanReasonOf: { picture_blank: blankPage, damaged: cutOff, too_large: tooLarge },
  rescanRequested: (name: string) => `Um neuen Scan von ${name} gebeten`,
  slipAt: (slip: string) => `Der Zettel liegt unter ${slip} im überwachten Ordner.`,
  slipFollows: 'Der Zettel dafür ist noch nicht geschrieben.',

  stopWaiting: 'Nicht mehr warten',
  stopWaitingTitle: 'Nicht mehr auf diese Zeilen warten?',
  stopWaitingWords:
    'Die Indexdatei wird beiseitegesetzt, und ihre Zeilen warten auf keine Datei mehr. Scans, die sie schon beschrieben hat, bleiben, wie sie sind.',
  stopWaitingReasons: ['Die Dateien kommen nicht', 'Die Zeilen sind ein Versehen', otherIndex],

  setIndexAside: 'Beiseitesetzen',
  setIndexAsideTitle: 'Diese Indexdatei beiseitesetzen?',
  setIndexAsideWords:
    'Sie wird nicht mehr gelesen, bis sie sich ändert. Scans, die sie schon beschrieben hat, bleiben, wie sie sind.',
  setIndexAsideReasons: ['Keine Indexdatei', otherIndex, 'Die Werte wurden von Hand eingegeben'],

  actions: {
    edit_entity: 'Entitäts-ID berichtigen',
    edit_media_type: 'Medientyp wählen',
    look_up_entity: 'Noch einmal nachsehen',
    set_aside: 'Trotzdem hochladen…',
    request_rescan: 'Um neuen Scan bitten…',
    reject: 'Ablehnen…',
    stop_waiting: 'Nicht mehr warten…',
    teach: 'Intray diesen Namen beibringen',
    show_index: 'Indexdateien zeigen',
    show_folder_settings: 'Ordnereinstellungen öffnen',
  },
  actionsLabel: (finding: string) => `Was sich tun lässt: ${finding}`,
}
