import { quote } from './english-wording.ts'

/** A field as the pattern language writes it: `{entity_id}`. */
interface InBraces {
  readonly field: string
}

interface Name {
  readonly name: string
}

/** What is wrong with naming rules, and with the names and words that all of them share. */
export const ruleSentences = {
  backslash_at_end: 'A “\\” at the end has nothing to make literal.',
  brace_not_closed: 'A “{” is never closed. For the character itself write “\\{”.',
  brace_closes_nothing: 'A “}” closes nothing. For the character itself write “\\}”.',
  bracket_not_closed: 'A “[” is never closed. For the character itself write “\\[”.',
  bracket_closes_nothing: 'A “]” closes nothing. For the character itself write “\\]”.',
  too_many_variants: ({ most }: { most: number }) =>
    `Its optional parts can be combined in more than ${String(most)} ways. Make several rules of it.`,
  name_between_slashes_empty: 'A name between two “/”, or at an end, is empty.',
  ext_not_at_end: '{ext} can only stand at the very end, after a dot: “.{ext}”.',
  folder_not_alone: ({ field }: InBraces) =>
    `${field} stands for the whole name of a folder: nothing else may stand beside it, and a “/” follows.`,
  nothing_between: ({ left, right }: { left: string; right: string }) =>
    `Something must stand between ${left} and ${right}.`,
  separator_doubled: '{sep} takes every separator that stands there; take out the one beside it.',
  field_repeated: ({ field, count }: InBraces & { count: number }) =>
    `${field} stands in it ${String(count)} times; use {skip} for all but one.`,
  no_such_field: ({ field }: InBraces) =>
    `${field} is no field. The fields are {entity_id}, {media_type}, {side}, {date:YYYYMMDD}, {field:name}, {folder}, {sep}, {skip} and {ext}.`,
  date_across_names: 'A date stands in one name; “/” cannot be a part of it.',
  date_without_form: '{date} needs the form of the date, such as {date:YYYYMMDD}.',
  date_repeats: ({ form, unit, count }: { form: string; unit: DateUnit; count: number }) =>
    `The date “${form}” has its ${unit} ${String(count)} times.`,
  date_lacks: ({ form, unit }: { form: string; unit: 'year' | 'month' | 'day' }) =>
    `The date “${form}” has no ${unit}: write ${dateSpellings[unit].join(' or ')}, in capitals.`,
  value_without_name: 'A further value needs a name, such as {field:branch}.',
  value_name_malformed: ({ name }: Name) =>
    `“${name}” cannot name a value: lower-case letters, digits and “_” only, beginning with a letter.`,
  value_name_taken: ({ name }: Name) => `The name “${name}” is taken by the endpoint or by Intray.`,
  expression_too_long: ({ most }: { most: number }) =>
    `The expression is longer than ${String(most)} characters.`,
  // The library's own words, which name the place in the expression.
  expression_not_valid: ({ words }: { words: string }) => `The expression is not valid: ${words}.`,
  expression_repeats: 'The expression repeats too much: lower the numbers in braces.',

  fixed_and_read: ({ name }: Name) =>
    `“${name}” has a fixed value and is read from the name; only one of them can count.`,
  entity_optional: '{entity_id} stands in an optional part: without it nothing would say whose file it is.',
  entity_group_optional:
    'The group (?P<entity_id>…) stands in an optional part: without it nothing would say whose file it is.',
  entity_missing: '{entity_id} is missing: nothing would say whose file it is.',
  entity_group_missing: 'The group (?P<entity_id>…) is missing: nothing would say whose file it is.',
  entity_fixed_and_read:
    'It has a fixed entity id and {entity_id} in its pattern; only one of them can count.',
  entity_part_optional: ({ field }: InBraces) =>
    `${field} stands in an optional part of the pattern, and the entity id needs it always.`,
  entity_part_missing: ({ field }: InBraces) => `${field} is not in the pattern.`,
  entity_part_not_allowed: ({ field }: InBraces) =>
    `${field} cannot stand in a fixed entity id; {folder}, {folder2} and {field:name} can.`,
  entity_sign_alone: ({ sign }: { sign: string }) =>
    `A “${sign}” stands alone in the fixed entity id. For the character itself write “\\${sign}”.`,
  entity_empty: 'The fixed entity id is empty.',
  media_type_fixed_and_read:
    'It has a fixed media type and {media_type} in its pattern; only one of them can count.',
  media_type_empty: 'Its fixed media type is empty.',
  side_fixed_and_read: 'It has a fixed side and {side} in its pattern; only one of them can count.',
  side_without_two: ({ mediaType }: { mediaType: string }) =>
    `{side} is in its pattern, and its media type ${quote(mediaType)} does not have two sides.`,
  side_contradicts: ({ mediaType, side }: { mediaType: string; side: 'front' | 'back' }) =>
    `The media type ${quote(mediaType)} and the fixed side “${side}” contradict each other.`,
  id_shared: ({ id }: { id: string }) => `Another rule has the id “${id}” too.`,

  media_name_empty: ({ name, mediaType }: Name & { mediaType: string }) =>
    `“${name}” cannot be a name of ${mediaType}: it has no letter and no digit.`,
  media_name_shared: ({ name, mediaTypes }: Name & { mediaTypes: readonly string[] }) =>
    `“${name}” is a name of several media types: ${mediaTypes.join(', ')}.`,
  side_word_empty: ({ name, side }: Name & { side: 'front' | 'back' }) =>
    `“${name}” cannot be a word for the ${side}: it has no letter and no digit.`,
  side_word_shared: ({ name }: Name) => `“${name}” is a word for the front and for the back.`,
}

export type DateUnit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

/** How the pattern language writes the parts that every date needs. */
export const dateSpellings = { year: ['YYYY', 'YY'], month: ['MM', 'M'], day: ['DD', 'D'] } as const
