import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { lstat, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { lookAtFile } from '../../../electron/engine/watch/entry-look.ts'
import { systemFolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import type { FolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import { listFolder, listNames } from '../../../electron/engine/watch/listing.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { drainListing } from './drained-listing.ts'

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** A reader that fails for paths that end so. */
function failingReader(call: keyof FolderReader, ending: string, code: string): FolderReader {
  const reader: FolderReader = { ...systemFolderReader }
  return Object.assign(reader, {
    [call]: (path: string) =>
      path.endsWith(ending) ? Promise.reject(systemError(code)) : systemFolderReader[call](path),
  })
}

describe('listing a folder', () => {
  it('finds files with size, whole milliseconds and a key, at every depth', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'cust-1/deep'), { recursive: true })
    writeFileSync(join(root, 'top.pdf'), 'four')
    writeFileSync(join(root, 'cust-1/deep/passport.jpg'), '')
    utimesSync(join(root, 'top.pdf'), 1_600_000_000, 1_600_000_000.9996)
    const stats = statSync(join(root, 'top.pdf'), { bigint: true })

    const { files, result } = await drainListing(root)

    expect(files).toContainEqual({
      path: 'top.pdf',
      sizeBytes: 4,
      modifiedAtMs: 1_600_000_000_999,
      fileKey: `${stats.dev}:${stats.ino}`,
    })
    expect(files.map((file) => file.path)).toEqual(['top.pdf', 'cust-1/deep/passport.jpg'])
    expect(result).toMatchObject({ complete: true, failedDirectories: [], fileCount: 2 })
  })

  it('stays at the top when the folder is not recursive', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'sub'))
    writeFileSync(join(root, 'sub/inner.jpg'), 'x')
    writeFileSync(join(root, 'outer.jpg'), 'x')
    expect((await drainListing(root, { recursive: false })).paths).toEqual(['outer.jpg'])
  })

  it('starts at a sub-folder when asked to, with paths from the top', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'a/b'), { recursive: true })
    writeFileSync(join(root, 'a/b/inner.jpg'), 'x')
    writeFileSync(join(root, 'outer.jpg'), 'x')
    expect((await drainListing(root, { startAt: 'a' })).paths).toEqual(['a/b/inner.jpg'])
  })

  it('comes in batches of one directory each, none larger than asked', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'sub'))
    for (let n = 0; n < 25; n += 1) writeFileSync(join(root, n < 20 ? '' : 'sub', `${n}.jpg`), 'x')
    const { batches, paths } = await drainListing(root, { batchSize: 8 })
    expect(batches.map((batch) => [batch.directory, batch.files.length])).toEqual([
      ['', 8],
      ['', 8],
      ['', 4],
      ['sub', 5],
    ])
    expect(new Set(paths).size).toBe(25)
  })

  it('keeps names with newlines, backslashes, quotes and emoji, and takes no backslash for a separator', async () => {
    const root = temporaryFolder()
    const names = [
      'a\nb.jpg',
      'a\\b.jpg',
      'it\'s "q".jpg',
      '🪪.jpg',
      ' lead.jpg',
      'U\u0308.jpg',
      '\u00DC.jpg',
    ]
    for (const name of names) writeFileSync(join(root, name), 'x')
    mkdirSync(join(root, 'dir\\with'))
    writeFileSync(join(root, 'dir\\with', 'inner.jpg'), 'x')
    expect((await drainListing(root)).paths).toEqual([...names, 'dir\\with/inner.jpg'].sort())
  })

  it('lists paths near the system’s limit', async () => {
    const root = temporaryFolder()
    const segment = 'd'.repeat(200)
    const directory = Array.from({ length: 18 }, () => segment).join('/')
    await mkdir(join(root, directory), { recursive: true })
    writeFileSync(join(root, directory, 'f.jpg'), 'x')
    expect((await drainListing(root)).paths).toEqual([`${directory}/f.jpg`])
  })

  it('reports links, loops, pipes, sockets and devices and follows none of them', async () => {
    const root = temporaryFolder()
    const elsewhere = temporaryFolder()
    writeFileSync(join(elsewhere, 'secret.jpg'), 'x')
    writeFileSync(join(root, 'device'), 'x')
    symlinkSync(root, join(root, 'loop'))
    symlinkSync(elsewhere, join(root, 'linked-folder'))
    symlinkSync(join(elsewhere, 'secret.jpg'), join(root, 'linked-file.jpg'))
    symlinkSync(join(root, 'nowhere'), join(root, 'dangling.jpg'))
    execFileSync('mkfifo', [join(root, 'pipe.jpg')])
    const server = createServer().listen(join(root, 'socket'))
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const reader: FolderReader = {
      ...systemFolderReader,
      readEntry: (path) => lstat(path.endsWith('device') ? '/dev/null' : path, { bigint: true }),
    }

    const { files, others, result } = await drainListing(root, { reader })

    expect(files).toEqual([])
    expect(Object.fromEntries(others.map((other) => [other.path, other.kind]))).toEqual({
      'dangling.jpg': 'symbolic_link',
      device: 'device',
      'linked-file.jpg': 'symbolic_link',
      'linked-folder': 'symbolic_link',
      loop: 'symbolic_link',
      'pipe.jpg': 'fifo',
      socket: 'socket',
    })
    expect(result.complete).toBe(true)
  })

  it('follows a link that is the watched folder itself', async () => {
    const root = temporaryFolder()
    const link = join(temporaryFolder(), 'link')
    writeFileSync(join(root, 'a.jpg'), 'x')
    symlinkSync(root, link)
    expect((await drainListing(link)).paths).toEqual(['a.jpg'])
  })

  it('reports names that are no valid Unicode with their bytes, and takes the others', async () => {
    const root = temporaryFolder()
    const rawName = (...bytes: number[]) => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(bytes)])
    writeFileSync(rawName(0x61, 0xe9, 0x2e, 0x6a), 'x')
    writeFileSync(rawName(0x61, 0xe8, 0x2e, 0x6a), 'x')
    mkdirSync(rawName(0x64, 0xff))
    writeFileSync(join(root, 'good.jpg'), 'x')
    writeFileSync(join(root, 'also-\uFFFD-good.jpg'), 'x')

    const { paths, others } = await drainListing(root)

    expect(paths).toEqual(['also-\uFFFD-good.jpg', 'good.jpg'])
    expect(others.map((other) => other.kind)).toEqual(['unreadable', 'unreadable', 'unreadable'])
    const words = others.map((other) => other.why.words).join('\n')
    expect(words).toContain('a\\xe9.j')
    expect(words).toContain('a\\xe8.j')
    expect(words).toContain('d\\xff')
  })
})

describe('a folder that cannot be read in full', () => {
  it.each([
    ['is not there', 'ENOENT', (root: string) => rmSync(root, { recursive: true })],
    [
      'is a file',
      'ENOTDIR',
      (root: string) => {
        rmSync(root, { recursive: true })
        writeFileSync(root, 'x')
      },
    ],
  ])('throws folder_unreachable when the folder %s', async (_what, code, spoil) => {
    const root = temporaryFolder()
    spoil(root)
    await expect(drainListing(root)).rejects.toMatchObject({ code: 'folder_unreachable', detail: code })
  })

  it('throws folder_unreachable when the folder is there and may not be read', async () => {
    const root = temporaryFolder()
    const reader = failingReader('readDirectory', root, 'EACCES')
    await expect(drainListing(root, { reader })).rejects.toMatchObject({
      code: 'folder_unreachable',
      detail: 'EACCES',
    })
  })

  it('reports an unreadable sub-folder, lists the rest, and is not complete', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'closed'))
    mkdirSync(join(root, 'open'))
    writeFileSync(join(root, 'open/a.jpg'), 'x')
    const { paths, others, result } = await drainListing(root, {
      reader: failingReader('readDirectory', 'closed', 'EACCES'),
    })
    expect(paths).toEqual(['open/a.jpg'])
    expect(others).toMatchObject([{ path: 'closed', kind: 'unreadable' }])
    expect(others[0]?.why.words).toContain('EACCES')
    expect(result).toMatchObject({ complete: false, failedDirectories: [{ directory: 'closed' }] })
  })

  it('reports a file that cannot be looked at as there, and stays complete', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'bad.jpg'), 'x')
    const { others, result } = await drainListing(root, {
      reader: failingReader('readEntry', 'bad.jpg', 'EIO'),
    })
    expect(others).toMatchObject([{ path: 'bad.jpg', kind: 'unreadable' }])
    expect(result.complete).toBe(true)
  })

  it('takes what is deleted meanwhile for gone, not for an error', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'sub'))
    for (const name of ['a.jpg', 'b.jpg', 'sub/c.jpg']) writeFileSync(join(root, name), 'x')
    const vanished: string[] = []
    const listing = listFolder(root, {
      recursive: true,
      batchSize: 1,
      visitor: {
        enter: () => Promise.resolve(),
        vanished: (directory) => Promise.resolve(void vanished.push(directory)),
      },
    })
    expect(await listing.next()).toMatchObject({ value: { files: [{ path: 'a.jpg' }] } })
    rmSync(join(root, 'b.jpg'))
    // The next step looks at `sub` by its kind, finds no file, and goes on to read it.
    rmSync(join(root, 'sub'), { recursive: true })
    expect(await listing.next()).toMatchObject({ done: true, value: { complete: true, fileCount: 1 } })
    expect(vanished).toEqual(['sub'])
  })

  it('does not call a listing complete when the folder went away or was replaced meanwhile', async () => {
    for (const isReplaced of [false, true]) {
      const root = join(temporaryFolder(), 'root')
      mkdirSync(join(root, 'sub'), { recursive: true })
      writeFileSync(join(root, 'a.jpg'), 'x')
      writeFileSync(join(root, 'sub/b.jpg'), 'x')
      const listing = listFolder(root, { recursive: true })
      await listing.next()
      renameSync(root, `${root}-away`)
      if (isReplaced) mkdirSync(root)
      await expect(listing.next()).rejects.toMatchObject({ code: 'folder_unreachable' })
    }
  })

  it('stops when it is told to', async () => {
    const root = temporaryFolder()
    for (let n = 0; n < 10; n += 1) writeFileSync(join(root, `${n}.jpg`), 'x')
    const stopping = new AbortController()
    const listing = listFolder(root, { recursive: true, batchSize: 2, signal: stopping.signal })
    await listing.next()
    stopping.abort()
    await expect(listing.next()).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('looking at single names', () => {
  it('tells files, directories and what is gone', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'in/new-folder'), { recursive: true })
    writeFileSync(join(root, 'in/a.jpg'), 'x')
    const found = await listNames(root, 'in', ['a.jpg', 'new-folder', 'deleted.jpg'])
    expect(found.directories).toEqual(['in/new-folder'])
    expect(found.batch).toMatchObject({
      directory: 'in',
      files: [{ path: 'in/a.jpg' }],
      others: [],
      gone: ['in/deleted.jpg'],
    })
  })

  it('calls nothing gone when the whole folder is away', async () => {
    const root = temporaryFolder()
    rmSync(root, { recursive: true })
    await expect(listNames(root, 'in', ['a.jpg'])).rejects.toMatchObject({ code: 'folder_unreachable' })
  })

  it('does not call a file gone whose name is no valid Unicode', async () => {
    const root = temporaryFolder()
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x61, 0xe9])]), 'x')
    const { batch } = await listNames(root, '', ['a\uFFFD', 'b\uFFFD'])
    expect(batch.gone).toEqual(['b\uFFFD'])
    expect(batch.others).toMatchObject([{ path: 'a\uFFFD', kind: 'unreadable' }])
  })

  it('looks at one file: there, gone, no longer a file, folder away, unreadable', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'a.jpg'), 'xyz')
    mkdirSync(join(root, 'folder.jpg'))
    expect(await lookAtFile(root, 'a.jpg')).toMatchObject({ path: 'a.jpg', sizeBytes: 3 })
    expect(await lookAtFile(root, 'b.jpg')).toBeNull()
    expect(await lookAtFile(root, 'folder.jpg')).toBeNull()
    const reader = failingReader('readEntry', 'a.jpg', 'EIO')
    await expect(lookAtFile(root, 'a.jpg', reader)).rejects.toMatchObject({ code: 'file_unreadable' })
    rmSync(root, { recursive: true })
    await expect(lookAtFile(root, 'a.jpg')).rejects.toMatchObject({ code: 'folder_unreachable' })
  })
})
