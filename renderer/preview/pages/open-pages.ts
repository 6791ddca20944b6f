import type { Item } from '../../../electron/shared/records.ts'
import { openImage, openTiff } from '../image/image-pages.ts'
import { openPdf } from '../pdf/pdf-document.ts'
import { fetchPreview } from '../preview-source.ts'
import type { PagedDocument } from './shown-page.ts'

/**
 * Opens a file that consists of pages: a picture, a TIFF, a PDF.
 * @throws PreviewError when there is nothing to show.
 */
export async function openPages(item: Item, signal: AbortSignal): Promise<PagedDocument> {
  if (item.family === 'tiff') return openTiff(item, signal)
  if (item.family !== 'pdf') return openImage(item, signal)
  const response = await fetchPreview(item, signal)
  return openPdf(new Uint8Array(await response.arrayBuffer()), signal)
}
