import type {
  decisionSentences,
  PersonsDecision,
} from '../../../../electron/shared/sentences/decision-sentences.ts'
import { catalogue } from '../catalogue.ts'

/** As they stand before „ist jetzt nicht möglich“. */
const decisionPhrases: Readonly<Record<PersonsDecision, string>> = {
  approve: 'sie freizugeben',
  correct: 'sie zu berichtigen',
  reject: 'sie abzulehnen',
  request_rescan: 'einen neuen Scan zu erbitten',
  look_up_entity: 'ihre Entität nachzuschlagen',
  reopen: 'sie wieder zu öffnen',
  retry: 'es mit ihr noch einmal zu versuchen',
  prioritise: 'sie vor oder nach anderen zu senden',
  repair: 'sie zu verkleinern',
  settle: 'ihren Ausgang zu klären',
}

export const decisions: typeof decisionSentences = {
  index_is_never_sent:
    'Das ist eine Index-Datei; sie wird gelesen und nie gesendet. Sie lässt sich ablehnen oder wieder öffnen.',
  decision_impossible: ({ decision, state }) =>
    `Ihr Zustand ist „${catalogue.states[state]}“; ${decisionPhrases[decision]} ist jetzt nicht möglich.`,
  item_number: ({ itemId }) => `Datei ${String(itemId)}`,
  item_erased: ({ itemId }) => `Die Werte von Datei ${String(itemId)} wurden gelöscht.`,
  item_is_index: ({ itemId }) => `Datei ${String(itemId)} ist eine Index-Datei; sie wird nie gesendet.`,
  way_closed: ({ itemId, from, to }) =>
    `Datei ${String(itemId)} hat den Zustand „${catalogue.states[from]}“; „${catalogue.states[to]}“ kann nicht darauf folgen.`,
  archived_when_uploaded: ({ itemId, state }) =>
    `Datei ${String(itemId)} hat den Zustand „${catalogue.states[state]}“; abgelegt wird nur, was hochgeladen ist.`,

  entity_lacks: 'Die Entität fehlt.',
  media_type_lacks: 'Der Medientyp fehlt.',
  entity_id_unsendable: ({ reason }) => `Die Entitäts-ID lässt sich nicht senden: ${reason}.`,
  holds_characters: ({ characters }) => `Sie enthält ${characters.map((one) => `„${one}“`).join(', ')}`,
  is_too_long: 'Sie ist zu lang',
  has_part_of_dots: 'Ein Teil von ihr ist „.“ oder „..“; das kann keine Adresse tragen',
  reason_needed: 'Nennen Sie einen Grund, um sie trotzdem zu senden.',
  approved_by_one:
    'Inzwischen müssen zwei Personen sie freigeben, und nur eine hat es getan. Geben Sie sie neu frei; ist ihr Ausgang ungeklärt, wird sie zuerst abgelehnt und wieder geöffnet.',
  unasked_after_restore:
    'Das Journal wurde wiederhergestellt. Intray fragt zuerst den Endpunkt, ob die Datei in der verlorenen Zeit ankam.',
  running_engine_needed: 'Das kann nur ein laufender Dienst.',

  nobody_has_pin: 'Niemand dieses Namens hat hier eine PIN.',
  next_pin_in: ({ seconds }) => `Der nächste Versuch ist in ${String(seconds)} s möglich.`,
  settings_changed: 'Die Einstellungen haben sich geändert.',
  rules_version_in_force: ({ version }) => `Version ${String(version)} gilt.`,
  no_earlier_rules: 'Es gibt keine frühere Version.',
  days_reversed: 'Der erste Tag liegt nach dem letzten.',
}
