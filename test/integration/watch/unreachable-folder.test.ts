import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemFolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { runningWatch } from './running-watch.ts'

describe('a watched folder that goes away', () => {
  it('is reported once, not called empty, and compared in full when it is back', async () => {
    const root = join(temporaryFolder(), 'share')
    mkdirSync(join(root, 'sub'), { recursive: true })
    writeFileSync(join(root, 'sub/a.jpg'), 'x')
    const watch = runningWatch(root)
    await watch.compareNow()

    renameSync(root, `${root}-away`)
    await watch.until('the failure', () => watch.health().failure !== null)
    expect(watch.health()).toMatchObject({
      reachable: false,
      failure: { code: 'folder_unreachable', detail: 'ENOENT' },
      delivery: 'comparison_only',
    })
    expect(await watch.compareNow()).toMatchObject({
      complete: false,
      failure: { code: 'folder_unreachable' },
    })
    expect(watch.files.has('sub/a.jpg')).toBe(true)
    expect(watch.healthReports.filter((health) => !health.reachable)).toHaveLength(1)

    renameSync(`${root}-away`, root)
    writeFileSync(join(root, 'sub/b.jpg'), 'x')
    await watch.until('the recovery', () => watch.health().reachable)
    expect(watch.comparisons).toHaveLength(2)
    expect(watch.files.has('sub/b.jpg')).toBe(true)
    writeFileSync(join(root, 'sub/c.jpg'), 'x')
    await watch.until('events again', () => watch.files.has('sub/c.jpg'))
  })

  it('is taken up when it was absent at the start', async () => {
    const root = join(temporaryFolder(), 'share')
    const watch = runningWatch(root)
    await watch.until('the failure', () => watch.health().failure !== null)
    mkdirSync(root)
    writeFileSync(join(root, 'a.jpg'), 'x')
    await watch.until('the file', () => watch.files.has('a.jpg'))
    await watch.until('the recovery', () => watch.health().delivery === 'events')
    expect(watch.healthReports.filter((health) => !health.reachable)).toHaveLength(1)
  })

  it('is seen through when it is deleted and made again at once, five times', async () => {
    const root = join(temporaryFolder(), 'share')
    mkdirSync(root)
    const watch = runningWatch(root)
    await watch.compareNow()
    for (let round = 1; round <= 5; round += 1) {
      rmSync(root, { recursive: true })
      mkdirSync(root)
      await watch.until(`noticed ${round}`, () => watch.comparisons.length > round)
      await watch.until(`events back ${round}`, () => watch.health().delivery === 'events')
      writeFileSync(join(root, `${round}.jpg`), 'x')
      await watch.until(`file ${round}`, () => watch.files.has(`${round}.jpg`))
    }
  })

  it('is incomplete when only a part of it cannot be read', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'closed'))
    writeFileSync(join(root, 'a.jpg'), 'x')
    const watch = runningWatch(root, {
      reader: {
        ...systemFolderReader,
        readDirectory: (path) =>
          path.endsWith('closed')
            ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
            : readdir(path, { withFileTypes: true }),
      },
    })
    expect(await watch.compareNow()).toMatchObject({
      complete: false,
      fileCount: 1,
      failedDirectories: [{ directory: 'closed' }],
      failure: null,
    })
    expect(watch.health().failure).toBeNull()
  })
})
