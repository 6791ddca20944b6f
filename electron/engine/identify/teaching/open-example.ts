import type { TaughtName } from './taught-name.ts'

/** An example whose media type is said and not yet found. */
export interface OpenExample extends TaughtName {
  readonly mediaType: string
  /** What the words must name: of a document whose side stands in another place, its front. */
  readonly document: string
}
