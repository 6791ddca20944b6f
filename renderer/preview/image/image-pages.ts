import type { Item } from '../../../electron/shared/records.ts'
import type { PagedDocument, DrawnPage } from '../pages/shown-page.ts'
import { fetchPreview, pageCountOf } from '../preview-source.ts'
import { copyOf, decodeImage } from './decoded-image.ts'

/** Opens a picture, which is one page. */
export async function openImage(item: Item, signal: AbortSignal): Promise<PagedDocument> {
  const response = await fetchPreview(item, signal)
  const blob = await response.blob()
  return {
    pageCount: 1,
    drawPage: (_page, pageSignal) => decodeImage(blob, pageSignal),
    drawThumbnail: (_page, widthPx) => copyOf(blob, widthPx),
    close: () => undefined,
  }
}

/** Opens a TIFF, whose pages the engine draws one by one. */
export async function openTiff(item: Item, signal: AbortSignal): Promise<PagedDocument> {
  const response = await fetchPreview(item, signal, { page: 1 })
  const first = await response.blob()
  const pageCount = pageCountOf(response)
  const stop = new AbortController()
  const blobOf = async (page: number, pageSignal: AbortSignal): Promise<Blob> => {
    if (page === 1) return first
    const wanted = AbortSignal.any([pageSignal, stop.signal])
    return (await fetchPreview(item, wanted, { page })).blob()
  }
  return {
    pageCount,
    drawPage: async (page, pageSignal): Promise<DrawnPage> =>
      decodeImage(await blobOf(page, pageSignal), pageSignal),
    drawThumbnail: async (page, widthPx, pageSignal) => copyOf(await blobOf(page, pageSignal), widthPx),
    close: () => stop.abort(),
  }
}
