import { describe, expect, it } from 'vitest'
import { judgeSuspects } from '../../../electron/engine/gap-evidence.ts'
import type { Suspect } from '../../../electron/engine/gap-evidence.ts'
import type { MediaEntry } from '../../../electron/engine/upload/media-entries.ts'
import { sampleItem } from '../../support/sample-item.ts'

const restored = { sentAs: ['abc234'], gapFromMs: 1_000_000, lastItemId: 100 }
const nothingKnown: ReadonlySet<string> = new Set()

function suspect(id: number, name: string, over: Partial<Suspect> = {}): Suspect {
  const item = sampleItem({
    id,
    path: name,
    name,
    sha256: 'a'.repeat(64),
    family: 'png',
    entityId: 'e',
    mediaType: 'PASSPORT',
  })
  return { item, fileChangedAtMs: 1_000_000, staysAfterUpload: true, ...over }
}

const entry = (name: string, over: Partial<MediaEntry> = {}): MediaEntry => ({
  name,
  mediaType: 'PASSPORT',
  createdAtSeconds: 2_000,
  ...over,
})

const kindOf = (one: Suspect, entries: readonly MediaEntry[], others: readonly Suspect[] = []) =>
  judgeSuspects([one, ...others], entries, nothingKnown, restored).get(one.item.id)?.kind

describe('an item that the ledger still has', () => {
  it('is found by its number, under whatever name and type it was sent', () => {
    const sent = entry('other-abc234-7-2.png', { mediaType: 'LICENCE' })
    expect(kindOf(suspect(7, 'a.png'), [sent])).toBe('arrived')
  })

  it('is found by an attempt that the ledger knows itself', () => {
    const name = 'a-abc234-7-1.png'
    const found = judgeSuspects([suspect(7, 'a.png')], [entry(name)], new Set([name]), restored)
    expect(found.get(7)?.kind).toBe('arrived')
  })

  it.each([
    ['another number', 'a-abc234-8-1.png'],
    ['another ledger', 'a-xyz987-7-1.png'],
    ['a name that nobody knows', 'a.png'],
  ])('is absent where there is only %s', (_, name) => {
    expect(kindOf(suspect(7, 'a.png'), [entry(name)])).toBe('absent')
  })

  it('is unclear where its file changed after it was sent', () => {
    const changed = suspect(7, 'a.png', { fileChangedAtMs: 2_001_000 })
    expect(kindOf(changed, [entry('a-abc234-7-1.png')])).toBe('unclear')
  })

  it('is found where its file is gone', () => {
    expect(kindOf(suspect(7, 'a.png', { fileChangedAtMs: null }), [entry('a-abc234-7-1.png')])).toBe(
      'arrived',
    )
  })
})

describe('an item that came in anew', () => {
  it('is found by its name, type and time', () => {
    expect(kindOf(suspect(101, 'Zoë.png'), [entry('Zoe-abc234-55-1.png')])).toBe('arrived')
  })

  it.each([
    ['another type', { mediaType: 'LICENCE' }],
    ['no time', { createdAtSeconds: null }],
    ['a time before the gap', { createdAtSeconds: 900 }],
  ])('is unclear where a medium of its name has %s', (_, over) => {
    expect(kindOf(suspect(101, 'a.png'), [entry('a-abc234-55-1.png', over)])).toBe('unclear')
  })

  it('is unclear where another ledger sent that name', () => {
    expect(kindOf(suspect(101, 'a.png'), [entry('a-xyz987-55-1.png')])).toBe('unclear')
  })

  it('is unclear where files leave the folder once they are sent', () => {
    const left = suspect(101, 'a.png', { staysAfterUpload: false })
    expect(kindOf(left, [entry('a-abc234-55-1.png')])).toBe('unclear')
  })

  it('is unclear where two files have the name and one was sent', () => {
    const one = suspect(101, 'a.png')
    const other = suspect(102, 'a.png')
    const sent = [entry('a-abc234-55-1.png'), entry('a-abc234-55-2.png')]
    expect(kindOf(one, sent, [other])).toBe('unclear')
    expect(kindOf(one, [...sent, entry('a-abc234-56-1.png')], [other])).toBe('arrived')
  })

  it('is absent where the only medium of its name belongs to an item on record', () => {
    const name = 'a-abc234-12-1.png'
    const found = judgeSuspects([suspect(101, 'a.png')], [entry(name)], new Set([name]), restored)
    expect(found.get(101)).toEqual({ kind: 'absent', entryCount: 1 })
  })

  it('is not mistaken for a longer name', () => {
    expect(kindOf(suspect(101, 'a.png'), [entry('a-b-abc234-55-1.png')])).toBe('absent')
  })
})
