import { randomUUID } from 'node:crypto'
import { open, opendir, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { say } from '../shared/sentences/say.ts'
import type { Sentence } from '../shared/sentences/told.ts'
import type { PlaceKind, PlaceTest } from '../shared/status.ts'

/** So many entries are counted; a folder may hold a hundred thousand. */
const countsUpTo = 1_000

/**
 * Tries a place before it is saved: whether a folder can be read, an archive written into, and an anchor file continued.
 * Leaves nothing behind, and changes no file.
 */
export async function tryPlace(kind: PlaceKind, path: string): Promise<PlaceTest> {
  if (path === '') return failed(say('place_empty'))
  if (!isAbsolute(path)) return failed(say('path_incomplete'))
  return kind === 'anchor_file' ? tryFile(path) : tryFolder(kind, path)
}

async function tryFolder(kind: 'folder' | 'archive', path: string): Promise<PlaceTest> {
  try {
    if (!(await stat(path)).isDirectory()) return failed(say('place_no_folder'))
    if (kind === 'archive') return (await refusalToWrite(path)) ?? passed(say('place_writable'))
    const count = await countEntries(path)
    const isAll = count <= countsUpTo
    return passed(
      isAll ? say('place_readable', { count }) : say('place_readable_many', { count: countsUpTo }),
    )
  } catch (error) {
    return failed(sentenceOf(error))
  }
}

async function tryFile(path: string): Promise<PlaceTest> {
  try {
    if ((await stat(path)).isDirectory()) return failed(say('place_no_file'))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return failed(sentenceOf(error))
    return tryNewFile(path)
  }
  try {
    await (await open(path, 'a+')).close()
    return passed(say('place_appendable'))
  } catch (error) {
    return failed(say('place_unwritable', { code: codeOf(error) }))
  }
}

async function tryNewFile(path: string): Promise<PlaceTest> {
  const folder = dirname(path)
  try {
    if (!(await stat(folder)).isDirectory()) return failed(say('place_no_folder'))
  } catch (error) {
    return failed(sentenceOf(error))
  }
  return (await refusalToWrite(folder)) ?? passed(say('place_file_creatable'))
}

/** Rights say little on shares: only a file that was written proves that one can be. Null where it can. */
async function refusalToWrite(folder: string): Promise<PlaceTest | null> {
  const probe = join(folder, `.intray-test-${randomUUID()}`)
  try {
    const file = await open(probe, 'wx')
    try {
      await file.writeFile('A test by Intray.\n')
    } finally {
      await file.close()
      await rm(probe, { force: true })
    }
    return null
  } catch (error) {
    return failed(say('place_unwritable', { code: codeOf(error) }))
  }
}

async function countEntries(path: string): Promise<number> {
  let count = 0
  for await (const _entry of await opendir(path)) {
    count += 1
    if (count > countsUpTo) break
  }
  return count
}

function sentenceOf(error: unknown): Sentence {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return say('place_absent')
  return say('place_refused', { code })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

function passed(sentence: Sentence): PlaceTest {
  return { ok: true, ...sentence }
}

function failed(sentence: Sentence): PlaceTest {
  return { ok: false, ...sentence }
}
