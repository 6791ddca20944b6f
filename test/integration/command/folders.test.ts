import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FolderReport } from '../../../electron/engine/command/folders/folder-report.ts'
import { intray, intrayInside, startIntray } from './running-command.ts'
import { workplace } from './workplace.ts'
import type { Workplace } from './workplace.ts'

interface Report {
  readonly engine: string
  readonly accounted: boolean
  readonly folders: readonly FolderReport[]
  readonly ignoredFiles?: readonly unknown[]
}

async function report({ here }: Workplace, ...words: string[]): Promise<Report & { code: number | null }> {
  const { stdout, code } = await intrayInside(['folders', '--json', ...words, ...here])
  return { ...(JSON.parse(stdout) as Report), code }
}

/** One file uploaded, one that needs a person, one ignored. */
async function filled(): Promise<Workplace> {
  const place = await workplace()
  place.drop('valid.jpg', 'cust-1_passport.jpg')
  place.drop('valid.gif', 'nobody.gif')
  writeFileSync(join(place.scans, 'Thumbs.db'), 'x')
  await intray(['run', '--once', ...place.here], place.key)
  return place
}

describe('intray folders', () => {
  it('accounts for every file that was seen, and says that no engine runs', async () => {
    const place = await filled()
    const { code, engine, accounted, folders } = await report(place)
    expect({ code, engine, accounted }).toEqual({ code: 0, engine: 'none', accounted: true })
    expect(folders).toHaveLength(1)
    expect(folders[0]).toMatchObject({ id: 'scans', isWatched: true, failure: null, notSeenYet: 0 })
    expect(folders[0]?.freeBytes).toBeGreaterThan(0)
    expect(folders[0]?.days).toMatchObject([
      { seen: 3, uploaded: 1, waiting: 0, attention: 1, rejected: 0, ignored: 1, missing: 0 },
    ])

    const told = await intrayInside(['folders', ...place.here])
    expect(told.code).toBe(0)
    expect(told.stderr).toContain('No Intray runs')
    expect(told.stdout).toMatch(/Together +3 +1 +0 +1 +0 +1 +0 +0/)
    expect(told.stdout).toContain('Ignored 1: Thumbs.db')
  })

  it('lists ignored files, each with its reason', async () => {
    const place = await filled()
    const { ignoredFiles } = await report(place, '--ignored')
    expect(ignoredFiles).toMatchObject([{ path: 'Thumbs.db', folderId: 'scans', reason: 'Thumbs.db' }])
    expect((await intrayInside(['folders', '--ignored', ...place.here])).stdout).toContain(
      '    Thumbs.db: Thumbs.db',
    )
  })

  it('counts what lies on the disk and was not seen yet, and tells a folder that is away', async () => {
    const place = await filled()
    place.drop('valid.png', 'cust-2_passport.png')
    expect((await report(place)).folders[0]?.notSeenYet).toBe(1)
    renameSync(place.scans, `${place.scans}-away`)
    expect((await report(place)).folders[0]).toMatchObject({
      failure: { code: 'folder_unreachable' },
      notSeenYet: null,
    })
    expect((await intrayInside(['folders', ...place.here])).stdout).toContain(
      'A watched folder cannot be read.',
    )
  })

  it('is as the engine at work sees it, while one is', async () => {
    const place = await filled()
    const running = startIntray(['run', ...place.here], place.key)
    await running.appeared('Folder: ')
    const deadline = Date.now() + 10_000
    let present = await report(place)
    while (present.engine !== 'running' || present.folders[0]?.lastComparisonAtMs === null) {
      if (Date.now() > deadline) throw new Error(`never told: ${JSON.stringify(present)}`)
      present = await report(place)
    }
    expect(present.folders[0]).toMatchObject({ id: 'scans', failure: null, unaccounted: 0, notSeenYet: null })
    expect(present.folders[0]?.reachableSinceMs).not.toBeNull()
    const told = await intrayInside(['folders', ...place.here])
    expect(told.stderr).toBe('')
    expect(told.stdout).toMatch(/Last compared +\d{4}-.* \(took [\d,]+ ms\)/)

    running.process.kill('SIGINT')
    await running.ended
    expect((await report(place)).engine).toBe('none')
  })

  it('does not believe an engine that was killed', async () => {
    const place = await filled()
    const running = startIntray(['run', ...place.here], place.key)
    await running.appeared('Folder: ')
    const live = join(place.root, 'data', 'live')
    const deadline = Date.now() + 10_000
    while (!readdirSync(live).includes('engine-status.json')) {
      if (Date.now() > deadline) throw new Error('no status was written')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    running.process.kill('SIGKILL')
    await running.ended
    expect(readdirSync(live)).toContain('engine-status.json')
    expect((await report(place)).engine).toBe('none')
  })

  it('keeps the account of a folder that is watched no more, and knows a folder that never was from it', async () => {
    const place = await filled()
    mkdirSync(join(place.root, 'others'))
    const settings = {
      mode: 'live',
      connection: { baseUrl: place.sandbox.baseUrl, organisation: 'practice' },
      folders: [{ id: 'others', path: join(place.root, 'others') }],
    }
    writeFileSync(place.settingsFile, JSON.stringify(settings))
    const { folders } = await report(place)
    expect(folders.map(({ id, isWatched }) => [id, isWatched])).toEqual([
      ['others', true],
      ['scans', false],
    ])
    expect((await report(place, '--folder', 'scans')).folders[0]?.days[0]?.seen).toBe(3)
    expect((await intrayInside(['folders', '--folder', 'nobody', ...place.here])).code).toBe(2)
    expect((await intrayInside(['folders', '--days', '0', ...place.here])).code).toBe(2)
  })

  it('is loud about a file that is not accounted for', async () => {
    const place = await filled()
    const live = join(place.root, 'data', 'live')
    const [folder] = (await report(place)).folders
    const told = { ...folder, unaccounted: 2, lastComparisonDurationMs: 5 }
    writeFileSync(
      join(live, 'engine-status.json'),
      JSON.stringify({ atMs: Date.now(), pid: process.pid, folders: [told] }),
    )
    const loud = await intrayInside(['folders', ...place.here])
    expect(loud.code).toBe(1)
    expect(loud.stdout).toContain('NOT ACCOUNTED FOR: 2.')
    expect(await report(place)).toMatchObject({ code: 1, accounted: false })
    rmSync(join(live, 'engine-status.json'))
    expect((await report(place)).code).toBe(0)
  })
})
