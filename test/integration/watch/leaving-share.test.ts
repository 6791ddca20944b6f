import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemFolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import type { FolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { mountOrSkip, unmount } from './real-mount.ts'
import { runningIntake } from './running-intake.ts'
import type { RunningIntake } from './running-intake.ts'

/** A share whose every answer can be replaced by an error, or by none. */
function share() {
  let trouble: string | null = null
  const answer = <Result>(call: () => Promise<Result>): Promise<Result> => {
    if (trouble === null) return call()
    return Promise.reject(Object.assign(new Error(trouble), { code: trouble }))
  }
  const reader: FolderReader = {
    readDirectory: (path) => answer(() => systemFolderReader.readDirectory(path)),
    readRawNames: (path) => answer(() => systemFolderReader.readRawNames(path)),
    readEntry: (path) => answer(() => systemFolderReader.readEntry(path)),
    readFolder: (path) => answer(() => systemFolderReader.readFolder(path)),
    readRealPath: (path) => answer(() => systemFolderReader.readRealPath(path)),
  }
  return {
    reader,
    fail: (code: string) => void (trouble = code),
    recover: () => void (trouble = null),
  }
}

/** What must not change while a share is away, nor when it is back. */
async function records({ items, ledger }: RunningIntake) {
  const rows = await items()
  const details = await Promise.all(rows.map(({ id }) => ledger.getDetail(id)))
  return details.map(({ item: { id, path, state, revision }, events }) => ({
    ...{ id, path, state, revision },
    eventCount: events.length,
  }))
}

async function withScans(running: RunningIntake): Promise<void> {
  for (const name of ['cust-1_passport.png', 'batch/cust-2_passport.png', 'batch/deep/cust-3_selfie.png']) {
    running.drop(name, pngBytes(name))
    await running.itemIn(name, 'awaiting_review')
  }
  await running.intake.compareNow()
}

describe('a share that goes away and comes back', () => {
  it.each(['EIO', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN'])(
    'with %s: one line in the log for each change, nothing missing, nothing taken again',
    async (code) => {
      const { reader, fail, recover } = share()
      const running = await runningIntake({ reader })
      await withScans(running)
      const before = await records(running)

      fail(code)
      for (let n = 0; n < 20; n += 1)
        expect(await running.intake.compareNow()).toMatchObject({ complete: false })
      expect(running.intake.status()).toMatchObject({
        failure: { code: 'folder_unreachable', detail: code },
        delivery: 'comparison_only',
        reachableSinceMs: null,
      })
      expect(await records(running)).toEqual(before)
      recover()
      expect(await running.intake.compareNow()).toMatchObject({ complete: true, fileCount: 3 })
      await running.intake.idle()

      expect(await records(running)).toEqual(before)
      expect(running.intake.status()).toMatchObject({ failure: null, unaccounted: 0 })
      expect(running.warnings).toEqual([
        { event: 'folder_fails', fields: { folder: 'inbox', code: 'folder_unreachable', detail: code } },
      ])
      running.drop('cust-4_passport.png', pngBytes('later'))
      await running.itemIn('cust-4_passport.png', 'awaiting_review')
    },
  )

  it('in the middle of a comparison: what was read so far stays, and nothing else is called missing', async () => {
    const { reader, fail, recover } = share()
    let failsAtDeep = false
    const running = await runningIntake({
      reader: {
        ...reader,
        readDirectory(path) {
          if (failsAtDeep && path.endsWith('deep')) fail('EHOSTDOWN')
          return reader.readDirectory(path)
        },
      },
    })
    await withScans(running)
    const before = await records(running)
    failsAtDeep = true
    expect(await running.intake.compareNow()).toMatchObject({
      complete: false,
      failure: { code: 'folder_unreachable', detail: 'EHOSTDOWN' },
    })
    failsAtDeep = false
    recover()
    await running.intake.compareNow()
    await running.intake.idle()
    expect(await records(running)).toEqual(before)
  })

  it('while files settle: they are waited for and taken, without a line for each look', async () => {
    const { reader, fail, recover } = share()
    const running = await runningIntake({ reader, intake: { quietMs: 300 } })
    running.drop('cust-1_passport.png', pngBytes('a'))
    await running.itemIn('cust-1_passport.png', 'seen')
    fail('ESTALE')
    await running.intake.compareNow()
    await running.until('a second look in vain', () => running.intake.backlog() === 1)
    recover()
    await running.itemIn('cust-1_passport.png', 'awaiting_review')
    expect(running.warnings.map(({ event }) => event)).toEqual(['folder_fails'])
  })

  it('as a folder that is moved away and back: the files are the same items', async () => {
    const running = await runningIntake()
    await withScans(running)
    const before = await records(running)
    renameSync(running.inbox, `${running.inbox}-away`)
    await running.until('the failure', () => running.intake.status().failure?.code === 'folder_unreachable')
    renameSync(`${running.inbox}-away`, running.inbox)
    await running.until('the recovery', () => running.intake.status().failure === null)
    await running.intake.idle()
    expect(await records(running)).toEqual(before)
    await running.until('events', () => running.intake.status().delivery === 'events')
    rmSync(join(running.inbox, 'cust-1_passport.png'))
    await running.itemIn('cust-1_passport.png', 'missing')
  })

  it('that has another number after each mount is known by its files', async () => {
    let device = 1n
    const running = await runningIntake({
      reader: {
        ...systemFolderReader,
        async readFolder(path) {
          const stats = await systemFolderReader.readFolder(path)
          return Object.assign(stats, { dev: stats.dev + device })
        },
      },
    })
    await withScans(running)
    const before = await records(running)
    device = 2n
    await running.intake.compareNow()
    expect(await records(running)).toEqual(before)
    expect(running.intake.status().failure).toBeNull()
    await running.intake.compareNow()
    rmSync(join(running.inbox, 'cust-1_passport.png'))
    await running.itemIn('cust-1_passport.png', 'missing')
  })

  it('as a real mount: an empty mount point, or one with a stray file, makes nothing missing', async (context) => {
    const disk = join(temporaryFolder(), 'disk')
    const inbox = join(temporaryFolder(), 'inbox')
    for (const path of [disk, inbox]) mkdirSync(path)
    mountOrSkip(context, ['-t', 'tmpfs', 'intray-test'], disk)
    const attach = () => mountOrSkip(context, ['--bind', disk], inbox)
    attach()
    const running = await runningIntake({ inbox })
    await withScans(running)
    const before = await records(running)

    unmount(inbox)
    expect(await running.intake.compareNow()).toMatchObject({ complete: true, fileCount: 0, failure: null })
    expect(await records(running)).toEqual(before)
    writeFileSync(join(inbox, 'cust-9_passport.png'), pngBytes('stray'))
    await running.intake.compareNow()
    expect((await records(running)).slice(0, 3)).toEqual(before)
    expect(running.intake.status().failure).toMatchObject({ code: 'folder_unreachable' })
    expect(running.warnings.filter(({ event }) => event === 'folder_on_another_device')).toHaveLength(1)

    attach()
    await running.intake.compareNow()
    await running.intake.idle()
    expect(running.intake.status().failure).toBeNull()
    expect((await records(running)).slice(0, 3)).toEqual(before)
    await running.until('events', () => running.intake.status().delivery === 'events')
    rmSync(join(inbox, 'cust-1_passport.png'))
    await running.itemIn('cust-1_passport.png', 'missing')
  })
})
