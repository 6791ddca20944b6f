import { describe, expect, it } from 'vitest'
import { folderSchema } from '../../../electron/shared/settings/folder.ts'
import { folderName, newId } from '../../../renderer/settings/form/new-id.ts'

describe('an id for something new', () => {
  it.each([
    ['Ausweise 2026', [], 'ausweise-2026'],
    ['Ausweise 2026', ['ausweise-2026'], 'ausweise-2026-2'],
    ['Ausweise 2026', ['ausweise-2026', 'ausweise-2026-2'], 'ausweise-2026-3'],
    ['Élodie', [], 'elodie'],
    ['東京', [], 'new'],
    ['---', ['new'], 'new-2'],
  ])('of %j beside %j is %s', (name, taken, id) => {
    expect(newId(name, taken)).toBe(id)
  })

  it('is one that the settings take, however long the name', () => {
    const id = newId('x'.repeat(500), ['x'.repeat(48)])
    expect(folderSchema.shape.id.safeParse(id).success).toBe(true)
  })

  it.each([
    ['/srv/scans/', 'scans'],
    ['C:\\Scans\\Incoming mail', 'Incoming mail'],
    ['//files01/share', 'share'],
    ['/', ''],
  ])('comes from the last part of %s', (path, name) => {
    expect(folderName(path)).toBe(name)
  })
})
