import { printedKey } from './own-keys.ts'
import { reviewKeys } from './review-keys.ts'
import type { ReviewCommand } from './review-keys.ts'

/** The key that gives a command of the review now, as it is printed; empty where it has none. Reactive. */
export function reviewKey(command: ReviewCommand): string {
  return printedKey('review', reviewKeys, command) ?? ''
}
