import type {
  JsonFault,
  ValueKind,
  schemaSentences,
} from '../../../../electron/shared/sentences/schema-sentences.ts'
import { countInWords, quote } from './wording.ts'

export const schema: typeof schemaSentences = {
  value_missing: 'Die Angabe fehlt.',
  value_of_kind: ({ kind }) => `Hier muss ${wordsIn(kinds, kind) ?? 'etwas anderes'} stehen.`,
  value_one_of: ({ choices }) => `Möglich sind nur: ${choices.join(', ')}.`,
  value_at_least: ({ least }) => `Der Wert muss mindestens ${countInWords(least)} sein.`,
  value_at_most: ({ most }) => `Der Wert darf höchstens ${countInWords(most)} sein.`,
  text_empty: 'Der Text darf nicht leer sein.',
  text_at_least: ({ least }) => `Der Text muss mindestens ${countInWords(least)} Zeichen haben.`,
  text_at_most: ({ most }) => `Der Text darf höchstens ${countInWords(most)} Zeichen haben.`,
  list_at_least: ({ least }) =>
    `Die Liste muss mindestens ${countInWords(least)} ${least === 1 ? 'Eintrag' : 'Einträge'} haben.`,
  list_at_most: ({ most }) => `Die Liste darf höchstens ${countInWords(most)} Einträge haben.`,
  keys_unknown: ({ keys }) =>
    keys.length === 1
      ? `Der Name ${keys.map(quote).join('')} ist hier nicht bekannt.`
      : `Die Namen ${keys.map(quote).join(', ')} sind hier nicht bekannt.`,
  key_unusable: ({ problem }) => `Dieser Name ist nicht möglich. ${problem}`,

  json_fault: ({ fault, line }) => {
    const words = jsonFaultInWords(fault)
    return `Das ist kein gültiges JSON, in Zeile ${String(line)}${words === undefined ? '.' : `: ${words}`}`
  },
}

const kinds: Readonly<Record<ValueKind, string>> = {
  string: 'ein Text in doppelten Anführungszeichen',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste in eckigen Klammern',
  object: 'ein Objekt in geschweiften Klammern',
  record: 'ein Objekt in geschweiften Klammern',
}

const faults: Readonly<Record<JsonFault, string>> = {
  InvalidSymbol:
    'Das ist weder ein Text noch eine Zahl, true, false oder null. Texte stehen in doppelten Anführungszeichen.',
  InvalidNumberFormat: 'Das ist keine Zahl.',
  PropertyNameExpected: 'Ein Schlüssel in doppelten Anführungszeichen fehlt.',
  ValueExpected: 'Ein Wert fehlt.',
  ColonExpected: 'Hinter dem Schlüssel fehlt ein Doppelpunkt.',
  CommaExpected: 'Ein Komma fehlt.',
  CloseBraceExpected: 'Eine schließende geschweifte Klammer fehlt.',
  CloseBracketExpected: 'Eine schließende eckige Klammer fehlt.',
  EndOfFileExpected: 'Hinter dem Ende steht noch etwas.',
  UnexpectedEndOfComment: 'Ein Kommentar endet nicht.',
  UnexpectedEndOfString: 'Ein Text endet nicht: Das schließende Anführungszeichen fehlt.',
  UnexpectedEndOfNumber: 'Eine Zahl endet nicht.',
  InvalidUnicode: 'Eine Angabe, die mit \\u beginnt, braucht vier hexadezimale Ziffern.',
  InvalidEscapeCharacter: 'Ein umgekehrter Schrägstrich in einem Text wird doppelt geschrieben.',
  InvalidCharacter:
    'Ein Text enthält einen Zeilenumbruch oder ein anderes Zeichen, das umschrieben werden muss.',
}

/** What keeps a text from being JSON; undefined for a fault that is not known. */
export function jsonFaultInWords(fault: string): string | undefined {
  return wordsIn(faults, fault)
}

function wordsIn(all: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined
}
