import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { followMarks } from '../../../electron/engine/watch/change-follower.ts'
import type { DirtyMarks } from '../../../electron/engine/watch/dirty-directories.ts'
import { systemFolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const noMarks: DirtyMarks = { overflowed: false, named: [], subtrees: [] }

async function follow(marks: Partial<DirtyMarks>, recursive = true) {
  const path = temporaryFolder()
  mkdirSync(join(path, 'in/new'), { recursive: true })
  mkdirSync(join(path, 'in/known'))
  writeFileSync(join(path, 'in/a.jpg'), 'x')
  const steps: string[] = []
  await followMarks(
    { ...noMarks, ...marks },
    {
      folder: { path, recursive },
      reader: systemFolderReader,
      forget: (directory) => Promise.resolve(void steps.push(`forget ${directory}`)),
      handOver: (batch) =>
        Promise.resolve(void steps.push(`files ${batch.files.length} gone ${batch.gone.length}`)),
      listBelow: (directory) => Promise.resolve(steps.push(`list ${directory}`)),
    },
  )
  return steps
}

describe('following changes', () => {
  const names = ['a.jpg', 'new', 'known', 'left']
  const named = [{ directory: 'in', names, appeared: new Set(['a.jpg', 'new', 'left']) }]

  it('looks at the names, forgets what is gone, and lists new directories on a fresh watch', async () => {
    expect(await follow({ named })).toEqual([
      'files 1 gone 1',
      'forget in/left',
      'forget in/new',
      'list in/new',
    ])
  })

  it('lists whole directories where no names are known', async () => {
    expect(await follow({ subtrees: ['in'] })).toEqual(['list in'])
  })

  it('stays at the top of a folder that is not recursive', async () => {
    const top = { directory: '', names: ['in'], appeared: new Set(['in']) }
    expect(await follow({ named: [...named, top] }, false)).toEqual(['files 0 gone 0'])
  })
})
