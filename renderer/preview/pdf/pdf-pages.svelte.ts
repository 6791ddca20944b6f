import { Loading } from '../loading.svelte.ts'
import type { DrawnPage, PdfDocument } from './pdf-document.ts'

/** The pages of one open PDF: the one that is shown, and its neighbours, drawn ahead. */
export class PdfPages {
  readonly count: number
  pageNumber = $state(1)
  /** The page that is shown, while it is drawn and after. */
  page: Loading<DrawnPage>
  readonly #document: PdfDocument
  // Not reactive: what is shown is `page`, and this only keeps what was drawn.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #near = new Map<number, Loading<DrawnPage>>()

  constructor(pdf: PdfDocument) {
    this.#document = pdf
    this.count = pdf.pageCount
    this.page = $state.raw(this.#pageAt(1))
    this.#drawAhead(1)
  }

  goTo(pageNumber: number): void {
    if (pageNumber < 1 || pageNumber > this.count || pageNumber === this.pageNumber) return
    this.pageNumber = pageNumber
    this.page = this.#pageAt(pageNumber)
    for (const [number, page] of this.#near) {
      if (Math.abs(number - pageNumber) <= 1) continue
      page.stop()
      this.#near.delete(number)
    }
    this.#drawAhead(pageNumber)
  }

  /** Ends the drawing and closes the document. */
  close(): void {
    for (const page of this.#near.values()) page.stop()
    this.#near.clear()
    this.#document.close()
  }

  #pageAt(pageNumber: number): Loading<DrawnPage> {
    const known = this.#near.get(pageNumber)
    if (known !== undefined) return known
    const page = new Loading<DrawnPage>({ load: (signal) => this.#document.drawPage(pageNumber, signal) })
    this.#near.set(pageNumber, page)
    return page
  }

  #drawAhead(pageNumber: number): void {
    if (pageNumber === this.count) return
    void this.page.settled.then(() => {
      const isStillShown = this.#near.size > 0 && this.pageNumber === pageNumber
      if (isStillShown) this.#pageAt(pageNumber + 1)
    })
  }
}
