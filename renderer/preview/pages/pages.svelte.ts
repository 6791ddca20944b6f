import { Loading } from '../loading.svelte.ts'
import { drawFitted, freePixels } from './fitted-canvas.ts'
import { isNear, isOtherPage, pageAhead } from './page-numbers.ts'
import type { DrawnPage, PagedDocument, ShownPage } from './shown-page.ts'

/** The pages of one open file: the one that is shown, and its neighbours, drawn ahead. */
export class Pages {
  readonly count: number
  pageNumber = $state(1)
  /** The page that is shown, while it is drawn and after. */
  page: Loading<ShownPage>
  readonly #document: PagedDocument
  // Not reactive: what is shown is `page`, and this only keeps what was drawn.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #near = new Map<number, Loading<ShownPage>>()

  constructor(document: PagedDocument) {
    this.#document = document
    this.count = document.pageCount
    this.page = $state.raw(this.#pageAt(1))
    this.#drawAhead(1)
  }

  goTo(pageNumber: number): void {
    if (!isOtherPage(pageNumber, this.pageNumber, this.count)) return
    this.pageNumber = pageNumber
    this.page = this.#pageAt(pageNumber)
    for (const [number, page] of this.#near) {
      if (isNear(number, pageNumber)) continue
      page.stop()
      this.#near.delete(number)
    }
    this.#drawAhead(pageNumber)
  }

  /** A small picture of one page, which the caller closes. */
  drawThumbnail(pageNumber: number, widthPx: number, signal: AbortSignal): Promise<ImageBitmap> {
    return this.#document.drawThumbnail(pageNumber, widthPx, signal)
  }

  /** Ends the drawing and closes the document. */
  close(): void {
    for (const page of this.#near.values()) page.stop()
    this.#near.clear()
    this.#document.close()
  }

  #pageAt(pageNumber: number): Loading<ShownPage> {
    const known = this.#near.get(pageNumber)
    if (known !== undefined) return known
    const page = new Loading<ShownPage>({
      load: async (signal) => ready(await this.#document.drawPage(pageNumber, signal)),
      release: (drawn) => drawn.release(),
    })
    this.#near.set(pageNumber, page)
    return page
  }

  #drawAhead(pageNumber: number): void {
    const next = pageAhead(pageNumber, this.count)
    if (next === null) return
    void this.page.settled.then(() => {
      const isStillShown = this.#near.size > 0 && this.pageNumber === pageNumber
      if (isStillShown) this.#pageAt(next)
    })
  }
}

/** Draws a page as it will be shown, before anybody asks for it. */
function ready(page: DrawnPage): ShownPage {
  const { source, ownSize } = page
  const drawn = source.kind === 'image' ? source.reduced : source.canvas
  const fitted = drawn === null ? null : drawFitted(drawn, ownSize, devicePixelRatio)
  const release = (): void => {
    if (fitted !== null) freePixels(fitted)
    page.release()
  }
  return { ...page, fitted, release }
}
