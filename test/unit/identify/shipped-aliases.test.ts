import { describe, expect, it } from 'vitest'
import { compileAliases } from '../../../electron/engine/identify/naming/alias-table.ts'
import {
  combineSide,
  isKnownMediaType,
  resolveMediaType,
} from '../../../electron/engine/identify/naming/media-type-resolution.ts'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import { compileSides } from '../../../electron/engine/identify/naming/side-names.ts'
import {
  documentedMediaTypes,
  fullMediaTypeNames,
  otherSideOf,
  shippedKindNames,
  shippedMediaTypeAliases,
  shippedSideNames,
  sideOf,
} from '../../../electron/shared/media-types.ts'
import { compiledRules } from '../../support/compiled-rules.ts'

const named = [...Object.entries(shippedMediaTypeAliases), ...Object.entries(fullMediaTypeNames)].flatMap(
  ([mediaType, aliases]) => aliases.map((alias) => [alias, mediaType] as const),
)

const sides = compileSides({ front: [], back: [] })

describe('the names of media types that Intray brings', () => {
  it('stand for one media type each', () => {
    expect(compileAliases({}, sides).problems).toEqual([])
  })

  it('name every documented value by itself', () => {
    const { typesByKey } = compileAliases({}, sides)
    for (const value of documentedMediaTypes) {
      expect(typesByKey.get(value.toLowerCase().replaceAll('_', ''))).toEqual([value])
    }
  })

  const rules = compiledRules()
  const spellings = [...named, ...documentedMediaTypes.map((value) => [value, value] as const)]

  it.each(spellings)(
    '“%s” is read in one way, with each separator, beside the entity id',
    (alias, mediaType) => {
      for (const separator of ['_', '-', ' ', '.']) {
        const words = alias.replace(/[ _]/g, separator)
        for (const path of [`usr_7731_${words}.jpg`, `usr_7731/${words}.jpg`]) {
          expect(readName(rules, path)).toMatchObject({ kind: 'match', entityId: 'usr_7731', mediaType })
        }
      }
    },
  )
})

describe('the sides of documents', () => {
  const ruleSet = compiledRules()

  it.each(shippedKindNames)('“%s” says a kind, whose side stands beside it', (name) => {
    const mediaType = resolveMediaType(ruleSet, name)
    expect(sideOf(mediaType)).toBe('front')
    expect(readName(ruleSet, `1_${name}.jpg`)).toMatchObject({ kind: 'match', mediaType })
    const rules = [{ id: 'r', name: 'R', pattern: '{entity_id}_{media_type}_{side}' }]
    expect(readName(compiledRules({ rules }), `1_${name}_back.jpg`)).toMatchObject({
      kind: 'match',
      entityId: '1',
      mediaType: otherSideOf(mediaType),
    })
  })

  it.each(Object.entries(shippedSideNames).flatMap(([side, words]) => words.map((word) => [word, side])))(
    '“%s” says the %s',
    (word, side) => {
      const rules = [{ id: 'r', name: 'R', pattern: '{entity_id}_{media_type}_{side}' }]
      const mediaType = side === 'front' ? 'IMAGE_CHECK_FRONT' : 'IMAGE_CHECK_BACK'
      expect(readName(compiledRules({ rules }), `1_cheque_${word}.jpg`)).toMatchObject({ mediaType, side })
    },
  )

  it('are told by media types in pairs', () => {
    expect(otherSideOf('IMAGE_ID_CARD_BACK')).toBe('IMAGE_ID_CARD_FRONT')
    expect(otherSideOf('IMAGE_PASSPORT_FRONT')).toBeNull()
    expect(otherSideOf('LETTER')).toBeNull()
    expect(otherSideOf('PERMIT_FRONT')).toBeNull()
    expect(otherSideOf('PERMIT_FRONT', new Set(['PERMIT_FRONT', 'PERMIT_BACK']))).toBe('PERMIT_BACK')
    expect([sideOf('IMAGE_PASSPORT_FRONT'), sideOf('PERMIT_BACK'), sideOf('LETTER')]).toEqual([
      'front',
      'back',
      null,
    ])
  })

  it.each([
    ['IMAGE_CHECK_FRONT', 'back', 'IMAGE_CHECK_BACK'],
    ['IMAGE_CHECK_BACK', 'front', 'IMAGE_CHECK_FRONT'],
    ['IMAGE_CHECK_BACK', null, 'IMAGE_CHECK_BACK'],
    ['IMAGE_PASSPORT_FRONT', 'front', 'IMAGE_PASSPORT_FRONT'],
    ['IMAGE_PASSPORT_FRONT', 'back', null],
    ['LETTER', 'front', 'LETTER'],
    ['LETTER', 'back', null],
  ] as const)('make of %s and %s %s', (mediaType, side, combined) => {
    expect(combineSide(mediaType, side)).toBe(combined)
  })

  it('are known with the media types that a person added', () => {
    const own = compiledRules({ mediaTypeAliases: { VISA: ['entry permit'] } })
    expect(resolveMediaType(own, 'Entry-Permit')).toBe('VISA')
    expect(resolveMediaType(own, 'something else')).toBe('something else')
    expect([isKnownMediaType(own, 'VISA'), isKnownMediaType(own, 'entry permit')]).toEqual([true, false])
  })
})
