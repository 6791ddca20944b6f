import { describe, expect, it } from 'vitest'
import { judgeSides } from '../../../electron/engine/identify/judgement/completeness.ts'
import type { SideInputs } from '../../../electron/engine/identify/judgement/completeness.ts'

const licence: SideInputs = {
  mediaType: 'IMAGE_DRIVERS_LICENSE_FRONT',
  otherMediaTypesOfEntity: ['IMAGE_PASSPORT_FRONT', 'IMAGE_ID_CARD_BACK'],
  seenAtMs: 1_000,
  nowMs: 1_500,
  waitMs: 600,
}

describe('judgeSides', () => {
  it('waits for the other side until the time is over', () => {
    expect(judgeSides(licence)).toEqual({ kind: 'waits', untilMs: 1_600 })
    expect(judgeSides({ ...licence, nowMs: 1_599 })).toEqual({ kind: 'waits', untilMs: 1_600 })
    expect(judgeSides({ ...licence, nowMs: 1_600 })).toEqual({
      kind: 'missing',
      missing: 'back',
      waitedMs: 600,
    })
  })

  it('misses the front of a back, too', () => {
    expect(judgeSides({ ...licence, mediaType: 'IMAGE_DRIVERS_LICENSE_BACK', nowMs: 9_999 })).toMatchObject({
      missing: 'front',
    })
  })

  it('is content when both are there', () => {
    const otherMediaTypesOfEntity = ['IMAGE_DRIVERS_LICENSE_BACK']
    expect(judgeSides({ ...licence, otherMediaTypesOfEntity })).toEqual({ kind: 'complete' })
  })

  it.each([null, 'IMAGE_PASSPORT_FRONT', 'IMAGE_FACE_IMAGE', 'LETTER', 'RESIDENCE_PERMIT_FRONT'])(
    'asks for no other side of %s',
    (mediaType) => {
      expect(judgeSides({ ...licence, mediaType, nowMs: 9_999 })).toEqual({ kind: 'complete' })
    },
  )

  it('knows the sides of media types that a user added', () => {
    const knownMediaTypes = new Set(['RESIDENCE_PERMIT_FRONT', 'RESIDENCE_PERMIT_BACK'])
    const permit = { ...licence, mediaType: 'RESIDENCE_PERMIT_FRONT', knownMediaTypes }
    expect(judgeSides(permit)).toEqual({ kind: 'waits', untilMs: 1_600 })
  })

  it('waits for nothing where nobody set a time', () => {
    expect(judgeSides({ ...licence, waitMs: 0 })).toEqual({ kind: 'complete' })
  })
})
