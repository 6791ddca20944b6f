import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Raised when pictures are made in another way, so that older ones are made anew. */
const version = 1

const suffix = `.v${version}.jpg`
const draftSuffix = '.draft'

/** Pictures that were made of scans, by the scan's SHA-256 or a page of it, as `previews.ts` names it. */
export interface PictureCache {
  /** The path of a picture, or undefined. */
  find(key: string): Promise<string | undefined>
  /** Keeps a picture, whole or not at all, and drops those not looked at for longest. Returns its path. */
  keep(key: string, jpeg: Uint8Array): Promise<string>
  /** Deletes every picture. */
  purge(): Promise<void>
}

/** The folder is private to the user and holds at most `maxBytes`, though always the newest picture. */
export function createPictureCache(folder: string, maxBytes: number): PictureCache {
  const pathOf = (key: string): string => join(folder, `${key}${suffix}`)

  return {
    async find(key) {
      const path = pathOf(key)
      try {
        const now = new Date()
        await utimes(path, now, now)
        return path
      } catch {
        return undefined
      }
    },
    async keep(key, jpeg) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = join(folder, `${randomUUID()}${draftSuffix}`)
      try {
        await writeFile(draft, jpeg, { mode: 0o600, flag: 'wx' })
        await rename(draft, pathOf(key))
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      await trim(folder, maxBytes, pathOf(key))
      return pathOf(key)
    },
    async purge() {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function trim(folder: string, maxBytes: number, newest: string): Promise<void> {
  const pictures = await listPictures(folder)
  let total = pictures.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  for (const { path, sizeBytes } of pictures.sort((a, b) => a.usedAtMs - b.usedAtMs)) {
    if (total <= maxBytes) return
    if (path === newest) continue
    // A picture that is being looked at cannot be deleted on Windows; it goes the next time.
    await rm(path, { force: true }).catch(() => undefined)
    total -= sizeBytes
  }
}

/** All that lies there: drafts of a process that died, and pictures of other versions, must go as well. */
async function listPictures(folder: string) {
  const pictures: { path: string; sizeBytes: number; usedAtMs: number }[] = []
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const facts = await stat(path).catch(() => undefined)
    if (facts?.isFile()) pictures.push({ path, sizeBytes: facts.size, usedAtMs: facts.mtimeMs })
  }
  return pictures
}
