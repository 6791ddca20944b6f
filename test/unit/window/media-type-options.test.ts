import { describe, expect, it } from 'vitest'
import { documentedMediaTypes } from '../../../electron/shared/media-types.ts'
import { mediaTypeOptions, resolveMediaType } from '../../../renderer/item/media-type-options.ts'

const options = mediaTypeOptions({ LEASE: ['lease contract'] })

describe('the media types to choose from', () => {
  it('start with the documented ones and hold those of the settings', () => {
    expect(options.slice(0, documentedMediaTypes.length).map((option) => option.value)).toEqual([
      ...documentedMediaTypes,
    ])
    expect(options.map((option) => option.value)).toContain('LEASE')
  })

  it.each([
    ['IMAGE_PASSPORT_FRONT', 'IMAGE_PASSPORT_FRONT'],
    ['passport front', 'IMAGE_PASSPORT_FRONT'],
    ['PP', 'IMAGE_PASSPORT_FRONT'],
    ['Lease-Contract', 'LEASE'],
    ['  Tenancy  ', 'Tenancy'],
    ['pass', 'pass'],
  ])('take “%s” for %s', (typed, mediaType) => {
    expect(resolveMediaType(typed, options)).toBe(mediaType)
  })
})
