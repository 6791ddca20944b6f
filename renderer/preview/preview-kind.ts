import type { FileFamilyId } from '../../electron/shared/file-families.ts'

export type PreviewKind = 'image' | 'pdf' | 'text' | 'video' | 'facts'

/**
 * What shows a family. TIFF and camera raw arrive as a picture that the engine made, and so does an EPS that holds
 * one; where it holds none the engine says so, and the facts stand in.
 * `facts`: Chromium cannot show it, so the item's facts and the system's own program stand in.
 */
const kindByFamily: Readonly<Record<FileFamilyId, PreviewKind>> = {
  txt: 'text',
  pdf: 'pdf',
  mp4: 'video',
  mov: 'video',
  mkv: 'video',
  wmv: 'facts',
  avi: 'facts',
  png: 'image',
  jpg: 'image',
  gif: 'image',
  tiff: 'image',
  raw: 'image',
  eps: 'image',
}

/** What shows an item of this family; `null` is a file whose family is not known. */
export function previewKindOf(family: FileFamilyId | null): PreviewKind {
  return family === null ? 'facts' : kindByFamily[family]
}
