import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { drawJpeg, drawRaw, drawTiff } from './drawing.ts'
import { DrawingRefused } from './drawing-job.ts'
import type { DrawingJob, DrawingOutcome, DrawingRefusal, Drawn, PictureSource } from './drawing-job.ts'
import { findEmbeddedJpeg } from './embedded-jpeg.ts'
import { findEpsPreview } from './eps-preview.ts'
import { startMagick } from './magick.ts'

/** Twenty times what the endpoint takes; the whole file is read into memory. */
const maxScanBytes = 100_000_000

// The drawing thread. It is stopped from outside when it takes too long.
const port = parentPort
if (port === null) throw new Error('this file is the start of a worker thread')
port.on('message', (job: DrawingJob) => {
  void run(job).then((drawn) => port.postMessage({ jobId: job.jobId, drawn } satisfies DrawingOutcome))
})

async function run(job: DrawingJob): Promise<Drawn> {
  try {
    const scan = await readScan(job)
    await startMagick()
    return { ok: true, jpeg: draw(scan, job.source) }
  } catch (thrown) {
    return { ok: false, refusal: refusalOf(thrown) }
  }
}

/** The decoder throws errors of many kinds, and values that are no errors at all. */
function refusalOf(thrown: unknown): DrawingRefusal {
  return thrown instanceof DrawingRefused ? thrown.refusal : 'undecodable'
}

async function readScan({ scanPath, sha256 }: DrawingJob): Promise<Buffer> {
  const scan = await readBounded(scanPath)
  const actual = createHash('sha256').update(scan).digest('hex')
  if (actual !== sha256) throw new DrawingRefused('content_changed')
  return scan
}

async function readBounded(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size <= maxScanBytes) return await readFile(path)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new DrawingRefused(isMissing ? 'file_missing' : 'file_unreadable')
  }
  throw new DrawingRefused('too_large')
}

function draw(scan: Buffer, source: PictureSource): Buffer {
  switch (source) {
    case 'tiff_pages':
      return drawTiff(scan)
    case 'eps_embedded_tiff':
      return drawTiff(needed(findEpsPreview(scan)))
    case 'raw':
      return drawRaw(scan, findEmbeddedJpeg(scan))
    case 'raw_embedded_jpeg':
      return drawJpeg(needed(findEmbeddedJpeg(scan)))
  }
}

function needed<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new DrawingRefused('no_embedded_picture')
  return part
}
