import { describe, expect, it } from 'vitest'
import { parseSettings } from '../../../electron/engine/settings-file.ts'
import { putIntoWords } from '../../../electron/shared/sentences/told.ts'
import { sentences as german } from '../../../renderer/messages/de/sentences.ts'

/** What is wrong with a settings file, by place, in English and in German. */
function problemsIn(text: string): readonly (readonly [string, string, string | null])[] {
  return parseSettings(text).problems.map(({ path, words, said }) => [
    path,
    words,
    putIntoWords(said, german),
  ])
}

describe('what a schema finds in a settings file', () => {
  it.each([
    [{ intake: { quietMs: 2.5 } }, 'It must be a whole number.', 'Hier muss eine ganze Zahl stehen.'],
    [{ intake: { quietMs: -1 } }, 'It must be at least 0.', 'Der Wert muss mindestens 0 sein.'],
    [
      { connection: { timeoutMs: 1e6 } },
      'It must be at most 600,000.',
      'Der Wert darf höchstens 600.000 sein.',
    ],
    [{ folders: [{ id: 'x' }] }, 'It is missing.', 'Die Angabe fehlt.'],
    [{ folders: [{ id: 'x', path: '' }] }, 'It must not be empty.', 'Der Text darf nicht leer sein.'],
    [
      { operator: 'x'.repeat(121) },
      'It must have at most 120 characters.',
      'Der Text darf höchstens 120 Zeichen haben.',
    ],
    [
      { upload: { schedule: { days: [0, 1, 2, 3, 4, 5, 6, 0] } } },
      'It must have at most 7 entries.',
      'Die Liste darf höchstens 7 Einträge haben.',
    ],
    [{ mode: 'lve' }, 'It must be one of "practice", "live".', 'Möglich sind nur: "practice", "live".'],
    [{ folder: [] }, '“folder” is no key that is known here.', 'Der Name „folder“ ist hier nicht bekannt.'],
    [
      { folder: [], keys: {} },
      '“folder”, “keys” are no keys that are known here.',
      'Die Namen „folder“, „keys“ sind hier nicht bekannt.',
    ],
    [
      { connection: { proxy: 5 } },
      'It must be a text in double quotes.',
      'Hier muss ein Text in doppelten Anführungszeichen stehen.',
    ],
    [
      { connection: { proxy: 'proxy.example' } },
      'A proxy is http://host:port, without a user name.',
      'Ein Proxy hat die Form http://host:port, ohne Benutzernamen.',
    ],
    [
      { folders: [{ id: 'A B', path: '/x' }] },
      'Lower-case letters, digits, dash and underscore only.',
      'Nur Kleinbuchstaben, Ziffern, Bindestrich und Unterstrich.',
    ],
    [
      { mediaTypeAliases: { '': [] } },
      'It cannot have this name. It must not be empty.',
      'Dieser Name ist nicht möglich. Der Text darf nicht leer sein.',
    ],
    [
      { rules: [{ id: 'x', name: 'x', pattern: '{entity_id}', fields: { media: 'x' } }] },
      'It cannot have this name. This name is taken by the endpoint or by Intray.',
      'Dieser Name ist nicht möglich. Dieser Name ist vom Endpunkt oder von Intray belegt.',
    ],
  ])('is told in both languages: %j', (settings, words, inGerman) => {
    expect(problemsIn(JSON.stringify(settings)).map(([, ...told]) => told)).toEqual([[words, inGerman]])
  })

  it('is told with the line of a text that is no JSON', () => {
    expect(problemsIn('{\n "mode" "live"\n}')).toEqual([
      [
        '',
        'This is no valid JSON, in line 2: A colon is missing after the key.',
        'Das ist kein gültiges JSON, in Zeile 2: Hinter dem Schlüssel fehlt ein Doppelpunkt.',
      ],
    ])
  })

  it('is told of what no schema can say', () => {
    const twice = { id: 'x', path: '/x' }
    expect(problemsIn(JSON.stringify({ mode: 'live', folders: [twice, twice] }))).toEqual([
      ['folders.1.id', '“x” is used twice.', '„x“ kommt zweimal vor.'],
      ['folders.1.path', 'This folder is watched already.', 'Dieser Ordner wird schon überwacht.'],
      [
        'connection.organisation',
        'The organisation is needed to connect for real.',
        'Der Echtbetrieb braucht die Organisation.',
      ],
    ])
  })
})
