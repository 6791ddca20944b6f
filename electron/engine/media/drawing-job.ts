/** Where in a scan the picture is that stands for it. */
export type PictureSource = 'tiff_pages' | 'raw' | 'raw_embedded_jpeg' | 'eps_embedded_tiff'

/** What the drawing thread is asked: make one picture of one scan. */
export interface DrawingJob {
  readonly jobId: number
  readonly scanPath: string
  /** The content that the picture stands for, in lower-case hex. Any other content is refused. */
  readonly sha256: string
  readonly source: PictureSource
}

/**
 * Why there is no picture. After `undecodable` the decoder may be broken, and its thread must not be used again;
 * every other refusal came before decoding.
 */
export type DrawingRefusal =
  | 'content_changed'
  | 'file_missing'
  | 'file_unreadable'
  | 'too_large'
  | 'too_many_pages'
  | 'no_embedded_picture'
  | 'undecodable'

export type Drawn<Refusal = DrawingRefusal> =
  { readonly ok: true; readonly jpeg: Uint8Array } | { readonly ok: false; readonly refusal: Refusal }

/** What the drawing thread answers. */
export interface DrawingOutcome {
  readonly jobId: number
  readonly drawn: Drawn
}

/** Thrown while drawing, and turned into an outcome at the thread's edge. */
export class DrawingRefused extends Error {
  readonly refusal: DrawingRefusal

  constructor(refusal: DrawingRefusal) {
    super(refusal)
    this.name = 'DrawingRefused'
    this.refusal = refusal
  }
}
