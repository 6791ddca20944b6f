import type { FileFamilyId } from '../file-families.ts'
import { fileFamilies } from '../file-families.ts'
import { familyPhrases, foreignPhrase } from './content-phrases.ts'
import { momentInWords, pixelsInWords, shareInWords, sizeInWords, countInWords } from './english-wording.ts'
import type { Words } from './told.ts'

/** The extension of a name, lower case, without the dot; empty where it has none, or none that is short. */
interface Named {
  readonly extension: string
}

interface Extent {
  readonly pages: number
  readonly widthPx: number
  readonly heightPx: number
}

/** What a file is by its content, how large it is, and whether it can be read at all. */
export const contentSentences = {
  content_family: ({ family }: { family: FileFamilyId }) => familyPhrases[family],
  content_foreign: ({ type }: { type: string }) => foreignPhrase(type),
  content_script_or_page: ({ extension }: Named) => `a .${extension} script or page`,

  no_bytes: 'It has 0 bytes.',
  only_zeros: 'It holds nothing but zeros.',
  over_limit: ({ sizeBytes, limitBytes }: { sizeBytes: number; limitBytes: number }) =>
    `${sizeInWords(sizeBytes)}; the limit is ${sizeInWords(limitBytes)}.`,
  named_otherwise: ({ extension, content }: Named & { content: Words }) =>
    `${named(extension)}, is ${content}.`,
  close_relatives: 'The two are close relatives, and both are taken.',
  named_text: 'Named .txt, is not plain text.',
  of_no_known_kind: ({ extension }: Named) =>
    `${named(extension)}, and its content is of no kind that Intray knows.`,
  begins_as_nothing_known: ({ extension, family }: Named & { family: FileFamilyId }) =>
    `${named(extension)}, does not begin as a ${fileFamilies[family].label} does, nor as anything known.`,
  text_control_characters: 'It holds control characters that no plain text has.',
  text_encoding_unknown: 'Its letters are in an encoding that Intray does not know. Save it as UTF-8.',
  text_cut_in_half: 'Its last character is cut in half.',
  text_broken: 'Its characters are broken.',

  nothing_on_picture: (extent: Extent) =>
    `Nothing stands out from the background of its ${extentInWords(extent)}.`,
  specks_on_picture: ({ share, ...extent }: Extent & { share: number }) =>
    `Nothing but specks (${shareInWords(share)} of the area) stands out from the background of its ${extentInWords(extent)}.`,
  something_on_picture: (extent: Extent) =>
    `Something stands out from the background of its ${extentInWords(extent)}.`,
  smaller_form: ({
    fromBytes,
    toBytes,
    quality,
    scalePercent,
    grey,
  }: {
    fromBytes: number
    toBytes: number
    quality: number
    scalePercent: number
    grey: boolean
  }) => {
    const size = scalePercent === 100 ? 'full size' : `${String(scalePercent)} % of the size`
    return `${sizeInWords(fromBytes)} became ${sizeInWords(toBytes)}: JPEG of quality ${String(quality)}, ${size}${grey ? ', grey' : ''}.`
  },

  held_open_since: ({ sinceMs }: { sinceMs: number }) =>
    `Another program has held it open since ${momentInWords(sinceMs)}.`,
  not_quiet_since: ({ sinceMs }: { sinceMs: number }) =>
    `It has not been quiet since ${momentInWords(sinceMs)}, when Intray first found it.`,
  unfinished_since: ({ sinceMs }: { sinceMs: number }) =>
    `It has had this name since ${momentInWords(sinceMs)}.`,
  name_of_unfinished: ({ ending, writer }: { ending: string; writer: Writer }) =>
    `Names in “${ending}” belong to files that ${writers[writer]} has not finished.`,
  name_begins_as_saved: 'A name that begins with “~” belongs to a file that a program is saving.',
  name_ends_as_saved: 'A name that ends in “~” belongs to a file that a program is saving.',
  rsync_not_finished: 'rsync has not finished copying this file.',
  size_at_last_look: ({ sizeBytes }: { sizeBytes: number }) =>
    `At the last look it had ${sizeInWords(sizeBytes)}.`,
}

/** Who writes files under names of their own until they are complete. */
export type Writer =
  | 'browser_or_sync'
  | 'download_or_copy'
  | 'chrome_or_edge'
  | 'opera'
  | 'safari'
  | 'winscp'
  | 'program'
  | 'transfer'
  | 'download'

const writers: Readonly<Record<Writer, string>> = {
  browser_or_sync: 'a browser, a sync program or a file transfer',
  download_or_copy: 'a download or a copy',
  chrome_or_edge: 'Chrome or Edge',
  opera: 'Opera',
  safari: 'Safari',
  winscp: 'a file transfer (WinSCP)',
  program: 'a program',
  transfer: 'a file transfer',
  download: 'a download',
}

function named(extension: string): string {
  return extension === '' ? 'Named without an extension' : `Named .${extension}`
}

function extentInWords({ pages, widthPx, heightPx }: Extent): string {
  return pages > 1 ? `${countInWords(pages)} pages` : pixelsInWords(widthPx, heightPx)
}
