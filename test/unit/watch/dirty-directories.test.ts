import { describe, expect, it } from 'vitest'
import { createDirtyDirectories } from '../../../electron/engine/watch/dirty-directories.ts'

describe('dirty directories', () => {
  it('gathers many events about one name into one mark', () => {
    const dirty = createDirtyDirectories()
    dirty.mark({ directory: 'in', name: 'a.jpg', kind: 'entry' })
    for (let n = 0; n < 50; n += 1) dirty.mark({ directory: 'in', name: 'a.jpg', kind: 'content' })
    dirty.mark({ directory: 'in', name: 'b.jpg', kind: 'content' })
    expect(dirty.take()).toEqual({
      overflowed: false,
      subtrees: [],
      named: [{ directory: 'in', names: ['a.jpg', 'b.jpg'], appeared: new Set(['a.jpg']) }],
    })
  })

  it('keeps what is marked after it was taken for the next time', () => {
    const dirty = createDirtyDirectories()
    dirty.mark({ directory: '', name: 'a.jpg', kind: 'entry' })
    dirty.take()
    dirty.mark({ directory: '', name: 'a.jpg', kind: 'content' })
    expect(dirty.take().named).toHaveLength(1)
    expect(dirty.take().named).toEqual([])
  })

  it('reads a directory in full once, and no name or directory below it besides', () => {
    const dirty = createDirtyDirectories()
    dirty.mark({ directory: 'in/sub', name: null, kind: 'entry' })
    dirty.mark({ directory: 'in', name: null, kind: 'entry' })
    dirty.mark({ directory: 'in/sub', name: 'a.jpg', kind: 'entry' })
    dirty.mark({ directory: 'inner', name: 'b.jpg', kind: 'entry' })
    const marks = dirty.take()
    expect(marks.subtrees).toEqual(['in'])
    expect(marks.named.map((named) => named.directory)).toEqual(['inner'])
    dirty.mark({ directory: '', name: null, kind: 'entry' })
    dirty.mark({ directory: 'in', name: 'a.jpg', kind: 'entry' })
    expect(dirty.take()).toMatchObject({ subtrees: [''], named: [] })
  })

  it('asks for a full comparison after more events than the system may have kept', () => {
    const dirty = createDirtyDirectories()
    for (let n = 0; n < 8_192; n += 1) dirty.mark({ directory: '', name: `${n}`, kind: 'entry' })
    expect(dirty.take().overflowed).toBe(false)
    for (let n = 0; n < 20_000; n += 1) dirty.mark({ directory: '', name: `${n}`, kind: 'entry' })
    const marks = dirty.take()
    expect(marks.overflowed).toBe(true)
    expect(marks.named[0]?.names.length).toBeLessThanOrEqual(8_192)
    expect(dirty.take().overflowed).toBe(false)
  })
})
