import { describe, expect, it } from 'vitest'
import { findEntity } from '../../../../electron/engine/identify/teaching/entity-place.ts'
import { findEntityReading } from '../../../../electron/engine/identify/teaching/entity-reading.ts'
import { takeExample } from '../../../../electron/engine/identify/teaching/taught-name.ts'

function find(path: string, entityId: string): string[] {
  const name = takeExample({ folderId: 'scans', path, marks: [], entityId })
  return name === null ? [] : findEntity(name, entityId).map(({ start, text }) => `${String(start)} ${text}`)
}

describe('findEntity', () => {
  it.each([
    ['as it is written', '4711_pp.jpg', '4711', ['0 4711']],
    ['in a folder and in the name', '4711/4711 pp.jpg', '4711', ['0 4711', '5 4711']],
    ['not inside a longer number', '14711_47112.jpg', '4711', []],
    ['behind letters', 'ENT4711.jpg', '4711', ['3 4711']],
    ['in other letters', 'k-4711 pp.jpg', 'K-4711', ['0 k-4711']],
    ['with other separators', 'K 47 11 pp.jpg', 'K-4711', ['0 K 47 11']],
    ['without zeros in front', '4711 pp.jpg', '004711', ['0 4711']],
    ['with zeros in front', 'x_004711 pp.jpg', '4711', ['4 4711']],
    ['without its beginning', '4711 pp.jpg', 'CUST-4711', ['0 4711']],
    ['not in the extension', 'a.jpg', 'jpg', []],
    ['not across folders', '47/11.jpg', '4711', []],
  ])('%s', (_, path, entityId, places) => {
    expect(find(path, entityId)).toEqual(places)
  })
})

describe('findEntityReading', () => {
  it.each([
    ['nothing to do', [['4711', '4711']], undefined],
    ['separators out', [['47 11-0', '47110']], { remove: ' -', case: 'as_written', padTo: 0, prefix: '' }],
    ['capital letters', [['k-4711', 'K-4711']], { remove: '', case: 'upper', padTo: 0, prefix: '' }],
    [
      'zeros',
      [
        ['4711', '004711'],
        ['12', '000012'],
      ],
      { remove: '', case: 'as_written', padTo: 6, prefix: '' },
    ],
    [
      'a prefix',
      [
        ['4711', 'K-4711'],
        ['12', 'K-12'],
      ],
      { remove: '', case: 'as_written', padTo: 0, prefix: 'K-' },
    ],
    [
      'both',
      [
        ['4711', 'K-004711'],
        ['12', 'K-000012'],
      ],
      { remove: '', case: 'as_written', padTo: 6, prefix: 'K-' },
    ],
    [
      'different prefixes',
      [
        ['4711', 'K-4711'],
        ['12', 'L-12'],
      ],
      null,
    ],
    ['another number', [['4711', '4712']], null],
  ])('%s', (_, pairs, reading) => {
    expect(findEntityReading(pairs.map(([text = '', value = '']) => ({ text, value })))).toEqual(reading)
  })
})
