import type { ruleSentences } from '../../../../electron/shared/sentences/rule-sentences.ts'
import { dateSpellings } from '../../../../electron/shared/sentences/rule-sentences.ts'
import { quote, sideInWords } from './wording.ts'

const units = {
  year: { its: 'ihr Jahr', none: 'kein Jahr' },
  month: { its: 'ihren Monat', none: 'keinen Monat' },
  day: { its: 'ihren Tag', none: 'keinen Tag' },
  hour: { its: 'ihre Stunde', none: 'keine Stunde' },
  minute: { its: 'ihre Minute', none: 'keine Minute' },
  second: { its: 'ihre Sekunde', none: 'keine Sekunde' },
} as const

/** What the library says of an expression, by its own words. The place in the expression may follow them. */
const expressionFaults: Readonly<Record<string, string>> = {
  'missing closing )': 'Eine schließende Klammer „)“ fehlt',
  'unexpected )': 'Eine Klammer „)“ schließt nichts',
  'missing closing ]': 'Eine schließende Klammer „]“ fehlt',
  'missing argument to repetition operator':
    'Vor dem Zeichen für die Wiederholung fehlt, was zu wiederholen ist',
  'invalid nested repetition operator': 'Zwei Zeichen für die Wiederholung folgen aufeinander',
  'invalid repeat count': 'Die Zahl der Wiederholungen ist nicht möglich',
  'invalid escape sequence': 'Was auf den umgekehrten Schrägstrich folgt, ist nicht bekannt',
  'trailing backslash at end of expression': 'Am Ende steht ein umgekehrter Schrägstrich allein',
  'invalid character class range': 'Dieser Bereich von Zeichen ist nicht möglich',
  'invalid named capture': 'Der Name einer Gruppe ist nicht möglich',
  'duplicate capture group name': 'Zwei Gruppen haben denselben Namen',
  'invalid capture in lookbehind': 'In einer Rückschau kann keine Gruppe stehen',
  'invalid or unsupported Perl syntax': 'Diese Schreibweise ist nicht bekannt',
  'expression too large': 'Er ist zu groß',
  'expression nests too deeply': 'Er ist zu tief verschachtelt',
}

const sides = { front: 'Vorderseite', back: 'Rückseite' } as const

export const rules: typeof ruleSentences = {
  backslash_at_end: 'Hinter „\\“ am Ende steht nichts, was wörtlich zu nehmen wäre.',
  brace_not_closed: 'Eine „{“ wird nicht geschlossen. Für das Zeichen selbst schreiben Sie „\\{“.',
  brace_closes_nothing: 'Eine „}“ schließt nichts. Für das Zeichen selbst schreiben Sie „\\}“.',
  bracket_not_closed: 'Eine „[“ wird nicht geschlossen. Für das Zeichen selbst schreiben Sie „\\[“.',
  bracket_closes_nothing: 'Eine „]“ schließt nichts. Für das Zeichen selbst schreiben Sie „\\]“.',
  too_many_variants: ({ most }) =>
    `Die Teile, die fehlen dürfen, lassen sich auf mehr als ${String(most)} Weisen verbinden. Machen Sie mehrere Regeln daraus.`,
  name_between_slashes_empty: 'Ein Name zwischen zwei „/“ oder an einem Ende ist leer.',
  ext_not_at_end: '{ext} darf nur ganz am Ende stehen, hinter einem Punkt: „.{ext}“.',
  folder_not_alone: ({ field }) =>
    `${field} steht für den ganzen Namen eines Ordners: Daneben darf nichts stehen, und es folgt ein „/“.`,
  nothing_between: ({ left, right }) => `Zwischen ${left} und ${right} muss etwas stehen.`,
  separator_doubled: '{sep} nimmt jeden Trenner, der dort steht; entfernen Sie den daneben.',
  field_repeated: ({ field, count }) =>
    `${field} steht ${String(count)}-mal darin; nehmen Sie für alle bis auf eines {skip}.`,
  no_such_field: ({ field }) =>
    `${field} ist kein Feld. Die Felder sind {entity_id}, {media_type}, {side}, {date:YYYYMMDD}, {field:name}, {folder}, {sep}, {skip} und {ext}.`,
  date_across_names: 'Ein Datum steht in einem einzigen Namen; „/“ kann kein Teil davon sein.',
  date_without_form: '{date} braucht die Form des Datums, etwa {date:YYYYMMDD}.',
  date_repeats: ({ form, unit, count }) =>
    `Die Datumsform „${form}“ nennt ${units[unit].its} ${String(count)}-mal.`,
  date_lacks: ({ form, unit }) =>
    `Die Datumsform „${form}“ hat ${units[unit].none}: Schreiben Sie ${dateSpellings[unit].join(' oder ')} in Großbuchstaben.`,
  value_without_name: 'Eine weitere Angabe braucht einen Namen, etwa {field:branch}.',
  value_name_malformed: ({ name }) =>
    `„${name}“ kann keine Angabe benennen: nur Kleinbuchstaben, Ziffern und „_“, mit einem Buchstaben am Anfang.`,
  value_name_taken: ({ name }) => `Der Name „${name}“ ist vom Endpunkt oder von Intray belegt.`,
  expression_too_long: ({ most }) => `Der Ausdruck ist länger als ${String(most)} Zeichen.`,
  expression_not_valid: ({ words }) => `Der Ausdruck ist nicht gültig: ${expressionFaultInWords(words)}.`,
  expression_repeats: 'Der Ausdruck wiederholt zu viel: Verringern Sie die Zahlen in Klammern.',

  fixed_and_read: ({ name }) =>
    `„${name}“ hat einen festen Wert und wird aus dem Namen gelesen; nur eines davon kann zählen.`,
  entity_optional:
    '{entity_id} steht in einem Teil, der fehlen darf: Ohne ihn sagte nichts, zu wem die Datei gehört.',
  entity_group_optional:
    'Die Gruppe (?P<entity_id>…) steht in einem Teil, der fehlen darf: Ohne ihn sagte nichts, zu wem die Datei gehört.',
  entity_missing: '{entity_id} fehlt: Nichts sagte, zu wem die Datei gehört.',
  entity_group_missing: 'Die Gruppe (?P<entity_id>…) fehlt: Nichts sagte, zu wem die Datei gehört.',
  entity_fixed_and_read:
    'Sie hat eine feste Entitäts-ID und {entity_id} in ihrem Muster; nur eines davon kann zählen.',
  entity_part_optional: ({ field }) =>
    `${field} steht in einem Teil des Musters, der fehlen darf, und die Entitäts-ID braucht es immer.`,
  entity_part_missing: ({ field }) => `${field} kommt im Muster nicht vor.`,
  entity_part_not_allowed: ({ field }) =>
    `${field} kann nicht in einer festen Entitäts-ID stehen; {folder}, {folder2} und {field:name} können es.`,
  entity_sign_alone: ({ sign }) =>
    `Ein „${sign}“ steht allein in der festen Entitäts-ID. Für das Zeichen selbst schreiben Sie „\\${sign}“.`,
  entity_empty: 'Die feste Entitäts-ID ist leer.',
  media_type_fixed_and_read:
    'Sie hat einen festen Medientyp und {media_type} in ihrem Muster; nur eines davon kann zählen.',
  media_type_empty: 'Ihr fester Medientyp ist leer.',
  side_fixed_and_read: 'Sie hat eine feste Seite und {side} in ihrem Muster; nur eines davon kann zählen.',
  side_without_two: ({ mediaType }) =>
    `{side} steht in ihrem Muster, und ihr Medientyp ${quote(mediaType)} hat keine zwei Seiten.`,
  side_contradicts: ({ mediaType, side }) =>
    `Der Medientyp ${quote(mediaType)} und die feste Seite „${sides[side]}“ widersprechen sich.`,
  id_shared: ({ id }) => `Auch eine andere Regel hat die ID „${id}“.`,

  media_name_empty: ({ name, mediaType }) =>
    `„${name}“ kann kein Name von ${mediaType} sein: Es hat weder Buchstaben noch Ziffern.`,
  media_name_shared: ({ name, mediaTypes }) =>
    `„${name}“ ist ein Name mehrerer Medientypen: ${mediaTypes.join(', ')}.`,
  side_word_empty: ({ name, side }) =>
    `„${name}“ kann kein Wort für ${sideInWords[side]} sein: Es hat weder Buchstaben noch Ziffern.`,
  side_word_shared: ({ name }) => `„${name}“ ist ein Wort für die Vorderseite und für die Rückseite.`,
}

function expressionFaultInWords(words: string): string {
  const known = Object.keys(expressionFaults).find(
    (fault) => words === fault || words.startsWith(`${fault}: `),
  )
  return known === undefined ? words : `${expressionFaults[known] ?? known}${words.slice(known.length)}`
}
