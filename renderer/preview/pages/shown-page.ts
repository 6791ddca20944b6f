import type { Size } from '../pan-zoom/geometry.ts'

/** One page, or one picture, that is decoded. */
export interface DrawnPage {
  readonly widthPx: number
  readonly heightPx: number
  /** Its size in CSS pixels at the scale of 1. */
  readonly ownSize: Size
  /** `pixels`: 100 % shows one of its pixels on one pixel of the screen. `paper`: 100 % is its printed size. */
  readonly measure: 'pixels' | 'paper'
  readonly source:
    /** `reduced`: a copy that fills the window; null where there is none. */
    | { readonly kind: 'image'; readonly url: string; readonly reduced: ImageBitmap | null }
    | { readonly kind: 'canvas'; readonly canvas: HTMLCanvasElement }
  /** A small copy, which the caller closes. */
  copy(widthPx: number): Promise<ImageBitmap>
  /** Frees the bytes and the decoded picture. */
  release(): void
}

/** A page that can be shown without a wait. */
export interface ShownPage extends DrawnPage {
  /** It at the size at which it is shown first; null where that is not known. */
  readonly fitted: HTMLCanvasElement | null
}

/** Pages of one file. */
export interface PagedDocument {
  readonly pageCount: number
  /** Draws one page, counted from 1. */
  drawPage(pageNumber: number, signal: AbortSignal): Promise<DrawnPage>
  /** A small picture of one page, which the caller closes. */
  drawThumbnail(pageNumber: number, widthPx: number, signal: AbortSignal): Promise<ImageBitmap>
  /** Ends what works on it. Pages that were drawn stay until they are released. */
  close(): void
}
