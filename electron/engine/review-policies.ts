import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { needsSecondReview } from './review/second-review.ts'

/** What the settings say about decisions on an item. */
export interface ReviewPolicies {
  /** Whether two persons must approve an item of this folder and media type. */
  needsSecondReview(folderId: string, mediaType: string | null): boolean
  /** Whether an uploaded file stays where it is. */
  leavesFiles(folderId: string): boolean
}

export interface ReviewPolicyOptions {
  readonly settings: Pick<Settings, 'review'>
  /** Settings of a folder, also of one that is watched no more. */
  folderOf(folderId: string): FolderSettings
  /** The media type that a text means. */
  resolveMediaType(text: string): string
}

export function createReviewPolicies(options: ReviewPolicyOptions): ReviewPolicies {
  const { folderOf, settings } = options
  return {
    needsSecondReview: (folderId, mediaType) =>
      needsSecondReview({ folder: folderOf(folderId), review: settings.review }, mediaType, (text) =>
        options.resolveMediaType(text),
      ),
    leavesFiles: (folderId) => folderOf(folderId).afterUpload === 'leave',
  }
}
