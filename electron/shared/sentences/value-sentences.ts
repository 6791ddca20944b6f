import { fileFamilies } from '../file-families.ts'
import type { FileFamilyId } from '../file-families.ts'
import { itemStateLabels } from '../item-states.ts'
import type { ItemState } from '../item-states.ts'
import { mediaTypeLabel } from '../media-types.ts'
import type { Side } from '../media-types.ts'
import {
  characterInWords,
  countInWords,
  durationInWords,
  listInWords,
  momentInWords,
  quote,
} from './english-wording.ts'
import type { Words } from './told.ts'

/** What a media type makes one expect of its file. */
export type ExpectedKind = 'picture' | 'video' | 'document'

const expectations: Readonly<Record<ExpectedKind, string>> = {
  picture: 'a picture or a PDF is expected',
  video: 'a video is expected',
  document: 'a document is expected',
}

/** What is to be said about the entity and the media type of a file, and what other files say about it. */
export const valueSentences = {
  foreign_characters: ({ entityId, characters }: { entityId: string; characters: readonly string[] }) =>
    `${quote(entityId)} holds ${listInWords(characters.map(characterInWords))}.`,
  entity_id_too_long: ({ length }: { length: number }) =>
    `It has ${String(length)} characters; the endpoint takes 128.`,
  entity_id_dots: ({ entityId }: { entityId: string }) =>
    `A part of ${quote(entityId)} is “.” or “..”, which no address of an upload can carry.`,
  entity_id_form: ({ entityId, pattern }: { entityId: string; pattern: string }) =>
    `${quote(entityId)} does not have the form ${quote(pattern)}.`,
  entity_id_check_digit: ({ entityId, check }: { entityId: string; check: string }) =>
    `The check digit (${check}) of ${quote(entityId)} is wrong: a character is mistyped, missing or in the wrong place.`,
  endpoint_said_so: ({ atMs }: { atMs: number }) => `The endpoint said so on ${momentInWords(atMs)}.`,
  nobody_gave_entity: 'Nobody gave the entity id yet.',
  nobody_gave_it: 'Nobody gave it yet.',
  rule_reads_entity_alone: ({ ruleName }: { ruleName: string }) =>
    `Rule “${ruleName}” reads the entity alone.`,
  media_type_new: ({ mediaType }: { mediaType: string }) =>
    `${quote(mediaType)} is not documented, and not one of the media types under Rules.`,
  kind_unexpected: ({
    family,
    mediaType,
    expected,
  }: {
    family: FileFamilyId
    mediaType: string
    expected: ExpectedKind
  }) =>
    `The file is of the kind “${fileFamilies[family].label}”; for “${mediaTypeLabel(mediaType)}” ${expectations[expected]}.`,

  same_content: ({ items }: { items: readonly Words[] }) => `The same content: ${listInWords(items)}.`,
  item: ({ itemId }: { itemId: number }) => `item ${String(itemId)}`,
  item_of_entity: ({ itemId, entityId }: { itemId: number; entityId: string }) =>
    `item ${String(itemId)} (entity ${quote(entityId)})`,
  item_rejected: ({ itemId, reason }: { itemId: number; reason: string }) =>
    `item ${String(itemId)} (${quote(reason)})`,
  name_was_of: ({ itemId, state }: { itemId: number; state: ItemState }) =>
    `Item ${String(itemId)} had it (state “${itemStateLabels[state]}”).`,
  name_was_of_entity: ({ itemId, entityId, state }: { itemId: number; entityId: string; state: ItemState }) =>
    `Item ${String(itemId)} had it (entity ${quote(entityId)}, state “${itemStateLabels[state]}”).`,
  side_did_not_come: ({ side, waitedMs }: { side: Side; waitedMs: number }) =>
    `The ${side} did not come within ${durationInWords(waitedMs)}.`,
  side_not_there: ({ side }: { side: Side }) => `The ${side} is not there.`,
  many_for_entity: ({ count, entityId, withinMs }: { count: number; entityId: string; withinMs: number }) =>
    `${countInWords(count)} files for ${quote(entityId)} within ${durationInWords(withinMs)}.`,
  replaces_item: ({ itemId }: { itemId: number }) => `It replaces item ${String(itemId)}.`,
}
