import { mediaTypeLabel } from '../media-types.ts'
import type { Side } from '../media-types.ts'
import { quote } from './english-wording.ts'
import type { Words } from './told.ts'

/** Further values, each with its name. */
export type FieldPairs = readonly (readonly [name: string, value: string])[]

/** A part of a pattern, as a rule calls it: `entity_id`, `folder2`, `field:branch`. */
interface Place {
  readonly field: string
}

interface Text {
  readonly text: string
}

/** Why rules read nothing from a name, or too much, and how far each of them came. */
export const readingSentences = {
  // Of another program, or of a version of Intray that kept nothing else.
  as_written: ({ text }: Text) => text,
  in_turn: ({ sentences }: { sentences: readonly Words[] }) => sentences.join(' '),

  no_rule_in_force: 'No naming rule is in force.',
  rule_says: ({ ruleName, reason }: { ruleName: string; reason: Words }) => `Rule “${ruleName}”: ${reason}`,
  further_rules: ({ count }: { count: number }) => `${String(count)} further rules do not fit either.`,
  could_be: ({ readings }: { readings: readonly Words[] }) => `It could be ${readings.join(', or ')}.`,
  values_by_rule: ({ ruleName, values }: { ruleName: string; values: Words }) =>
    `${values} (rule “${ruleName}”)`,
  values: ({
    entityId,
    mediaType,
    fields,
  }: {
    entityId: string
    mediaType: string | null
    fields: FieldPairs
  }) => {
    const further = fields.map(([name, value]) => `, ${name} ${quote(value)}`)
    const type = mediaType === null ? 'without a media type' : `with ${mediaTypeLabel(mediaType)}`
    return `${quote(entityId)} ${type}${further.join('')}`
  },

  name_too_long: 'The name is longer than any file system allows.',
  name_of_copy: ({ mark }: { mark: string }) =>
    `“${mark}” at its end shows that it is a copy. Rename it or reject it.`,
  name_does_not_fit: 'The name does not fit.',
  text_does_not_fit: ({ text }: Text) => `${quote(text)} does not fit.`,
  too_few_folders: ({ needed, present }: { needed: number; present: number }) =>
    `It needs ${needed === 1 ? 'a folder' : `${String(needed)} folders`} inside the watched folder, and the file lies in ${present === 0 ? 'none' : String(present)}.`,
  other_extension: ({ extension }: { extension: string }) =>
    `It reads files that end in “.${extension}” alone.`,
  not_the_text: ({ text, literal }: Text & { literal: string }) => `${quote(text)} is not ${quote(literal)}.`,
  does_not_begin: ({ text, literal }: Text & { literal: string }) =>
    `${quote(text)} does not begin with ${quote(literal)}.`,
  does_not_end: ({ text, literal }: Text & { literal: string }) =>
    `${quote(text)} does not end in ${quote(literal)}.`,
  not_behind: ({ text, literal }: Text & { literal: string }) =>
    `Behind ${quote(text)} there is no ${quote(literal)}.`,
  not_within: ({ text, literal }: Text & { literal: string }) =>
    `There is no ${quote(literal)} in ${quote(text)}.`,
  nothing_in_front: ({ text, literal, field }: Text & Place & { literal: string }) =>
    `In ${quote(text)} nothing stands in front of ${quote(literal)} that could be ${placeInWords(field)}.`,
  nothing_for: ({ text, field }: Text & Place) =>
    `Nothing in ${quote(text)} stands where ${placeInWords(field)} belongs.`,
  not_separated: ({ text }: Text) => `Behind ${quote(text)} nothing separates it from what follows.`,
  no_such_date: ({ text, form }: Text & { form: string }) => `${quote(text)} is no date of the form ${form}.`,
  no_word_for_side: ({ text }: Text) => `${quote(text)} is no word for the front or the back.`,
  no_name_of_media_type: ({ text }: Text) => `${quote(text)} is no name of a media type that Intray knows.`,
  name_not_cut: ({ text }: Text) => `${quote(text)} is one name of a media type and is not cut in two.`,
  means_other_side: ({ text, own, side }: Text & { own: Side; side: Side }) =>
    `${quote(text)} means the ${own}, and not the ${side}.`,
  has_no_side: ({ text, side }: Text & { side: Side }) =>
    `${quote(text)} has no ${side} among the media types that Intray knows.`,
  but_says_side: ({ text, side }: Text & { side: Side }) => `But ${quote(text)} says the ${side}.`,
  path_too_long: 'The path is too long for an expression.',
  expression_reaches: ({ text }: Text) => `The expression matches ${quote(text)}, but not what follows.`,
  expression_does_not_match: ({ text }: Text) => `The expression does not match ${quote(text)}.`,
  expression_gives_no_entity: 'The expression matches, but its groups give no entity id.',

  rule_is_off: 'It is switched off.',
  rule_not_in_folder: 'It does not apply in this folder.',
  rule_has_problem: ({ problem }: { problem: Words }) => `It has a problem: ${problem}`,
}

function placeInWords(field: string): string {
  if (field.startsWith('field:')) return `the value “${field.slice('field:'.length)}”`
  switch (field) {
    case 'entity_id':
      return 'the entity id'
    case 'media_type':
      return 'the media type'
    case 'skip':
      return 'the text to be skipped'
    default:
      return `the ${field}`
  }
}
