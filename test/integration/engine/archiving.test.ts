import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../electron/engine/archive/archive-path.ts'
import type { Events } from '../../../electron/shared/contract.ts'
import type { Item } from '../../../electron/shared/records.ts'
import type { FolderSettings } from '../../../electron/shared/settings/folder.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { EngineSetup, RunningEngine } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const scan = 'cust-1_passport.png'
const today = dayOf(Date.now())

function afterUpload(choice: Partial<FolderSettings>, setup: EngineSetup = {}): Promise<RunningEngine> {
  return runningEngine({
    ...setup,
    settings: (settings) => ({
      ...settings,
      intake: { ...settings.intake, minPicturePixels: 0 },
      folders: settings.folders.map((folder) => ({
        ...folder,
        policy: 'upload_when_certain' as const,
        severities: { same_name_other_content: 'info' as const, duplicate_same_entity: 'info' as const },
        ...choice,
      })),
    }),
  })
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** The items that were archived, once there are so many. */
async function archived({ items, until }: RunningEngine, count: number): Promise<readonly Item[]> {
  let found: readonly Item[] = []
  await until(
    async () => {
      found = (await items()).filter(({ archivedTo }) => archivedTo !== null)
      return found.length === count
    },
    `${String(count)} archived`,
  )
  return found
}

async function folderWords({ engine }: RunningEngine): Promise<string> {
  return (await engine.handlers['status.get']({})).folders[0]?.deliveryWords ?? ''
}

describe('after its upload a scan', () => {
  it('is moved to the folder’s own archive, and is not missing, taken in again or sent twice', async () => {
    const running = await afterUpload({ afterUpload: 'archive' })
    running.drop(`a/${scan}`, pngBytes('a'))
    const [item] = await archived(running, 1)
    expect(item).toMatchObject({ state: 'uploaded', path: `a/${scan}` })
    expect(item?.archivedTo).toMatch(new RegExp(`/inbox/uploaded/${today}/a/cust-1_passport\\.png$`))
    expect(readFileSync(item?.archivedTo ?? '')).toEqual(Buffer.from(pngBytes('a')))
    expect(filesBelow(running.inbox)).toEqual([`uploaded/${today}/a/${scan}`])

    await running.engine.handlers['folders.compare']({})
    const again = await running.restart()
    await again.engine.handlers['folders.compare']({})
    expect((await again.items()).map(({ state }) => state)).toEqual(['uploaded'])
    expect(again.sandbox.mediaCount()).toBe(1)
    expect((await again.engine.handlers['status.get']({})).folders[0]?.unaccounted).toBe(0)
    expect(await again.engine.handlers['items.locate']({ itemId: item?.id ?? 0 })).toEqual({
      path: item?.archivedTo,
    })
    const { events } = await again.engine.handlers['items.get']({ itemId: item?.id ?? 0 })
    expect(events.at(-1)).toMatchObject({ kind: 'item.archived', data: { archivedTo: item?.archivedTo } })
    expect(await again.engine.handlers['ledger.verify']({})).toMatchObject({ ok: true })
  })

  it('leaves its name free: the next scan of that name is a new item, and overwrites nothing', async () => {
    const running = await afterUpload({ afterUpload: 'archive' })
    running.drop(scan, pngBytes('a'))
    await archived(running, 1)
    running.drop(scan, pngBytes('b'))
    await archived(running, 2)
    expect(filesBelow(join(running.inbox, 'uploaded', today))).toEqual([
      'cust-1_passport (2).png',
      'cust-1_passport.png',
    ])
    expect(running.sandbox.mediaCount()).toBe(2)
  })

  it('goes to an archive elsewhere, under the folder’s id', async () => {
    const archivePath = temporaryFolder()
    const running = await afterUpload({ afterUpload: 'archive', archivePath })
    running.drop(scan, pngBytes('a'))
    await archived(running, 1)
    expect(filesBelow(archivePath)).toEqual([`inbox/${today}/${scan}`])
    expect(filesBelow(running.inbox)).toEqual([])
  })

  it('stays where it is by default', async () => {
    const running = await afterUpload({})
    running.drop(scan, pngBytes('a'))
    await running.itemIn(scan, 'uploaded')
    await (await running.engine.session()).archiving.idle()
    expect(filesBelow(running.inbox)).toEqual([scan])
  })

  it('is archived once a person has said that it arrived', async () => {
    const running = await afterUpload(
      { afterUpload: 'archive' },
      {
        sandbox: {
          faults: {
            script: [
              { kind: 'cut_after_storing', match: { method: 'PUT' } },
              { kind: 'refuse', status: 403, match: { method: 'GET' }, times: 99 },
            ],
          },
        },
      },
    )
    running.drop(scan, pngBytes('a'))
    const unknown = await running.itemIn(scan, 'outcome_unknown')
    expect(existsSync(join(running.inbox, scan))).toBe(true)
    const { revision } = (await running.engine.handlers['items.get']({ itemId: unknown.id })).item
    await running.engine.handlers['review.settleUnknown']({
      itemId: unknown.id,
      revision,
      choice: 'arrived',
      reason: 'Seen there',
    })
    await archived(running, 1)
    expect(filesBelow(running.inbox)).toEqual([`uploaded/${today}/${scan}`])
  })

  it('waits, and the folder says why, while the archive is away', async () => {
    const archivePath = join(temporaryFolder(), 'share')
    const running = await afterUpload({ afterUpload: 'archive', archivePath })
    running.drop(scan, pngBytes('a'))
    await running.until(
      async () => (await folderWords(running)).includes('The archive is not there.'),
      'words of the archive that is away',
    )
    expect(filesBelow(running.inbox)).toEqual([scan])
    expect((await running.itemIn(scan, 'uploaded')).archivedTo).toBeNull()

    mkdirSync(archivePath)
    const again = await running.restart()
    await archived(again, 1)
    expect(filesBelow(archivePath)).toEqual([`inbox/${today}/${scan}`])
    expect(await folderWords(again)).not.toContain('archive')
  })

  it('is not taken in again when the folder archives no more', async () => {
    const running = await afterUpload({ afterUpload: 'archive' })
    running.drop(scan, pngBytes('a'))
    await archived(running, 1)
    const { settings } = await running.engine.handlers['settings.get']({})
    await running.engine.handlers['settings.save']({
      settings: { ...settings, folders: settings.folders.map((one) => ({ ...one, afterUpload: 'leave' })) },
    })
    await running.engine.handlers['folders.compare']({})
    expect(await running.items()).toHaveLength(1)
  })
})

/** Answers for the desktop application: `put` moves a file to the trash, or says why it cannot. */
function answerFor(running: RunningEngine, put: (path: string) => string | null): () => string[] {
  let answered = 0
  const wanted = (): Events['files.trashWanted'][] =>
    running.events
      .filter(({ name }) => name === 'files.trashWanted')
      // The name decides the payload.
      .map(({ payload }) => payload as Events['files.trashWanted'])
  const answerAll = async (): Promise<boolean> => {
    for (const { itemId, path } of wanted().slice(answered)) {
      answered += 1
      await running.engine.handlers['files.trashed']({ itemId, failure: put(path) })
    }
    return false
  }
  void running.until(answerAll, 'never').catch(() => undefined)
  return () => wanted().map(({ path }) => path)
}

describe('a scan for the system’s trash', () => {
  it('is put there by the desktop application, once, and is not missing', async () => {
    const running = await afterUpload({ afterUpload: 'trash' }, { hasShell: true })
    const wanted = answerFor(running, (path) => {
      rmSync(path)
      return null
    })
    running.drop(scan, pngBytes('a'))
    const [item] = await archived(running, 1)
    expect(item).toMatchObject({ state: 'uploaded', archivedTo: 'trash' })
    expect(wanted()).toEqual([join(running.inbox, scan)])
    await running.engine.handlers['folders.compare']({})
    expect((await running.items()).map(({ state }) => state)).toEqual(['uploaded'])
    await expect(running.engine.handlers['items.locate']({ itemId: item?.id ?? 0 })).rejects.toMatchObject({
      code: 'file_missing',
    })
  })

  it('stays, and the folder says why, when the system refuses it', async () => {
    const running = await afterUpload({ afterUpload: 'trash' }, { hasShell: true })
    const wanted = answerFor(running, () => 'The volume has no trash.')
    running.drop(scan, pngBytes('a'))
    await running.until(
      async () => (await folderWords(running)).includes('The volume has no trash.'),
      'words of the trash that refuses',
    )
    expect(wanted()).toHaveLength(1)
    expect(filesBelow(running.inbox)).toEqual([scan])
  })

  it('stays without a desktop application, and the folder says so', async () => {
    const running = await afterUpload({ afterUpload: 'trash' })
    running.drop(scan, pngBytes('a'))
    await running.until(
      async () => (await folderWords(running)).includes('only the desktop application'),
      'words of the trash that is not there',
    )
    expect(filesBelow(running.inbox)).toEqual([scan])
  })

  it('is known to be there when the answer was lost with a crash', async () => {
    const running = await afterUpload({ afterUpload: 'trash' }, { hasShell: true })
    running.drop(scan, pngBytes('a'))
    await running.until(
      () => running.events.some(({ name }) => name === 'files.trashWanted'),
      'the wish for the trash',
    )
    rmSync(join(running.inbox, scan))
    const again = await running.restart()
    const [item] = await archived(again, 1)
    expect(item?.archivedTo).toBe('trash')
  })

  it('is not touched when another scan came under its name', async () => {
    const running = await afterUpload({ afterUpload: 'trash' }, { hasShell: true })
    const wanted = answerFor(running, () => 'It is in use.')
    running.drop(scan, pngBytes('a'))
    await running.until(async () => (await folderWords(running)).includes('It is in use.'), 'the refusal')
    expect(wanted()).toHaveLength(1)
    await running.engine.stop()
    writeFileSync(join(running.inbox, scan), pngBytes('b'))
    const again = await running.restart()
    await (await again.engine.session()).archiving.idle()
    expect(again.events.filter(({ name }) => name === 'files.trashWanted')).toEqual([])
    expect(readFileSync(join(running.inbox, scan))).toEqual(Buffer.from(pngBytes('b')))
  })
})
