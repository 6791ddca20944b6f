import type { FileFamilyId } from '../shared/file-families.ts'
import type { Item } from '../shared/records.ts'

/** What is sent of an item: its file, or the smaller form in its place. */
export interface SentForm {
  readonly sha256: string | null
  readonly sizeBytes: number
  readonly family: FileFamilyId | null
}

/** The form that was reviewed, and that is sent. */
export function sentForm({ repair, sha256, sizeBytes, family }: Item): SentForm {
  return repair ?? { sha256, sizeBytes, family }
}
