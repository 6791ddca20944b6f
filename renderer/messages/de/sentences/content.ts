import type { contentSentences, Writer } from '../../../../electron/shared/sentences/content-sentences.ts'
import { catalogue } from '../catalogue.ts'
import { familyPhrases, foreignPhrase } from './content-phrases.ts'
import { countInWords, momentInWords, pixelsInWords, shareInWords, sizeInWords } from './wording.ts'

export const content: typeof contentSentences = {
  content_family: ({ family }) => familyPhrases[family],
  content_foreign: ({ type }) => foreignPhrase(type),
  content_script_or_page: ({ extension }) => `ein Skript oder eine Seite (.${extension})`,

  no_bytes: 'Sie hat 0 Bytes.',
  only_zeros: 'Sie enthält nichts als Nullen.',
  over_limit: ({ sizeBytes, limitBytes }) =>
    `${sizeInWords(sizeBytes)}; die Grenze liegt bei ${sizeInWords(limitBytes)}.`,
  named_otherwise: ({ extension, content: phrase }) => `${named(extension)}, ist aber ${phrase}.`,
  close_relatives: 'Die beiden sind nahe verwandt, und beide werden angenommen.',
  named_text: 'Endet auf .txt, ist aber kein reiner Text.',
  of_no_known_kind: ({ extension }) => `${named(extension)}, und Intray kennt ihren Inhalt nicht.`,
  begins_as_nothing_known: ({ extension, family }) =>
    `${named(extension)}, beginnt aber weder wie „${catalogue.families[family]}“ noch wie sonst etwas Bekanntes.`,
  text_control_characters: 'Sie enthält Steuerzeichen, die in reinem Text nicht vorkommen.',
  text_encoding_unknown:
    'Ihre Buchstaben stehen in einem Zeichensatz, den Intray nicht kennt. Speichern Sie sie als UTF-8.',
  text_cut_in_half: 'Ihr letztes Zeichen ist abgeschnitten.',
  text_broken: 'Ihre Zeichen sind beschädigt.',

  nothing_on_picture: (extent) => `Nichts hebt sich vom Hintergrund ab (${extentInWords(extent)}).`,
  specks_on_picture: ({ share, ...extent }) =>
    `Nur Flecken (${shareInWords(share)} der Fläche) heben sich vom Hintergrund ab (${extentInWords(extent)}).`,
  something_on_picture: (extent) => `Etwas hebt sich vom Hintergrund ab (${extentInWords(extent)}).`,
  smaller_form: ({ fromBytes, toBytes, quality, scalePercent, grey }) => {
    const size = scalePercent === 100 ? 'volle Größe' : `${String(scalePercent)} % der Größe`
    return `Aus ${sizeInWords(fromBytes)} wurden ${sizeInWords(toBytes)}: JPEG mit Qualität ${String(quality)}, ${size}${grey ? ', grau' : ''}.`
  },

  held_open_since: ({ sinceMs }) => `Ein anderes Programm hält sie seit ${momentInWords(sinceMs)} geöffnet.`,
  not_quiet_since: ({ sinceMs }) =>
    `Seit Intray sie am ${momentInWords(sinceMs)} zum ersten Mal fand, kam sie nicht zur Ruhe.`,
  unfinished_since: ({ sinceMs }) => `Diesen Namen hat sie seit ${momentInWords(sinceMs)}.`,
  name_of_unfinished: ({ ending, writer }) =>
    `Namen auf „${ending}“ gehören zu Dateien, mit denen ${writers[writer]} noch nicht fertig ist.`,
  name_begins_as_saved:
    'Ein Name, der mit „~“ beginnt, gehört zu einer Datei, die ein Programm gerade speichert.',
  name_ends_as_saved:
    'Ein Name, der auf „~“ endet, gehört zu einer Datei, die ein Programm gerade speichert.',
  rsync_not_finished: 'rsync hat diese Datei noch nicht fertig kopiert.',
  size_at_last_look: ({ sizeBytes }) => `Zuletzt hatte sie ${sizeInWords(sizeBytes)}.`,
}

const writers: Readonly<Record<Writer, string>> = {
  browser_or_sync: 'ein Browser, ein Abgleichprogramm oder eine Dateiübertragung',
  download_or_copy: 'ein Download oder eine Kopie',
  chrome_or_edge: 'Chrome oder Edge',
  opera: 'Opera',
  safari: 'Safari',
  winscp: 'eine Dateiübertragung (WinSCP)',
  program: 'ein Programm',
  transfer: 'eine Dateiübertragung',
  download: 'ein Download',
}

function named(extension: string): string {
  return extension === '' ? 'Hat keine Endung' : `Endet auf .${extension}`
}

function extentInWords({
  pages,
  widthPx,
  heightPx,
}: {
  readonly pages: number
  readonly widthPx: number
  readonly heightPx: number
}): string {
  return pages > 1 ? `${countInWords(pages)} Seiten` : pixelsInWords(widthPx, heightPx)
}
