import { describe, expect, it } from 'vitest'
import { readRulesFile } from '../../../electron/engine/identify/rules-file/reading.ts'
import { putIntoWords } from '../../../electron/shared/sentences/told.ts'
import { sentences as german } from '../../../renderer/messages/de/sentences.ts'

const inGerman = (file: string) =>
  readRulesFile(file).problems.map(({ said }) => putIntoWords(said, german) ?? 'untold')

describe('what is wrong in a rules file', () => {
  it('is told in German, with its line, its rule and its key', () => {
    const file = `{ "intrayRules": 1,
      "rules": [
        { "id": "bad", "name": "",
          "patern": "x",
          "entityIdReading": { "padTo": 900 },
          "fields": { "media": "x" } }
      ],
      "mediaTypeAliases": { "X": "y" } }`
    expect(inGerman(file)).toEqual([
      'Zeile 3, Regel 1, „name“: Der Text darf nicht leer sein.',
      'Zeile 3, Regel 1, „pattern“: Die Angabe fehlt.',
      'Zeile 6, Regel 1, „fields.media“: Dieser Name ist nicht möglich. Dieser Name ist vom Endpunkt oder von Intray belegt.',
      'Zeile 5, Regel 1, „entityIdReading.padTo“: Der Wert darf höchstens 128 sein.',
      'Zeile 4, Regel 1, „patern“: Dieser Schlüssel ist hier nicht bekannt.',
      'Zeile 8, „mediaTypeAliases.X“: Hier muss eine Liste in eckigen Klammern stehen.',
    ])
  })

  it.each([
    ['', 'Zeile 1: Ein Wert fehlt.'],
    ['[]', 'Zeile 1: Das ist keine Regeldatei: Am Anfang fehlt „intrayRules“.'],
    [
      '{"intrayRules": 2}',
      'Zeile 1: Die Datei stammt von einer neueren Version von Intray (Form 2). Aktualisieren Sie Intray, um sie zu lesen.',
    ],
    [
      '{"intrayRules": 0}',
      'Zeile 1: Eine Form 0 von Regeldateien gibt es nicht; dieses Intray liest Form 1.',
    ],
    [
      '{"intrayRules": 1,\n"rules": [],\n"rules": []}',
      'Zeile 2, „rules“: Dieser Schlüssel steht dort zweimal.',
    ],
    ['['.repeat(1_000_000), 'Zeile 1: Sie ist zu tief verschachtelt.'],
  ])('is told in German: %s', (file, expected) => {
    expect(inGerman(file)[0]).toBe(expected)
  })
})
