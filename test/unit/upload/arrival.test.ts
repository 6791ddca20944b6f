import { describe, expect, it } from 'vitest'
import { findArrival } from '../../../electron/engine/upload/arrival.ts'
import type { MediaEntry } from '../../../electron/engine/upload/media-entries.ts'

const startedAtMs = 1_700_000_000_000
const sent = [
  {
    sentName: 'passport-k7m2xq-41-2.jpg',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    startedAtMs,
    endedAtMs: startedAtMs + 5_000,
  },
]

function entry(name: string, parts: Partial<MediaEntry> = {}): MediaEntry {
  return { name, mediaType: 'IMAGE_PASSPORT_FRONT', createdAtSeconds: startedAtMs / 1_000 + 2, ...parts }
}

describe('an attempt among the media of its entity', () => {
  it('is found by its name, whatever else the entry says', () => {
    const ours = entry('passport-k7m2xq-41-2.jpg', { mediaType: null, createdAtSeconds: 0 })
    expect(findArrival([entry('other-k7m2xq-9-1.jpg'), ours], sent)).toEqual({
      kind: 'found',
      sentName: 'passport-k7m2xq-41-2.jpg',
      entry: ours,
    })
  })

  it('is found by its mark where the rest of the name was respelled', () => {
    expect(findArrival([entry('PASSPORT 1-k7m2xq-41-2.jpg')], sent).kind).toBe('found')
  })

  it('is not found in an attempt of another number, item or ledger', () => {
    const others = ['passport-k7m2xq-41-1.jpg', 'passport-k7m2xq-4-2.jpg', 'passport-aaaaaa-41-2.jpg']
    const list = others.map((name) => entry(name))
    expect(findArrival(list, sent)).toEqual({ kind: 'absent', entryCount: 3 })
  })

  it('is in doubt where a medium of its type and time bears a name that nobody knows', () => {
    const unknown = entry('passport_front')
    expect(findArrival([unknown], sent)).toEqual({ kind: 'in_doubt', similar: [unknown] })
    expect(findArrival([entry('x', { mediaType: null })], sent).kind).toBe('in_doubt')
    expect(findArrival([entry('x', { createdAtSeconds: null })], sent).kind).toBe('in_doubt')
  })

  it('is absent where such a medium is of another type, or of another hour', () => {
    const seconds = startedAtMs / 1_000
    const list = [
      entry('x', { mediaType: 'IMAGE_FACE' }),
      entry('x', { createdAtSeconds: seconds - 3_600 }),
      entry('x', { createdAtSeconds: seconds + 3_600 }),
    ]
    expect(findArrival(list, sent)).toEqual({ kind: 'absent', entryCount: 3 })
    expect(findArrival([], sent)).toEqual({ kind: 'absent', entryCount: 0 })
  })
})
