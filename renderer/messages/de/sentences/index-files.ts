import type {
  indexSentences,
  NeededColumn,
  RowPlace,
} from '../../../../electron/shared/sentences/index-sentences.ts'
import { countInWords, listInWords, quote, ruleInWords, sizeInWords } from './wording.ts'

export const indexFiles: typeof indexSentences = {
  row_missing: 'Eine Indexdatei sollte eine Zeile dafür haben, und keine hat sie.',
  name_says: ({ values }) => `Ihr Name sagt ${values}.`,
  row_says: ({ values, ...place }) => `${placeInWords(place)}: ${values}.`,
  row_has_problem: ({ problem, ...place }) => `${placeInWords(place)}: ${problem}`,
  rule_reads: ({ ruleName, values }) => `Regel „${ruleInWords(ruleName)}“: ${values}.`,
  and_more: ({ count }) => `Und ${String(count)} weitere.`,

  rows_listed: ({ rows, more }) => {
    const sentence = [...rows, ...(more > 0 ? [`und ${countInWords(more)} weitere`] : [])].join('; ')
    return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
  },
  row: (row) => rowInWords(row),
  row_with_problem: ({ problem, ...row }) => `${rowInWords(row)}: ${problem}`,
  row_now_says: ({ values, ...row }) => `${rowInWords(row)} sagt jetzt ${values}`,

  no_entity_id: 'Sie hat keine Entitäts-ID.',
  no_file_named: 'Sie nennt keine Datei.',
  folder_not_file: ({ file }) => `${quote(file)} ist ein Ordner und keine Datei.`,
  out_of_folder: ({ file }) => `${quote(file)} führt aus dem überwachten Ordner hinaus.`,
  neither_side: ({ text }) => `${quote(text)} ist weder die Vorder- noch die Rückseite.`,
  cell_too_long: ({ heading, count, most }) =>
    `${cellInWords(heading)} hat ${countInWords(count)} Zeichen; höchstens ${countInWords(most)} werden genommen.`,
  cell_broken: ({ heading, value }) =>
    `${cellInWords(heading)} enthält beschädigte Zeichen: ${quote(value)}. Legen Sie den Zeichensatz unter Einstellungen, Ordner fest.`,
  cell_control_character: ({ heading }) =>
    `${cellInWords(heading)} enthält einen Zeilenumbruch oder ein anderes Steuerzeichen.`,
  cell_spreadsheet_error: ({ heading, value }) =>
    `${cellInWords(heading)} enthält ${quote(value)}, einen Fehler der Tabellenkalkulation.`,
  cell_shortened: ({ heading, value }) =>
    `${cellInWords(heading)} enthält ${quote(value)}: Excel hat aus der ID eine Zahl gemacht und sie gekürzt. Formatieren Sie die Spalte als Text, und geben Sie die ID noch einmal ein.`,
  other_width: ({ count, columns }) =>
    `Sie hat ${countInWords(count)} ${count === 1 ? 'Zelle' : 'Zellen'}; Überschriften gibt es ${countInWords(columns)}.`,
  ends_in_middle: 'Mittendrin endet die Datei.',
  stray_quotation_mark:
    'Ein Anführungszeichen darin wird nicht geschlossen oder steht, wo keines stehen darf.',
  row_too_long: ({ most }) => `Sie ist länger als ${countInWords(most)} Zeichen.`,

  table_empty: 'Sie ist leer.',
  table_too_large: ({ most }) =>
    `Sie ist größer als ${sizeInWords(most)}. Teilen Sie sie in mehrere Dateien.`,
  headings_unreadable: ({ problem }) => `Ihre Überschriften lassen sich nicht lesen. ${problem}`,
  too_many_columns: ({ count, most }) =>
    `Sie hat ${countInWords(count)} Spalten; höchstens ${countInWords(most)} werden gelesen.`,
  columns_mean_same: ({ first, second }) =>
    `Die Spalten ${quote(first)} und ${quote(second)} meinen dasselbe. Benennen Sie eine um, oder setzen Sie sie auf „Nicht verwendet“.`,
  columns_missing: ({ headings, missing }) =>
    `Ihre erste Zeile hat ${headings.length === 1 ? 'nur die Überschrift' : 'die Überschriften'} ${listInWords(headings.map(quote))}; keine davon steht für ${listInWords(missing.map((column) => columnNames[column]))}.`,

  sidecar_too_large: ({ sizeBytes, most }) =>
    `Sie hat ${sizeInWords(sizeBytes)}; höchstens ${sizeInWords(most)} werden gelesen.`,
  too_many_values: ({ count, most }) =>
    `Sie hat ${countInWords(count)} Werte; höchstens ${countInWords(most)} werden gelesen.`,
  no_values: 'Sie enthält keine Werte.',
  no_value_for_entity: ({ headings }) =>
    `Sie hat ${listInWords(headings.map(quote))}; nichts davon steht für die Entitäts-ID.`,
  value_too_deep: ({ key }) =>
    `Der Wert von ${quote(key)} enthält weitere Werte. Nur eine Ebene wird gelesen.`,
  several_values: ({ key }) =>
    `${quote(key)} hat mehrere Werte. Eine Begleitdatei beschreibt einen Scan, mit einem Wert für jeden Namen.`,
  named_twice: ({ key }) => `${quote(key)} steht zweimal darin.`,
  line_without_value: ({ line }) => `Zeile ${String(line)} ist weder „Name: Wert“ noch „Name=Wert“.`,
  json_too_deep: 'Sie ist zu tief verschachtelt. Nur eine Ebene wird gelesen.',
  json_not_valid: 'Sie ist kein gültiges JSON.',
  json_no_object: 'Sie ist kein JSON-Objekt: { "Name": "Wert" } wird erwartet.',
  xml_document_type:
    'Sie hat einen Dokumenttyp (DOCTYPE), der Schaden verbergen kann. Speichern Sie sie ohne ihn.',
  xml_not_valid: 'Sie ist kein gültiges XML oder zu tief verschachtelt.',
  xml_no_root: 'Sie ist kein gültiges XML: Sie braucht ein einziges Wurzelelement.',
  xml_no_values: 'Ihr Wurzelelement hat keine Werte.',

  index_file: 'Indexdatei.',
  sidecar_matched: 'Sie beschreibt einen Scan.',
  sidecar_waits: 'Sie wartet auf den Scan, den sie beschreibt.',
  index_account: ({ rowCount, matched, waiting }) => {
    const found = `${countInWords(matched)} ${matched === 1 ? 'Scan' : 'Scans'} gefunden`
    const awaited = waiting > 0 ? `, ${countInWords(waiting)} erwartet` : ''
    return `Indexdatei: ${countInWords(rowCount)} ${rowCount === 1 ? 'Zeile' : 'Zeilen'}, ${found}${awaited}.`
  },
}

const columnNames: Readonly<Record<NeededColumn, string>> = {
  file: 'die Datei',
  entity_id: 'die Entitäts-ID',
}

function placeInWords({ indexPath, line }: RowPlace): string {
  return line === null ? indexPath : `${indexPath}, Zeile ${String(line)}`
}

function rowInWords({ line, file }: { readonly line: number | null; readonly file: string }): string {
  const named = file === '' ? 'keine Datei genannt' : quote(file)
  return line === null ? named : `Zeile ${String(line)}: ${named}`
}

function cellInWords(heading: string): string {
  return `Die Zelle unter ${quote(heading)}`
}
