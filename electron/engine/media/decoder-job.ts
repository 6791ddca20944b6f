import type { FileFamilyId } from '../../shared/file-families.ts'
import type { Recipe } from '../../shared/repair.ts'
import type { SheetMarks } from './blank-sheet.ts'
import type { RepairableFamily } from './repair/repairable.ts'

/** Where in a scan the picture is that stands for it. */
export type PictureSource = 'tiff_pages' | 'raw' | 'raw_embedded_jpeg' | 'eps_embedded_tiff'

/** Make one picture of one scan. */
export interface DrawingJob {
  readonly kind: 'draw'
  readonly scanPath: string
  /** The content that the picture stands for, in lower-case hex. Any other content is refused. */
  readonly sha256: string
  readonly source: PictureSource
  /** One page of a TIFF, from 1; null: all below one another. */
  readonly page: number | null
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

/** Make one scan smaller. */
export interface RepairJob {
  readonly kind: 'repair'
  readonly scanPath: string
  /** In lower-case hex. Any other content is refused. */
  readonly sha256: string
  readonly family: RepairableFamily
  /** Null: the one that loses least is looked for. */
  readonly recipe: Recipe | null
  /** What each page may have where a recipe is looked for. */
  readonly targetBytes: number
}

/** One page of a repaired picture. */
export interface RepairedPage {
  readonly jpeg: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

export interface RepairedPicture {
  readonly recipe: Recipe
  readonly pages: readonly RepairedPage[]
  /** Of the original's first page, upright. */
  readonly original: { readonly widthPx: number; readonly heightPx: number }
}

/** What the decoder's thread is asked. */
export type DecoderJob = DrawingJob | MeasuringJob | RepairJob

/** What each kind of job makes. */
export interface Made {
  /** A JPEG. */
  readonly draw: Uint8Array
  /** For each page. */
  readonly measure: readonly SheetMarks[]
  readonly repair: RepairedPicture
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
  /** An animation is no scan. */
  | 'moving'
  /** The recipe does not go with the number of pages, or none makes the picture small enough. */
  | 'recipe_unfit'
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
