import { createHash, randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { IntrayError } from '../../shared/error-codes.ts'
import { say } from '../../shared/sentences/say.ts'

export interface WrittenFile {
  readonly sizeBytes: number
  readonly sha256: string
}

const bytesAtATime = 256 * 1024

/**
 * Writes a file whole or not at all, in constant memory: it takes its name when it is complete and safe on the disk,
 * and what had the name before stays until then. `beforeNaming` runs when all is written, before the file has its
 * name; when it fails there is no file. Readable by its owner alone. Throws `output_unwritable`.
 */
export async function writeEvidenceFile(
  path: string,
  chunks: AsyncIterable<string>,
  beforeNaming: (written: WrittenFile) => Promise<void>,
): Promise<WrittenFile> {
  await refuseDevice(path)
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`
  const file = await open(draft, 'wx', 0o600).catch((error: unknown) => refuse(path, error))
  try {
    const written = await writeChunks(file, path, chunks)
    await file.sync().catch((error: unknown) => refuse(path, error))
    await file.close()
    await beforeNaming(written)
    await rename(draft, path).catch((error: unknown) => refuse(path, error))
    await syncFolder(dirname(path))
    return written
  } catch (error) {
    // Closing twice does nothing.
    await file.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw error
  }
}

/** A file takes the place of a file; a device such as `/dev/null`, which the system needs, must stay what it is. */
async function refuseDevice(path: string): Promise<void> {
  const present = await stat(path).catch(() => null)
  if (present === null || present.isFile() || present.isDirectory()) return
  throw new IntrayError('output_unwritable', say('no_plain_file', { path }))
}

async function writeChunks(
  file: FileHandle,
  path: string,
  chunks: AsyncIterable<string>,
): Promise<WrittenFile> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  let gathered = ''
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(gathered, 'utf8')
    gathered = ''
    hash.update(bytes)
    sizeBytes += bytes.length
    await file.writeFile(bytes).catch((error: unknown) => refuse(path, error))
  }
  for await (const chunk of chunks) {
    gathered += chunk
    if (gathered.length >= bytesAtATime) await flush()
  }
  await flush()
  return { sizeBytes, sha256: hash.digest('hex') }
}

/** Makes the new name outlive a power cut. Windows neither needs nor allows it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function refuse(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  throw new IntrayError('output_unwritable', say('system_refused_at', { path, code }), { cause: error })
}
