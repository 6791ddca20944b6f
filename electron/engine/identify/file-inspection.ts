import { createHash, hash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileFamilyId } from '../../shared/file-families.ts'
import { inspectContent } from './content-inspection.ts'
import type { ContentInspection } from './content-inspection.ts'
import { changedWhileRead, refuseSpecial, toReadFailure } from './read-failure.ts'

export interface Inspection extends ContentInspection {
  readonly sizeBytes: number
  /** Of every byte of the file, as lower-case hex. */
  readonly sha256: string
  /**
   * True when the file has no end of its own by which it could be judged, and ends in many zeros: a program may have
   * given it its size before its content.
   */
  readonly endsInZeros: boolean
}

export interface InspectionOptions {
  readonly maxFileSizeBytes: number
  /** A picture whose shorter side has fewer pixels is called too small. 0, or absent: none is. */
  readonly minPicturePixels?: number | undefined
  /** The file's name, where the path ends in another one. */
  readonly name?: string
  /** Stops the hashing of a large file; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** What a file over the limit is judged by. */
const beginningBytes = 256 * 1024
/** How much of a file over the limit is in memory at a time. */
const chunkBytes = 1024 * 1024

/**
 * `O_NONBLOCK`: a pipe that takes a file's place after it was looked at cannot stop the engine.
 * `O_NOFOLLOW`: nor can a link lead to a file that its owner did not drop. Windows lacks both.
 */
const posixFlags: Partial<typeof constants> = constants
const openFlags = constants.O_RDONLY | (posixFlags.O_NONBLOCK ?? 0) | (posixFlags.O_NOFOLLOW ?? 0)

/**
 * Reads a file once and says what it is, how it hashes and what is wrong with it. Nothing is decoded.
 *
 * @throws IntrayError `file_missing`, `file_unreadable` (also for links, pipes, devices and folders) or
 *   `content_changed` when the file changed while it was read; the detail never names the path
 */
export async function inspectFile(path: string, options: InspectionOptions): Promise<Inspection> {
  const name = options.name ?? basename(path)
  const { bytes, sizeBytes, sha256 } = await readFile(path, options)
  const { maxFileSizeBytes, minPicturePixels } = options
  const content = await inspectContent({ bytes, sizeBytes, maxFileSizeBytes, minPicturePixels, name })
  const endsInZeros = endless.has(content.family) && bytes.length === sizeBytes && hasZerosAtEnd(bytes)
  return { ...content, sizeBytes, sha256, endsInZeros }
}

/** Of these formats the structure alone does not tell that content is missing at the end. */
const endless: ReadonlySet<FileFamilyId | null> = new Set<FileFamilyId | null>([
  'tiff',
  'raw',
  'eps',
  'txt',
  null,
])

/** A block of a disk. Shorter files are written in one go. */
const manyBytes = 4_096

function hasZerosAtEnd(bytes: Buffer): boolean {
  return bytes.length >= manyBytes && bytes.subarray(-manyBytes).every((byte) => byte === 0)
}

interface FileReading {
  readonly bytes: Buffer
  readonly sizeBytes: number
  readonly sha256: string
}

async function readFile(path: string, options: InspectionOptions): Promise<FileReading> {
  try {
    const before = await lstat(path)
    refuseSpecial(before)
    const file = await open(path, openFlags)
    try {
      const reading =
        before.size <= options.maxFileSizeBytes
          ? await readWhole(file, before.size)
          : await hashInChunks(file, before.size, options.signal)
      const after = await file.stat()
      if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changedWhileRead()
      return reading
    } finally {
      await file.close()
    }
  } catch (thrown) {
    throw options.signal?.aborted === true ? options.signal.reason : toReadFailure(thrown)
  }
}

async function readWhole(file: FileHandle, sizeBytes: number): Promise<FileReading> {
  const bytes = Buffer.allocUnsafe(sizeBytes)
  await fill(file, bytes, 0)
  return { bytes, sizeBytes, sha256: hash('sha256', bytes, 'hex') }
}

async function hashInChunks(file: FileHandle, sizeBytes: number, signal?: AbortSignal): Promise<FileReading> {
  const sum = createHash('sha256')
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let beginning: Buffer | null = null
  for (let at = 0; at < sizeBytes; at += chunk.length) {
    signal?.throwIfAborted()
    const part = chunk.subarray(0, Math.min(chunk.length, sizeBytes - at))
    await fill(file, part, at)
    sum.update(part)
    beginning ??= Buffer.from(part.subarray(0, beginningBytes))
  }
  return { bytes: beginning ?? Buffer.alloc(0), sizeBytes, sha256: sum.digest('hex') }
}

/** Fills all of `bytes` from an offset of the file; network shares may give less at a time than asked. */
async function fill(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, position + filled)
    if (bytesRead === 0) throw changedWhileRead()
    filled += bytesRead
  }
}
