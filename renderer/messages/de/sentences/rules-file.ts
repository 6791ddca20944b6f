import type { rulesFileSentences } from '../../../../electron/shared/sentences/rules-file-sentences.ts'
import { jsonFaultInWords } from './schema.ts'

export const rulesFile: typeof rulesFileSentences = {
  in_rules_file: ({ line, rule, place, problem }) =>
    `Zeile ${String(line)}${rule === null ? '' : `, Regel ${String(rule)}`}${place === null ? '' : `, „${place}“`}: ${problem}`,
  key_unknown: 'Dieser Schlüssel ist hier nicht bekannt.',
  key_twice: 'Dieser Schlüssel steht dort zweimal.',
  key_no_name: 'Dieser Name ist nicht möglich.',
  json_broken: ({ fault }) =>
    (fault === null ? undefined : jsonFaultInWords(fault)) ?? 'Das ist kein gültiges JSON.',
  json_nests_too_deep: 'Sie ist zu tief verschachtelt.',
  rules_file_no_form: 'Das ist keine Regeldatei: Am Anfang fehlt „intrayRules“.',
  rules_file_newer: ({ version }) =>
    `Die Datei stammt von einer neueren Version von Intray (Form ${String(version)}). Aktualisieren Sie Intray, um sie zu lesen.`,
  rules_file_form_unknown: ({ version, newest }) =>
    `Eine Form ${String(version)} von Regeldateien gibt es nicht; dieses Intray liest Form ${String(newest)}.`,
}
