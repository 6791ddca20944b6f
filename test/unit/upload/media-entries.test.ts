import { describe, expect, it } from 'vitest'
import { readMediaEntries } from '../../../electron/engine/upload/media-entries.ts'

const entity = { unit21_id: '1', general_data: { entity_id: 'C-1', tags: [] }, custom_data: null }

function read(mediaData: unknown): ReturnType<typeof readMediaEntries> {
  return readMediaEntries({ ...entity, media_data: mediaData }, 'C-1')
}

describe('the media of an entity', () => {
  it.each([
    [1_572_673_229, 1_572_673_229],
    ['1572673229', 1_572_673_229],
    ['2019-11-02T05:40:29Z', 1_572_673_229],
    ['some day', null],
    ['', null],
    [null, null],
    [undefined, null],
    [{}, null],
  ])('are dated %j as %s', (created_at, createdAtSeconds) => {
    expect(read([{ name: 'a.jpg', media_type: 'X', created_at }])).toEqual({
      ok: true,
      entries: [{ name: 'a.jpg', mediaType: 'X', createdAtSeconds }],
    })
  })

  it('come as an array, as a single object, or not at all', () => {
    const one = { name: 'a.jpg', media: 'AAAA', later: { field: 1 } }
    for (const mediaData of [[one], one]) {
      expect(read(mediaData)).toEqual({
        ok: true,
        entries: [{ name: 'a.jpg', mediaType: null, createdAtSeconds: null }],
      })
    }
    for (const mediaData of [[], {}, null]) expect(read(mediaData)).toEqual({ ok: true, entries: [] })
  })

  it('are not known where anything leaves a doubt', () => {
    for (const answer of [
      entity,
      { ...entity, media_data: 'none' },
      { ...entity, media_data: [{ media_type: 'X' }] },
      { ...entity, media_data: [null] },
      { media_data: [] },
      { ...entity, general_data: {}, media_data: [] },
      { ...entity, general_data: { entity_id: 'C-2' }, media_data: [] },
      [],
      null,
      'text',
    ]) {
      expect(readMediaEntries(answer, 'C-1')).toMatchObject({ ok: false })
    }
  })
})
