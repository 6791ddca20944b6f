import type { ExpectedKind, valueSentences } from '../../../../electron/shared/sentences/value-sentences.ts'
import { catalogue } from '../catalogue.ts'
import {
  characterInWords,
  countInWords,
  durationInWords,
  listInWords,
  mediaTypeInWords,
  momentInWords,
  quote,
  ruleInWords,
} from './wording.ts'

const expectations: Readonly<Record<ExpectedKind, string>> = {
  picture: 'ein Bild oder ein PDF',
  video: 'ein Video',
  document: 'ein Dokument',
}

const sides = { front: 'Die Vorderseite', back: 'Die Rückseite' } as const

export const values: typeof valueSentences = {
  foreign_characters: ({ entityId, characters }) =>
    `${quote(entityId)} enthält ${listInWords(characters.map(characterInWords))}.`,
  entity_id_too_long: ({ length }) => `Sie hat ${String(length)} Zeichen; der Endpunkt nimmt 128.`,
  entity_id_dots: ({ entityId }) =>
    `Ein Teil von ${quote(entityId)} ist „.“ oder „..“; das kann keine Adresse eines Uploads tragen.`,
  entity_id_form: ({ entityId, pattern }) => `${quote(entityId)} hat nicht die Form ${quote(pattern)}.`,
  entity_id_check_digit: ({ entityId, check }) =>
    `Die Prüfziffer (${check}) von ${quote(entityId)} stimmt nicht: Ein Zeichen ist vertippt, fehlt oder steht an falscher Stelle.`,
  endpoint_said_so: ({ atMs }) => `So sagte es der Endpunkt am ${momentInWords(atMs)}.`,
  nobody_gave_entity: 'Noch hat niemand die Entitäts-ID angegeben.',
  nobody_gave_it: 'Noch hat ihn niemand angegeben.',
  rule_reads_entity_alone: ({ ruleName }) => `Die Regel „${ruleInWords(ruleName)}“ liest nur die Entität.`,
  media_type_new: ({ mediaType }) =>
    `${quote(mediaType)} ist nicht dokumentiert und keiner der Medientypen unter Regeln.`,
  kind_unexpected: ({ family, mediaType, expected }) =>
    `Die Art der Datei ist „${catalogue.families[family]}“; für „${mediaTypeInWords(mediaType)}“ wird ${expectations[expected]} erwartet.`,

  same_content: ({ items }) => `Derselbe Inhalt: ${listInWords(items)}.`,
  item: ({ itemId }) => `Datei ${String(itemId)}`,
  item_of_entity: ({ itemId, entityId }) => `Datei ${String(itemId)} (Entität ${quote(entityId)})`,
  item_rejected: ({ itemId, reason }) => `Datei ${String(itemId)} (${quote(reason)})`,
  name_was_of: ({ itemId, state }) =>
    `Datei ${String(itemId)} hieß so (Zustand „${catalogue.states[state]}“).`,
  name_was_of_entity: ({ itemId, entityId, state }) =>
    `Datei ${String(itemId)} hieß so (Entität ${quote(entityId)}, Zustand „${catalogue.states[state]}“).`,
  side_did_not_come: ({ side, waitedMs }) =>
    `${sides[side]} kam nicht innerhalb von ${durationInWords(waitedMs)}.`,
  side_not_there: ({ side }) => `${sides[side]} ist nicht da.`,
  many_for_entity: ({ count, entityId, withinMs }) =>
    `${countInWords(count)} Dateien für ${quote(entityId)} innerhalb von ${durationInWords(withinMs)}.`,
  replaces_item: ({ itemId }) => `Er ersetzt Datei ${String(itemId)}.`,
}
