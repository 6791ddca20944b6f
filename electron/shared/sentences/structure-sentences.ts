import { countInWords, pixelsInWords } from './english-wording.ts'

interface Extent {
  readonly widthPx: number
  readonly heightPx: number
}

/** What the structure of a file says about it: whether it is whole, open and of a likely size. */
export const structureSentences = {
  breaks_off: 'It breaks off before its end.',
  structure_broken: 'Its structure is broken in the middle.',
  breaks_off_in_part: ({ part }: { part: string }) => `The file breaks off in its “${part}” part.`,

  picture_without_header: 'The picture has no header.',
  picture_cut_in_header: 'The picture breaks off in its header.',
  picture_cut_in_data: 'The picture breaks off in its data.',
  picture_without_end: 'The picture breaks off: its end is missing.',
  picture_without_data: 'The picture breaks off: some of its data is not in the file.',
  picture_without_directory: 'The picture breaks off: its directory is not in the file.',
  picture_cut_in_directory: 'The picture breaks off: a part of its directory is not in the file.',
  picture_cut_behind_directory: 'The picture breaks off behind its directory.',
  picture_checksum: 'Some of its bytes were altered: a checksum does not fit.',
  no_picture: 'It holds no picture.',
  picture_without_size: 'The picture has no width or no height.',
  picture_claims_size: ({ widthPx, heightPx }: Extent) =>
    `The picture claims to be ${pixelsInWords(widthPx, heightPx)}. No scanner makes that; Intray does not open it.`,
  picture_small: ({ widthPx, heightPx, minPx }: Extent & { minPx: number }) =>
    `It has ${pixelsInWords(widthPx, heightPx)}; its shorter side should have at least ${countInWords(minPx)}.`,
  page_without_size: 'A page has no width or no height.',
  page_without_picture: 'A page holds no picture.',
  pages_in_circle: 'Its pages run in a circle.',
  directories_tangled: 'Its directories run through one another.',

  document_without_header: 'The document has no header.',
  document_without_end: 'The document breaks off: its end is missing.',
  document_index_unnamed: 'The document does not say where its index is.',
  document_without_index: 'The index of the document is missing.',
  document_index_displaced:
    'The index of the document is not where the document says. A transfer may have altered it.',
  password_needed: 'It cannot be opened without its password.',
  password_restricts:
    'It opens without a password, but restricts what may be done with it, such as printing.',

  video_without_header: 'The video has no header.',
  video_cut_in_header: 'The video breaks off in its header.',
  video_header_incomplete: 'Its header is not complete.',
  video_shorter: 'The video breaks off: the file is shorter than its header says.',
  video_zeros: 'The video breaks off: zeros follow where it should go on.',
  video_without_data: 'The video breaks off: some of its data is not in the file.',
  video_unfinished: 'Its directory (“moov”) is missing: the recording was not finished.',
  video_without_length: 'Its length is missing: the recording may have been broken off.',
  no_track: 'Its directory names no track.',
  no_track_list: 'The list of its tracks is missing.',
  no_film: 'It holds no film.',
  no_film_data: 'It holds no film data.',

  drawing_shorter: 'The drawing breaks off: the file is shorter than its header says.',
  drawing_without_size: 'The drawing does not say how large it is (“%%BoundingBox” is missing).',
  drawing_without_end: 'The drawing has no end mark: it may have been broken off.',
}
