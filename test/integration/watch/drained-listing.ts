import { listFolder } from '../../../electron/engine/watch/listing.ts'
import type { ListingOptions, ListingResult } from '../../../electron/engine/watch/listing.ts'
import type { ListedBatch, ListedFile, ListedOther } from '../../../electron/engine/watch/listed-entry.ts'

export interface DrainedListing {
  readonly batches: readonly ListedBatch[]
  readonly files: readonly ListedFile[]
  readonly others: readonly ListedOther[]
  /** All paths of files, in order of their names. */
  readonly paths: readonly string[]
  readonly result: ListingResult
}

export async function drainListing(
  root: string,
  options: Partial<ListingOptions> = {},
): Promise<DrainedListing> {
  const batches: ListedBatch[] = []
  const result = await drainBatches(root, options, (batch) => void batches.push(batch))
  const files = batches.flatMap((batch) => batch.files)
  const others = batches.flatMap((batch) => batch.others)
  return { batches, files, others, paths: files.map((file) => file.path).sort(), result }
}

/** Hands over each batch and keeps none. */
export async function drainBatches(
  root: string,
  options: Partial<ListingOptions>,
  onBatch: (batch: ListedBatch) => void,
): Promise<ListingResult> {
  const listing = listFolder(root, { recursive: true, ...options })
  for (;;) {
    const step = await listing.next()
    if (step.done === true) return step.value
    onBatch(step.value)
  }
}
