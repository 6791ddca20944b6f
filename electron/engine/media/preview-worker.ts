import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { drawJpeg, drawRaw, drawTiff } from './drawing.ts'
import { DecoderRefused } from './decoder-job.ts'
import type {
  Decoded,
  DecoderAnswer,
  DecoderJob,
  DecoderRefusal,
  DecoderRequest,
  DrawingJob,
  Made,
} from './decoder-job.ts'
import { findEmbeddedJpeg } from './embedded-jpeg.ts'
import { findEpsPreview } from './eps-preview.ts'
import { startMagick } from './magick.ts'
import { measurePages } from './measuring.ts'
import { repairPicture } from './repair/repairing.ts'

/** Twenty times what the endpoint takes; the whole file is read into memory. */
const maxScanBytes = 100_000_000

// The decoder's thread. It is stopped from outside when it takes too long.
const port = parentPort
if (port === null) throw new Error('this file is the start of a worker thread')
port.on('message', ({ jobId, job }: DecoderRequest) => {
  void run(job).then((decoded) => port.postMessage({ jobId, decoded } satisfies DecoderAnswer))
})

async function run(job: DecoderJob): Promise<Decoded<Made[keyof Made]>> {
  try {
    const scan = await readScan(job)
    await startMagick()
    return { ok: true, made: make(scan, job) }
  } catch (thrown) {
    return { ok: false, refusal: refusalOf(thrown) }
  }
}

function make(scan: Buffer, job: DecoderJob): Made[keyof Made] {
  switch (job.kind) {
    case 'draw':
      return draw(scan, job)
    case 'measure':
      return measurePages(scan, job.family)
    case 'repair':
      return repairPicture(scan, job)
  }
}

/** The decoder throws errors of many kinds, and values that are no errors at all. */
function refusalOf(thrown: unknown): DecoderRefusal {
  return thrown instanceof DecoderRefused ? thrown.refusal : 'undecodable'
}

async function readScan(job: DecoderJob): Promise<Buffer> {
  const scan = await readBounded(job.scanPath)
  const isTheSame =
    job.kind === 'measure'
      ? scan.length === job.sizeBytes
      : createHash('sha256').update(scan).digest('hex') === job.sha256
  if (!isTheSame) throw new DecoderRefused('content_changed')
  return scan
}

async function readBounded(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size <= maxScanBytes) return await readFile(path)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new DecoderRefused(isMissing ? 'file_missing' : 'file_unreadable')
  }
  throw new DecoderRefused('too_large')
}

function draw(scan: Buffer, { source, page }: DrawingJob): Buffer {
  switch (source) {
    case 'tiff_pages':
      return drawTiff(scan, page)
    case 'eps_embedded_tiff':
      return drawTiff(needed(findEpsPreview(scan)), null)
    case 'raw':
      return drawRaw(scan, findEmbeddedJpeg(scan))
    case 'raw_embedded_jpeg':
      return drawJpeg(needed(findEmbeddedJpeg(scan)))
  }
}

function needed<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new DecoderRefused('no_embedded_picture')
  return part
}
