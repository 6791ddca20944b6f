import { describe, expect, it } from 'vitest'
import { compileAliases } from '../../../electron/engine/identify/naming/alias-table.ts'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../../electron/engine/identify/naming/rule-set.ts'
import {
  documentedMediaTypes,
  fullMediaTypeNames,
  shippedMediaTypeAliases,
} from '../../../electron/shared/media-types.ts'
import { shippedRules } from '../../../electron/shared/settings.ts'

const named = [...Object.entries(shippedMediaTypeAliases), ...Object.entries(fullMediaTypeNames)].flatMap(
  ([mediaType, aliases]) => aliases.map((alias) => [alias, mediaType] as const),
)

describe('the names of media types that Intray brings', () => {
  it('stand for one media type each', () => {
    expect(compileAliases({}).problems).toEqual([])
  })

  it('name every documented value by itself', () => {
    const { typesByKey } = compileAliases({})
    for (const value of documentedMediaTypes) {
      expect(typesByKey.get(value.toLowerCase().replaceAll('_', ''))).toEqual([value])
    }
  })

  const rules = compileRules(shippedRules, {})
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
