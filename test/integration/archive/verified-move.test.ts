import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemArchiveFiles } from '../../../electron/engine/archive/archive-files.ts'
import type { ArchiveFiles } from '../../../electron/engine/archive/archive-files.ts'
import { moveVerified } from '../../../electron/engine/archive/verified-move.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const sent = 'what was reviewed and sent'
const content = { sizeBytes: sent.length, sha256: createHash('sha256').update(sent).digest('hex') }

interface Place {
  readonly folder: string
  readonly archive: string
  readonly source: string
  /** The kept target, as the ledger would have it. */
  readonly kept: { target: string | null }
  move(files?: ArchiveFiles): ReturnType<typeof moveVerified>
  /** Everything in the archive, hidden names too, with its content. */
  archived(): Record<string, string>
}

/** A folder with one uploaded scan, and an archive that is in use already. */
function place(path = 'a/scan.png'): Place {
  const root = temporaryFolder()
  const [folder, archive] = [join(root, 'in'), join(root, 'archive')]
  const source = join(folder, ...path.split('/'))
  mkdirSync(dirname(source), { recursive: true })
  mkdirSync(archive)
  writeFileSync(source, sent)
  const kept: { target: string | null } = { target: null }
  return {
    folder,
    archive,
    source,
    kept,
    move: (files = systemArchiveFiles) =>
      moveVerified(files, {
        itemId: 7,
        folder,
        path,
        root: archive,
        archivePath: `in/2026-11-23/${path}`,
        content,
        resumed: kept.target,
        keepTarget: (target) => {
          kept.target = target
          return Promise.resolve()
        },
      }),
    archived: () => filesBelow(archive),
  }
}

function filesBelow(root: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(root.length + 1), readFileSync(file, 'utf8')]),
  )
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** Two disks: no second name leads from one to the other. */
const acrossDisks: ArchiveFiles = {
  ...systemArchiveFiles,
  link: (from, to) =>
    dirname(from) === dirname(to) ? systemArchiveFiles.link(from, to) : Promise.reject(systemError('EXDEV')),
}

/** A disk that knows no second names at all, as memory cards have it. */
const withoutLinks: ArchiveFiles = {
  ...systemArchiveFiles,
  link: () => Promise.reject(systemError('EPERM')),
}

const disks = {
  'on one disk': systemArchiveFiles,
  'across disks': acrossDisks,
  'without links': withoutLinks,
}
const eachDisk = Object.entries(disks)

class Stopped extends Error {}

/** Stops for good before the step of this number, as a crash does. `steps` counts what was done. */
function stopAt(files: ArchiveFiles, number: number) {
  const counted = { steps: 0 }
  // Every step of the interface is a function that gives a promise.
  const stopping = Object.fromEntries(
    Object.entries(files).map(([name, step]: [string, (...given: never[]) => Promise<unknown>]) => [
      name,
      (...given: never[]) => {
        if (counted.steps >= number) return Promise.reject(new Stopped(name))
        counted.steps += 1
        return step(...given)
      },
    ]),
  ) as unknown as ArchiveFiles
  return { stopping, counted }
}

describe.each(eachDisk)('a move into the archive %s', (_name, files) => {
  it('leaves the content under its new name alone', async () => {
    const here = place()
    expect(await here.move(files)).toEqual({ kind: 'moved', target: here.kept.target })
    expect(here.archived()).toEqual({ 'in/2026-11-23/a/scan.png': sent })
    expect(existsSync(here.source)).toBe(false)
  })

  it('overwrites nothing: a name that is taken gets a number', async () => {
    const here = place()
    const taken = join(here.archive, 'in/2026-11-23/a')
    mkdirSync(taken, { recursive: true })
    writeFileSync(join(taken, 'scan.png'), 'of somebody else')
    symlinkSync('/nowhere', join(taken, 'scan (2).png'))
    await here.move(files)
    expect(here.archived()).toEqual({
      'in/2026-11-23/a/scan.png': 'of somebody else',
      'in/2026-11-23/a/scan (3).png': sent,
    })
  })

  it('loses nothing and leaves nothing twice, wherever a crash stops it', async () => {
    const { stopping, counted } = stopAt(files, Number.POSITIVE_INFINITY)
    await place().move(stopping)
    expect(counted.steps).toBeGreaterThan(10)
    for (let number = 0; number < counted.steps; number += 1) {
      const here = place()
      await expect(here.move(stopAt(files, number).stopping), `step ${String(number)}`).rejects.toThrow(
        Stopped,
      )
      // Between the crash and the next start the content is somewhere, whole.
      const present = [...Object.values(here.archived()), ...Object.values(filesBelow(here.folder))]
      expect(present, `after step ${String(number)}`).toContain(sent)
      await here.move(files)
      expect(here.archived(), `step ${String(number)}`).toEqual({ 'in/2026-11-23/a/scan.png': sent })
      expect(existsSync(here.source)).toBe(false)
    }
  })

  it('never touches a new scan that comes under the same name, wherever it comes', async () => {
    const { stopping, counted } = stopAt(files, Number.POSITIVE_INFINITY)
    await place().move(stopping)
    for (let number = 0; number < counted.steps; number += 1) {
      const here = place()
      await here.move(stopAt(files, number).stopping).catch(() => undefined)
      writeFileSync(`${here.source}.part`, 'a new scan')
      await systemArchiveFiles.rename(`${here.source}.part`, here.source)
      await here.move(files)
      expect(readFileSync(here.source, 'utf8'), `step ${String(number)}`).toBe('a new scan')
      expect(Object.values(here.archived()), `step ${String(number)}`).not.toContain('a new scan')
    }
  })

  it('tells a file that is gone, or another, from one that was sent', async () => {
    const other = place()
    writeFileSync(other.source, 'something that was not sent')
    expect(await other.move(files)).toEqual({ kind: 'changed' })
    expect(other.archived()).toEqual({})

    const same = place()
    writeFileSync(same.source, sent.toUpperCase())
    expect(await same.move(files)).toEqual({ kind: 'changed' })
    expect(readFileSync(same.source, 'utf8')).toBe(sent.toUpperCase())

    const gone = place()
    await systemArchiveFiles.remove(gone.source)
    expect(await gone.move(files)).toEqual({ kind: 'gone' })
  })

  it('follows no link, neither in the archive nor in the folder', async () => {
    const here = place()
    const elsewhere = temporaryFolder()
    mkdirSync(join(here.archive, 'in'))
    symlinkSync(elsewhere, join(here.archive, 'in/2026-11-23'))
    await expect(here.move(files)).rejects.toMatchObject({ scope: 'folder' })
    expect(filesBelow(elsewhere)).toEqual({})

    const linked = place('b/scan.png')
    await systemArchiveFiles.rename(join(linked.folder, 'b'), join(elsewhere, 'b'))
    symlinkSync(join(elsewhere, 'b'), join(linked.folder, 'b'))
    await expect(linked.move(files)).rejects.toMatchObject({ scope: 'item' })
    expect(filesBelow(elsewhere)).toEqual({ 'b/scan.png': sent })
  })

  it.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'])(
    'leaves the scan where it is when the disk says %s',
    async (code) => {
      for (const step of ['makeFolder', 'copy', 'reserve', 'link', 'syncFolder', 'read'] as const) {
        const here = place()
        const failing = { ...files, [step]: () => Promise.reject(systemError(code)) }
        await here.move(failing).catch((error: unknown) => expect(error).toMatchObject({ code }))
        await here.move(files)
        expect(here.archived(), step).toEqual({ 'in/2026-11-23/a/scan.png': sent })
        expect(existsSync(here.source), step).toBe(false)
      }
    },
  )
})

describe('a copy that is not the same', () => {
  it('is removed, and the scan stays', async () => {
    const here = place()
    const lying: ArchiveFiles = {
      ...acrossDisks,
      async copy(from, to) {
        await systemArchiveFiles.copy(from, to)
        writeFileSync(to, sent.slice(0, 5))
      },
    }
    await expect(here.move(lying)).rejects.toMatchObject({ scope: 'folder' })
    expect(here.archived()).toEqual({})
    expect(readFileSync(here.source, 'utf8')).toBe(sent)
  })
})

describe('a scan that takes the name between the last look and the removal', () => {
  it('is put back', async () => {
    const here = place()
    const racing: ArchiveFiles = {
      ...systemArchiveFiles,
      async rename(from, to) {
        writeFileSync(`${from}.part`, 'a new scan')
        await systemArchiveFiles.rename(`${from}.part`, from)
        await systemArchiveFiles.rename(from, to)
      },
    }
    await here.move(racing)
    expect(readFileSync(here.source, 'utf8')).toBe('a new scan')
    expect(here.archived()).toEqual({ 'in/2026-11-23/a/scan.png': sent })
  })
})
