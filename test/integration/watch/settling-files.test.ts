import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock, systemTimers } from '../../../electron/engine/time/clock.ts'
import { lookAtFile } from '../../../electron/engine/watch/entry-look.ts'
import type { ListedFile } from '../../../electron/engine/watch/listed-entry.ts'
import { createSettler } from '../../../electron/engine/watch/settler.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { runningWatch } from './running-watch.ts'

const quietMs = 400

/** A watched folder whose files go through a settler, as intake connects the two. */
async function settlingFolder() {
  const root = join(temporaryFolder(), 'scans')
  mkdirSync(root)
  const settled: ListedFile[] = []
  const vanished: string[] = []
  const stillChanging: string[] = []
  const failures: unknown[] = []
  const settler = createSettler({
    quietMs: () => quietMs,
    clock: systemClock,
    timers: systemTimers,
    stat: (path) => lookAtFile(root, path),
    onSettled: (batch) => void settled.push(...batch),
    onVanished: (paths) => void vanished.push(...paths),
    onStillChanging: (batch) => void stillChanging.push(...batch.map(({ file }) => file.path)),
    onFailure: (thrown) => void failures.push(thrown),
  })
  onTestFinished(() => settler.stop())
  const watch = runningWatch(root, {
    onBatch(batch) {
      for (const file of batch.files) settler.offer(file)
    },
  })
  await watch.compareNow()
  return { root, watch, settler, settled, vanished, stillChanging, failures }
}

describe('files that are still being written', () => {
  it('are not taken before a slow writer in another process is done', async () => {
    const { root, watch, settler, settled, stillChanging } = await settlingFolder()
    const path = join(root, 'scan.pdf')
    const writer = spawn(
      process.execPath,
      [
        '-e',
        `const { appendFileSync } = require('node:fs')
         let left = 8
         const write = () => { appendFileSync(process.argv[1], 'page '); if (--left > 0) setTimeout(write, 150) }
         write()`,
        path,
      ],
      { stdio: 'ignore' },
    )
    const done = once(writer, 'exit')
    await watch.until('the first page', () => settler.pending() === 1)
    await done
    expect(settled).toEqual([])
    await settler.idle()
    expect(settled).toMatchObject([{ path: 'scan.pdf', sizeBytes: 40 }])
    expect(stillChanging).toContain('scan.pdf')
  })

  it('are not taken while a file of its full size is still being filled', async () => {
    const { root, watch, settler, settled } = await settlingFolder()
    const file = await open(join(root, 'scan.jpg'), 'w')
    await file.truncate(4_096)
    await watch.until('the file', () => settler.pending() === 1)
    let lastWriteMs = 0
    for (let page = 0; page < 8; page += 1) {
      await file.write(Buffer.alloc(512, 1), 0, 512, page * 512)
      lastWriteMs = performance.now()
      await wait(100)
    }
    await file.close()
    expect(settled).toEqual([])
    await settler.idle()
    expect(settled).toMatchObject([{ sizeBytes: 4_096 }])
    expect(performance.now() - lastWriteMs).toBeGreaterThanOrEqual(quietMs - 5)
  })

  it('are not taken at once because a copy has an old time', async () => {
    const { root, watch, settler, settled } = await settlingFolder()
    const original = join(temporaryFolder(), 'old.jpg')
    writeFileSync(original, 'x')
    copyFileSync(original, join(root, 'old.jpg'))
    utimesSync(join(root, 'old.jpg'), 1_000_000_000, 1_000_000_000)
    await watch.until('the file', () => settler.pending() === 1)
    expect(settled).toEqual([])
    await settler.idle()
    expect(settled).toMatchObject([{ path: 'old.jpg', modifiedAtMs: 1_000_000_000_000 }])
  })

  it('are taken once, with the content that replaced them in place', async () => {
    const { root, watch, settler, settled } = await settlingFolder()
    const path = join(root, 'scan.jpg')
    writeFileSync(path, 'old')
    await watch.until('the file', () => settler.pending() === 1)
    writeFileSync(`${path}.new`, 'new')
    renameSync(`${path}.new`, path)
    await settler.idle()
    expect(settled.filter((file) => file.path === 'scan.jpg')).toHaveLength(1)
    expect(settled[0]?.fileKey).toBe(`${statSync(path).dev}:${statSync(path).ino}`)
  })

  it('are reported as gone when they are deleted while they settle, and under the new name when renamed', async () => {
    const { root, watch, settler, settled, vanished, failures } = await settlingFolder()
    for (const name of ['deleted.jpg', 'scan.part']) writeFileSync(join(root, name), 'x')
    await watch.until('both', () => settler.pending() === 2)
    unlinkSync(join(root, 'deleted.jpg'))
    renameSync(join(root, 'scan.part'), join(root, 'scan.jpg'))
    await watch.until('the new name', () => watch.files.has('scan.jpg'))
    await settler.idle()
    expect(vanished.sort()).toEqual(['deleted.jpg', 'scan.part'])
    expect(settled.map((file) => file.path)).toEqual(['scan.jpg'])
    expect(failures).toEqual([])
  })

  it('are kept when the whole folder goes away while they settle, and taken when it is back', async () => {
    const { root, watch, settler, settled, vanished, failures } = await settlingFolder()
    writeFileSync(join(root, 'scan.jpg'), 'x')
    await watch.until('the file', () => settler.pending() === 1)
    renameSync(root, `${root}-away`)
    await expect.poll(() => failures, { timeout: 10_000 }).not.toEqual([])
    expect([settled, vanished, settler.pending()]).toEqual([[], [], 1])
    expect(failures).toMatchObject([{ code: 'folder_unreachable' }])
    renameSync(`${root}-away`, root)
    await settler.idle()
    expect(settled.map((file) => file.path)).toEqual(['scan.jpg'])
  })
})
