import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { IntrayError } from '../../shared/error-codes.ts'
import { say } from '../../shared/sentences/say.ts'

/** Enough for a PNG's, a GIF's and nearly every JPEG's declaration of its size. */
const headBytes = 262_144

/** Checked files that are remembered; a video asks for its file once for every part that is played. */
const maxRemembered = 500

/** Files whose content was found to be what the ledger says. */
export interface KnownContent {
  /**
   * The file's first bytes, after its whole content was compared with `sha256`.
   * @throws {IntrayError} `content_changed`, `file_missing`, `file_unreadable`
   */
  readHead(path: string, sha256: string): Promise<Buffer>
}

/** Reads a file in full only when its size, time or number changed since it was last compared. */
export function createKnownContent(): KnownContent {
  const remembered = new Map<string, string>()

  return {
    async readHead(path, sha256) {
      try {
        const { head, mark } = await readStart(path)
        const key = `${sha256} ${mark}`
        if (remembered.get(path) === key) return head
        if ((await hashFile(path)) !== sha256) throw new IntrayError('content_changed')
        remembered.delete(path)
        remembered.set(path, key)
        const [oldest] = remembered.keys()
        if (remembered.size > maxRemembered && oldest !== undefined) remembered.delete(oldest)
        return head
      } catch (error) {
        throw error instanceof IntrayError ? error : readFailure(error)
      }
    },
  }
}

async function readStart(path: string): Promise<{ head: Buffer; mark: string }> {
  const handle = await open(path, 'r')
  try {
    const facts = await handle.stat({ bigint: true })
    if (!facts.isFile()) throw new IntrayError('file_unreadable', say('not_regular_file'))
    const buffer = Buffer.alloc(headBytes)
    const { bytesRead } = await handle.read(buffer, 0, headBytes, 0)
    const mark = [facts.ino, facts.size, facts.mtimeNs, facts.ctimeNs].join(' ')
    return { head: buffer.subarray(0, bytesRead), mark }
  } finally {
    await handle.close()
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function readFailure(error: unknown): IntrayError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new IntrayError('file_missing', '', { cause: error })
    : new IntrayError('file_unreadable', code, { cause: error })
}
