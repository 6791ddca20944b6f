import type { FolderSettings } from '../../shared/settings/folder.ts'
import type { ReviewSettings } from '../../shared/settings/review.ts'

/** What says whether two persons must approve. */
export interface SecondReviewRule {
  readonly folder: Pick<FolderSettings, 'secondReview'>
  readonly review: Pick<ReviewSettings, 'secondReviewMediaTypes'>
}

/**
 * Whether two persons must approve a file of this folder and media type. `resolve` gives the media type that a text
 * means, because people may have set `passport` where the endpoint says IMAGE_PASSPORT_FRONT.
 */
export function needsSecondReview(
  { folder, review }: SecondReviewRule,
  mediaType: string | null,
  resolve: (text: string) => string,
): boolean {
  if (folder.secondReview) return true
  if (mediaType === null) return false
  const key = sameTextKey(resolve(mediaType))
  return review.secondReviewMediaTypes.some((text) => sameTextKey(resolve(text)) === key)
}

/** Whether two names are one person's: however they are cased, composed, or set between blanks. */
export function isSamePerson(one: string, other: string): boolean {
  return sameTextKey(one) === sameTextKey(other)
}

function sameTextKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase().normalize('NFC')
}
