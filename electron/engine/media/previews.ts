import { IntrayError } from '../../shared/error-codes.ts'
import { fileFamilies } from '../../shared/file-families.ts'
import type { FileFamilyId } from '../../shared/file-families.ts'
import { readDeclaredSize } from './declared-size.ts'
import type { PictureSource } from './decoder-job.ts'
import { createDecoderThread } from './decoder-thread.ts'
import type { ThreadDecoded } from './decoder-thread.ts'
import { createKnownContent } from './known-content.ts'
import { createPictureCache } from './picture-cache.ts'
import { countTiffPages } from './tiff-pages.ts'
import { say } from '../../shared/sentences/say.ts'

/** A scan as the ledger knows it. */
export interface ScanToShow {
  readonly path: string
  readonly family: FileFamilyId
  /** In lower-case hex. A file with any other content is refused: it is not what would be sent. */
  readonly sha256: string
  /** One page of a TIFF, from 1; absent: all pages below one another. */
  readonly page?: number | undefined
}

/** A file that Chromium can show: the scan itself, or a picture made of it. */
export interface ShownFile {
  readonly path: string
  readonly mime: string
  /** Of a TIFF; 1 for everything else. */
  readonly pageCount: number
}

export interface Previews {
  /**
   * What shows this scan. Calls for the same content share the work.
   * @throws {IntrayError} `preview_unavailable`, `content_changed`, `file_missing`, `file_unreadable`
   */
  preview(scan: ScanToShow): Promise<ShownFile>
  /** Deletes every picture that was made. */
  purge(): Promise<void>
  stop(): Promise<void>
}

export interface PreviewOptions {
  /** Where pictures are kept; private to the user. */
  readonly folder: string
  readonly maxCacheBytes: number
  /** The built or plain file of `preview-worker.ts`. */
  readonly workerFile: URL | string
  /** How long one picture may take. */
  readonly limitMs?: number
  readonly idleMs?: number
}

/** Chromium shows these by itself; what it cannot show of the rest is found or drawn; `none` has no picture. */
const wayByFamily: Readonly<Record<FileFamilyId, 'as_it_is' | 'none' | readonly PictureSource[]>> = {
  txt: 'as_it_is',
  pdf: 'as_it_is',
  mp4: 'as_it_is',
  mov: 'as_it_is',
  mkv: 'as_it_is',
  png: 'as_it_is',
  jpg: 'as_it_is',
  gif: 'as_it_is',
  tiff: ['tiff_pages'],
  // A camera that the decoder does not know has at least embedded a picture.
  raw: ['raw', 'raw_embedded_jpeg'],
  eps: ['eps_embedded_tiff'],
  avi: 'none',
  wmv: 'none',
}

/** A picture that declares more than this is not handed to Chromium: decoding it would take 800 MB. */
const maxDeclaredPixels = 200_000_000

const whyRefused = {
  too_large: say('picture_too_large_to_show'),
  too_many_pages: say('more_pages_than', { most: 20 }),
  no_embedded_picture: say('no_picture_to_show'),
  moving: say('animation'),
  recipe_unfit: say('not_smaller_this_way'),
  undecodable: say('picture_undecodable'),
  too_slow: say('decoding_too_slow'),
  stopped: say('intray_is_closing'),
} as const

/** Failures that are remembered, so that a hostile file costs its time only once. */
const maxRemembered = 500

export function createPreviews(options: PreviewOptions): Previews {
  const cache = createPictureCache(options.folder, options.maxCacheBytes)
  const content = createKnownContent()
  const thread = createDecoderThread({
    name: 'previews',
    workerFile: options.workerFile,
    limitMs: options.limitMs ?? 20_000,
    idleMs: options.idleMs ?? 60_000,
  })
  const running = new Map<string, Promise<string>>()
  const failed = new Map<string, IntrayError>()

  async function drawFirst(scan: ScanToShow, sources: readonly PictureSource[]): Promise<Uint8Array> {
    const page = scan.page ?? null
    let drawn: ThreadDecoded<Uint8Array> = { ok: false, refusal: 'no_embedded_picture' }
    for (const source of sources) {
      drawn = await thread.decode({ kind: 'draw', scanPath: scan.path, sha256: scan.sha256, source, page })
      if (drawn.ok) return drawn.made
      if (drawn.refusal !== 'undecodable') break
    }
    throw toIntrayError(drawn)
  }

  async function makePicture(scan: ScanToShow, sources: readonly PictureSource[]): Promise<string> {
    const key = keyOf(scan)
    const known = failed.get(key)
    if (known !== undefined) throw known
    try {
      return (await cache.find(key)) ?? (await cache.keep(key, await drawFirst(scan, sources)))
    } catch (error) {
      if (error instanceof IntrayError && isLasting(error)) remember(failed, key, error)
      throw error
    }
  }

  function shareWork(scan: ScanToShow, sources: readonly PictureSource[]): Promise<string> {
    const key = keyOf(scan)
    const present = running.get(key)
    if (present !== undefined) return present
    const made = makePicture(scan, sources).finally(() => running.delete(key))
    running.set(key, made)
    return made
  }

  return {
    async preview(scan) {
      const way = wayByFamily[scan.family]
      if (way === 'none') throw new IntrayError('preview_unavailable')
      const head = await content.readHead(scan.path, scan.sha256)
      const pageCount = scan.family === 'tiff' ? await countTiffPages(scan.path) : 1
      if ((scan.page ?? 1) > pageCount) throw new IntrayError('preview_unavailable', say('no_such_page'))
      if (way === 'as_it_is') {
        checkDeclaredSize(head)
        return { path: scan.path, mime: fileFamilies[scan.family].mime, pageCount }
      }
      // The only page is the whole picture.
      const part = pageCount === 1 ? { ...scan, page: undefined } : scan
      return { path: await shareWork(part, way), mime: fileFamilies.jpg.mime, pageCount }
    },
    async purge() {
      await cache.purge()
      failed.clear()
    },
    stop: () => thread.stop(),
  }
}

/** What a picture is kept under. */
function keyOf({ sha256, page }: ScanToShow): string {
  return page === undefined ? sha256 : `${sha256}-p${String(page)}`
}

function checkDeclaredSize(head: Buffer): void {
  const size = readDeclaredSize(head)
  if (size !== undefined && size.widthPx * size.heightPx > maxDeclaredPixels) {
    const { widthPx, heightPx } = size
    throw new IntrayError('preview_unavailable', say('picture_claims', { widthPx, heightPx }))
  }
}

function toIntrayError(drawn: ThreadDecoded<Uint8Array>): IntrayError {
  if (drawn.ok) return new IntrayError('unexpected')
  switch (drawn.refusal) {
    case 'content_changed':
    case 'file_missing':
    case 'file_unreadable':
      return new IntrayError(drawn.refusal)
    default:
      return new IntrayError('preview_unavailable', whyRefused[drawn.refusal])
  }
}

/** What lies in the content itself will be so again; the rest may be better the next time. */
function isLasting(error: IntrayError): boolean {
  return error.code === 'preview_unavailable' && error.detail !== whyRefused.stopped.words
}

function remember(failed: Map<string, IntrayError>, sha256: string, error: IntrayError): void {
  failed.set(sha256, error)
  const [oldest] = failed.keys()
  if (failed.size > maxRemembered && oldest !== undefined) failed.delete(oldest)
}
