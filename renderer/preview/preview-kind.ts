import type { FileFamilyId } from '../../electron/shared/file-families.ts'

export type PreviewKind = 'pages' | 'text' | 'video' | 'facts'

/**
 * What shows a family; a picture is one page. TIFF and camera raw arrive as a picture that the engine made, and so does an EPS that holds
 * one; where it holds none the engine says so, and the facts stand in.
 * `facts`: Chromium cannot show it, so the item's facts and the system's own program stand in.
 */
const kindByFamily: Readonly<Record<FileFamilyId, PreviewKind>> = {
  txt: 'text',
  pdf: 'pages',
  mp4: 'video',
  mov: 'video',
  mkv: 'video',
  wmv: 'facts',
  avi: 'facts',
  png: 'pages',
  jpg: 'pages',
  gif: 'pages',
  tiff: 'pages',
  raw: 'pages',
  eps: 'pages',
}

/** What shows an item of this family; `null` is a file whose family is not known. */
export function previewKindOf(family: FileFamilyId | null): PreviewKind {
  return family === null ? 'facts' : kindByFamily[family]
}

const drawnFamilies: ReadonlySet<FileFamilyId> = new Set(['tiff', 'raw', 'eps'])

/** True where what is shown is a picture that Intray made, and not the file itself. */
export function madeByIntray(family: FileFamilyId | null): boolean {
  return family !== null && drawnFamilies.has(family)
}
