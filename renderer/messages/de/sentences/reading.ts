import type { readingSentences } from '../../../../electron/shared/sentences/reading-sentences.ts'
import { mediaTypeInWords, quote, ruleInWords, sideInWords } from './wording.ts'

export const reading: typeof readingSentences = {
  as_written: ({ text }) => text,
  in_turn: ({ sentences }) => sentences.join(' '),

  no_rule_in_force: 'Es gilt keine Namensregel.',
  rule_says: ({ ruleName, reason }) => `Regel „${ruleInWords(ruleName)}“: ${reason}`,
  further_rules: ({ count }) =>
    count === 1 ? 'Auch 1 weitere Regel passt nicht.' : `Auch ${String(count)} weitere Regeln passen nicht.`,
  could_be: ({ readings }) => `Es könnte ${readings.join(' oder ')} sein.`,
  values_by_rule: ({ ruleName, values }) => `${values} (Regel „${ruleInWords(ruleName)}“)`,
  values: ({ entityId, mediaType, fields }) => {
    const further = fields.map(([name, value]) => `, ${name} ${quote(value)}`)
    const type = mediaType === null ? 'ohne Medientyp' : `mit „${mediaTypeInWords(mediaType)}“`
    return `${quote(entityId)} ${type}${further.join('')}`
  },

  name_too_long: 'Der Name ist länger, als ein Dateisystem erlaubt.',
  name_of_copy: ({ mark }) =>
    `„${mark}“ am Ende zeigt, dass es eine Kopie ist. Benennen Sie sie um, oder lehnen Sie sie ab.`,
  name_does_not_fit: 'Der Name passt nicht.',
  text_does_not_fit: ({ text }) => `${quote(text)} passt nicht.`,
  too_few_folders: ({ needed, present }) =>
    `Sie braucht ${needed === 1 ? 'einen Ordner' : `${String(needed)} Ordner`} innerhalb des überwachten, und die Datei liegt in ${present === 0 ? 'keinem' : String(present)}.`,
  other_extension: ({ extension }) => `Sie liest nur Dateien, die auf „.${extension}“ enden.`,
  not_the_text: ({ text, literal }) => `${quote(text)} ist nicht ${quote(literal)}.`,
  does_not_begin: ({ text, literal }) => `${quote(text)} beginnt nicht mit ${quote(literal)}.`,
  does_not_end: ({ text, literal }) => `${quote(text)} endet nicht auf ${quote(literal)}.`,
  not_behind: ({ text, literal }) => `Hinter ${quote(text)} steht kein ${quote(literal)}.`,
  not_within: ({ text, literal }) => `In ${quote(text)} kommt kein ${quote(literal)} vor.`,
  nothing_in_front: ({ text, literal, field }) =>
    `In ${quote(text)} steht vor ${quote(literal)} nichts, was ${placeInWords(field)} sein könnte.`,
  nothing_for: ({ text, field }) => `In ${quote(text)} steht nichts, wo ${placeInWords(field)} hingehört.`,
  not_separated: ({ text }) => `Hinter ${quote(text)} trennt es nichts von dem, was folgt.`,
  no_such_date: ({ text, form }) => `${quote(text)} ist kein Datum der Form ${form}.`,
  no_word_for_side: ({ text }) => `${quote(text)} ist kein Wort für die Vorder- oder die Rückseite.`,
  no_name_of_media_type: ({ text }) => `${quote(text)} ist kein Name eines Medientyps, den Intray kennt.`,
  name_not_cut: ({ text }) =>
    `${quote(text)} ist ein einziger Name eines Medientyps und wird nicht zerteilt.`,
  means_other_side: ({ text, own, side }) =>
    `${quote(text)} meint ${sideInWords[own]} und nicht ${sideInWords[side]}.`,
  has_no_side: ({ text, side }) =>
    `Für ${quote(text)} kennt Intray keinen Medientyp, der ${sideInWords[side]} meint.`,
  but_says_side: ({ text, side }) => `Doch ${quote(text)} nennt ${sideInWords[side]}.`,
  path_too_long: 'Der Pfad ist zu lang für einen regulären Ausdruck.',
  expression_reaches: ({ text }) => `Der Ausdruck passt auf ${quote(text)}, aber nicht auf das, was folgt.`,
  expression_does_not_match: ({ text }) => `Der Ausdruck passt nicht auf ${quote(text)}.`,
  expression_gives_no_entity: 'Der Ausdruck passt, aber seine Gruppen ergeben keine Entitäts-ID.',

  rule_is_off: 'Sie ist ausgeschaltet.',
  rule_not_in_folder: 'Sie gilt in diesem Ordner nicht.',
  rule_has_problem: ({ problem }) => `Sie hat einen Fehler: ${problem}`,
}

const places: Readonly<Record<string, string>> = {
  entity_id: 'die Entitäts-ID',
  media_type: 'der Medientyp',
  side: 'die Seite',
  date: 'das Datum',
  folder: 'der Ordner',
  sep: 'der Trenner',
  ext: 'die Endung',
  skip: 'der überspringbare Text',
}

function placeInWords(field: string): string {
  if (field.startsWith('field:')) return `die Angabe „${field.slice('field:'.length)}“`
  return Object.hasOwn(places, field) ? (places[field] ?? '') : `„${field}“`
}
