import {
  getDocument,
  GlobalWorkerOptions,
  PasswordException,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import rendererUrl from 'pdfjs-dist/legacy/build/pdf.renderer.min.mjs?url'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import type { PagedDocument, DrawnPage } from '../pages/shown-page.ts'
import { PreviewError } from '../preview-problem.ts'
import { pageRaster } from './page-size.ts'

/** Pictures with more pixels than this stay blank: they would cost the worker over 480 MB each. */
const maxImagePixels = 120_000_000
/** How long workers may take to give back fonts and pictures before they are ended. */
const farewellMs = 1_000

/**
 * Opens a PDF in workers of its own. Nothing in it is executed: no scripts, no XFA forms, no links.
 * @throws PreviewError when it is damaged or asks for a password.
 */
export async function openPdf(data: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<PagedDocument> {
  const reader = new Worker(workerUrl, { type: 'module' })
  // Pages are drawn in a worker as well, so that a hostile page cannot freeze the window.
  const painter = new Worker(rendererUrl, { type: 'module' })
  GlobalWorkerOptions.rendererPorts = [painter]
  const assets = new URL('pdfjs/', document.baseURI)
  const task = getDocument({
    data,
    worker: PDFWorker.create({ port: reader, verbosity: 0 }),
    cMapUrl: new URL('cmaps/', assets).href,
    standardFontDataUrl: new URL('standard_fonts/', assets).href,
    // Fax and JPEG 2000 pictures: the policy of the window forbids WebAssembly, so their JavaScript form is used.
    wasmUrl: new URL('wasm/', assets).href,
    useWasm: false,
    useWorkerFetch: true,
    enableXfa: false,
    maxImageSize: maxImagePixels,
    verbosity: 0,
  })
  const close = (): void => {
    signal.removeEventListener('abort', close)
    void farewell(task).finally(() => {
      reader.terminate()
      painter.terminate()
    })
  }
  signal.addEventListener('abort', close)
  try {
    const pdf = await Promise.race([task.promise, failureOf(reader)])
    signal.throwIfAborted()
    signal.removeEventListener('abort', close)
    if (pdf.numPages < 1) throw new Error('The document has no page.')
    return {
      pageCount: pdf.numPages,
      drawPage: (...page) => drawPage(pdf, ...page),
      drawThumbnail: (...page) => drawThumbnail(pdf, ...page),
      close,
    }
  } catch (thrown) {
    close()
    throw new PreviewError(
      { kind: thrown instanceof PasswordException ? 'protected' : 'broken' },
      { cause: thrown },
    )
  }
}

function failureOf(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true })
  })
}

/** Lets a document give back what it holds, but does not wait for one that hangs. */
async function farewell(task: PDFDocumentLoadingTask): Promise<void> {
  const limit = new Promise<void>((resolve) => setTimeout(resolve, farewellMs))
  // A document that is closed while it opens rejects its own farewell; its workers are ended all the same.
  await Promise.race([task.destroy().catch(() => undefined), limit])
}

async function drawPage(pdf: PDFDocumentProxy, pageNumber: number, signal: AbortSignal): Promise<DrawnPage> {
  const page = await pdf.getPage(pageNumber)
  const { scale, ownSize } = pageRaster(page.getViewport({ scale: 1 }))
  const canvas = await draw(page, scale, signal)
  return {
    widthPx: canvas.width,
    heightPx: canvas.height,
    ownSize,
    measure: 'paper',
    source: { kind: 'canvas', canvas },
    copy: (widthPx) => createImageBitmap(canvas, { resizeWidth: widthPx, resizeQuality: 'medium' }),
    release: () => {
      // The pixels go now, not with the next collection of garbage.
      canvas.width = 0
      canvas.height = 0
    },
  }
}

async function drawThumbnail(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  widthPx: number,
  signal: AbortSignal,
): Promise<ImageBitmap> {
  const page = await pdf.getPage(pageNumber)
  const canvas = await draw(page, widthPx / Math.max(page.getViewport({ scale: 1 }).width, 1), signal)
  return createImageBitmap(canvas)
}

async function draw(page: PDFPageProxy, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
  signal.throwIfAborted()
  const viewport = page.getViewport({ scale })
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(viewport.width)
  canvas.height = Math.ceil(viewport.height)
  const task = page.render({ canvas, viewport })
  const cancel = (): void => task.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    await task.promise
    return canvas
  } finally {
    signal.removeEventListener('abort', cancel)
    page.cleanup()
  }
}
