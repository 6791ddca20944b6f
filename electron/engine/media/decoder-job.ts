import type { FileFamilyId } from '../../shared/file-families.ts'
import type { SheetMarks } from './blank-sheet.ts'

/** Where in a scan the picture is that stands for it. */
export type PictureSource = 'tiff_pages' | 'raw' | 'raw_embedded_jpeg' | 'eps_embedded_tiff'

/** Make one picture of one scan. */
export interface DrawingJob {
  readonly kind: 'draw'
  readonly scanPath: string
  /** The content that the picture stands for, in lower-case hex. Any other content is refused. */
  readonly sha256: string
  readonly source: PictureSource
}

/** Families whose pages can be measured. */
export type MeasurableFamily = Extract<FileFamilyId, 'jpg' | 'png' | 'tiff'>

/** Measure what stands on the pages of one scan. */
export interface MeasuringJob {
  readonly kind: 'measure'
  readonly scanPath: string
  /** A file of any other size is refused: it is another one by now. */
  readonly sizeBytes: number
  readonly family: MeasurableFamily
}

/** What the decoder's thread is asked. */
export type DecoderJob = DrawingJob | MeasuringJob

/** What each kind of job makes. */
export interface Made {
  /** A JPEG. */
  readonly draw: Uint8Array
  /** For each page. */
  readonly measure: readonly SheetMarks[]
}

/**
 * Why nothing was made. After `undecodable` the decoder may be broken, and its thread must not be used again; every
 * other refusal came before decoding.
 */
export type DecoderRefusal =
  | 'content_changed'
  | 'file_missing'
  | 'file_unreadable'
  | 'too_large'
  | 'too_many_pages'
  | 'no_embedded_picture'
  | 'undecodable'

export type Decoded<Value, Refusal = DecoderRefusal> =
  { readonly ok: true; readonly made: Value } | { readonly ok: false; readonly refusal: Refusal }

/** How a job travels to the decoder's thread. */
export interface DecoderRequest {
  readonly jobId: number
  readonly job: DecoderJob
}

/** What the decoder's thread answers. */
export interface DecoderAnswer {
  readonly jobId: number
  readonly decoded: Decoded<Made[keyof Made]>
}

/** Thrown while decoding, and turned into an answer at the thread's edge. */
export class DecoderRefused extends Error {
  readonly refusal: DecoderRefusal

  constructor(refusal: DecoderRefusal) {
    super(refusal)
    this.name = 'DecoderRefused'
    this.refusal = refusal
  }
}
