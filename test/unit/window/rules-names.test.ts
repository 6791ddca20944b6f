import { describe, expect, it } from 'vitest'
import { marksLike } from '../../../renderer/rules/teach/analogy.ts'
import { namePieces } from '../../../renderer/item/name-pieces.ts'
import {
  partAt,
  trimSeparators,
  withMark,
  withoutMarksIn,
  wordStep,
} from '../../../renderer/rules/teach/marks.ts'
import type { Mark } from '../../../renderer/rules/teach/marks.ts'
import { marksFromEntity } from '../../../renderer/rules/teach/marks.ts'

const name = 'Scan_2024-05-01_KD-4711_Ausweis VS.pdf'
const range = (text: string) => ({ start: name.indexOf(text), end: name.indexOf(text) + text.length })
const mark = (field: Mark['field'], text: string): Mark => ({ field, ...range(text) })
const textOf = ({ start, end }: { start: number; end: number }) => name.slice(start, end)

describe('a name in pieces', () => {
  it('is whole again when the pieces are put together', () => {
    const spans = [mark('media_type', 'Ausweis VS'), mark('entity_id', 'KD-4711')]
    for (const stoppedAt of [null, 0, 7, 18, name.length, name.length + 5]) {
      const pieces = namePieces(name, spans, stoppedAt)
      expect(pieces.map((piece) => piece.text).join('')).toBe(name)
    }
  })

  it('says what each part gives', () => {
    const pieces = namePieces(name, [mark('media_type', 'Ausweis VS'), mark('entity_id', 'KD-4711')])
    expect(pieces.filter((piece) => piece.field !== null).map(({ field, text }) => [field, text])).toEqual([
      ['entity_id', 'KD-4711'],
      ['media_type', 'Ausweis VS'],
    ])
  })

  it('is cut where a rule stopped, also inside a value', () => {
    const beyond = namePieces(name, [mark('entity_id', 'KD-4711')], 19).filter((piece) => piece.isBeyond)
    expect(beyond.map((piece) => piece.text)).toEqual(['4711', '_Ausweis VS.pdf'])
  })

  it.each([
    ['outside of it', { start: 30, end: 99 }],
    ['that is empty', { start: 4, end: 4 }],
    ['that begins inside another', { start: 18, end: 25 }],
  ])('leaves out a span %s', (_, span) => {
    const pieces = namePieces(name, [mark('entity_id', 'KD-4711'), { field: 'side', ...span }])
    expect(pieces.map((piece) => piece.field)).toEqual([null, 'entity_id', null])
  })
})

describe('marks', () => {
  it('give way to a new one that overlaps them, and stay in the order of the name', () => {
    const marks = withMark(
      [mark('media_type', 'Ausweis VS'), mark('entity_id', 'KD')],
      mark('entity_id', 'KD-4711'),
    )
    expect(marks.map(textOf)).toEqual(['KD-4711', 'Ausweis VS'])
  })

  it('that only touch one another both stay', () => {
    expect(withMark([mark('entity_id', 'KD')], mark('field:branch', '-4711'))).toHaveLength(2)
  })

  it('are taken away where a part means nothing', () => {
    expect(withoutMarksIn([mark('entity_id', 'KD-4711')], range('4711'))).toEqual([])
  })

  it('are made of the only place where a known entity id stands', () => {
    expect(marksFromEntity(name, 'KD-4711').map(textOf)).toEqual(['KD-4711'])
    expect(marksFromEntity(name, '0')).toEqual([])
    expect(marksFromEntity(name, 'KD-1')).toEqual([])
    expect(marksFromEntity(name, undefined)).toEqual([])
  })
})

describe('moving and clicking in a name', () => {
  it.each([
    ['2024', name.indexOf('2024') + 1],
    ['_', name.indexOf('_')],
    ['Ausweis', name.indexOf('weis')],
  ])('means %j', (text, place) => {
    expect(textOf(partAt(name, [], place))).toBe(text)
  })

  it('means the whole of a mark', () => {
    expect(textOf(partAt(name, [mark('entity_id', 'KD-4711')], name.indexOf('4711')))).toBe('KD-4711')
  })

  it('means nothing behind the last character', () => {
    expect(textOf(partAt(name, [], name.length))).toBe('')
  })

  it('goes from word to word and stops at the ends', () => {
    expect(wordStep(name, 0, 1)).toBe('Scan'.length)
    expect(wordStep(name, 2, -1)).toBe(0)
    expect(wordStep(name, name.length - 1, 1)).toBe(name.length)
    expect(wordStep(name, 0, -1)).toBe(0)
  })

  it('reaches the end by steps to the right, and the beginning by steps to the left', () => {
    let place = 0
    for (let steps = 0; steps < name.length && place < name.length; steps += 1)
      place = wordStep(name, place, 1)
    expect(place).toBe(name.length)
    for (let steps = 0; steps < name.length && place > 0; steps += 1) place = wordStep(name, place, -1)
    expect(place).toBe(0)
  })

  it('leaves out the separators at both ends of a selection, unless there is nothing else', () => {
    expect(textOf(trimSeparators(name, range('_KD-4711_')))).toBe('KD-4711')
    expect(textOf(trimSeparators(name, range('_')))).toBe('_')
  })
})

describe('marks that are put on a further name', () => {
  const marks: Mark[] = [
    mark('date', '2024-05-01'),
    mark('entity_id', 'KD-4711'),
    { ...mark('media_type', 'Ausweis VS'), value: 'IMAGE_ID_CARD_FRONT' },
  ]
  const textsIn = (other: string) =>
    marksLike({ path: name, marks }, other).map(({ start, end }) => other.slice(start, end))

  it('stand at the same places of the habit, however long the parts are', () => {
    expect(textsIn('Scan_2024-12-31_X_Reisepass.pdf')).toEqual(['2024-12-31', 'X', 'Reisepass'])
  })

  it('keep what their text means only where the text is the same', () => {
    const valuesIn = (other: string) => marksLike({ path: name, marks }, other).map((one) => one.value)
    expect(valuesIn('Scan_2024-12-31_X_Ausweis VS.pdf')).toEqual([
      undefined,
      undefined,
      'IMAGE_ID_CARD_FRONT',
    ])
    expect(valuesIn('Scan_2024-12-31_X_Reisepass.pdf')).toEqual([undefined, undefined, undefined])
  })

  it('are left out where the other name has no such place', () => {
    expect(textsIn('IMG 0001.jpg')).toEqual([])
    expect(textsIn('Scan_2024-12-31_X.pdf')).toEqual(['2024-12-31'])
    expect(textsIn('')).toEqual([])
  })

  it('give the name itself its own marks', () => {
    expect(marksLike({ path: name, marks }, name)).toEqual(marks)
  })
})
