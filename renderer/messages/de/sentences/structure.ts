import type { structureSentences } from '../../../../electron/shared/sentences/structure-sentences.ts'
import { countInWords, pixelsInWords } from './wording.ts'

export const structure: typeof structureSentences = {
  breaks_off: 'Sie bricht vor ihrem Ende ab.',
  structure_broken: 'Ihr Aufbau ist mittendrin beschädigt.',
  breaks_off_in_part: ({ part }) => `Die Datei bricht in ihrem Teil „${part}“ ab.`,

  picture_without_header: 'Das Bild hat keinen Kopf.',
  picture_cut_in_header: 'Das Bild bricht in seinem Kopf ab.',
  picture_cut_in_data: 'Das Bild bricht in seinen Daten ab.',
  picture_without_end: 'Das Bild bricht ab: Sein Ende fehlt.',
  picture_without_data: 'Das Bild bricht ab: Ein Teil seiner Daten ist nicht in der Datei.',
  picture_without_directory: 'Das Bild bricht ab: Sein Verzeichnis ist nicht in der Datei.',
  picture_cut_in_directory: 'Das Bild bricht ab: Ein Teil seines Verzeichnisses ist nicht in der Datei.',
  picture_cut_behind_directory: 'Das Bild bricht hinter seinem Verzeichnis ab.',
  picture_checksum: 'Einige ihrer Bytes wurden verändert: Eine Prüfsumme stimmt nicht.',
  no_picture: 'Sie enthält kein Bild.',
  picture_without_size: 'Das Bild hat keine Breite oder keine Höhe.',
  picture_claims_size: ({ widthPx, heightPx }) =>
    `Das Bild gibt an, ${pixelsInWords(widthPx, heightPx)} groß zu sein. Das liefert kein Scanner; Intray öffnet es nicht.`,
  picture_small: ({ widthPx, heightPx, minPx }) =>
    `Es hat ${pixelsInWords(widthPx, heightPx)}; seine kürzere Seite sollte mindestens ${countInWords(minPx)} haben.`,
  page_without_size: 'Eine Seite hat keine Breite oder keine Höhe.',
  page_without_picture: 'Eine Seite enthält kein Bild.',
  pages_in_circle: 'Ihre Seiten laufen im Kreis.',
  directories_tangled: 'Ihre Verzeichnisse laufen durcheinander.',

  document_without_header: 'Das Dokument hat keinen Kopf.',
  document_without_end: 'Das Dokument bricht ab: Sein Ende fehlt.',
  document_index_unnamed: 'Das Dokument sagt nicht, wo sein Verzeichnis steht.',
  document_without_index: 'Das Verzeichnis des Dokuments fehlt.',
  document_index_displaced:
    'Das Verzeichnis des Dokuments steht nicht dort, wo das Dokument sagt. Eine Übertragung kann es verändert haben.',
  password_needed: 'Ohne sein Kennwort lässt es sich nicht öffnen.',
  password_restricts:
    'Es lässt sich ohne Kennwort öffnen, schränkt aber ein, was man damit tun darf, etwa drucken.',

  video_without_header: 'Das Video hat keinen Kopf.',
  video_cut_in_header: 'Das Video bricht in seinem Kopf ab.',
  video_header_incomplete: 'Sein Kopf ist unvollständig.',
  video_shorter: 'Das Video bricht ab: Die Datei ist kürzer, als ihr Kopf sagt.',
  video_zeros: 'Das Video bricht ab: Wo es weitergehen sollte, folgen Nullen.',
  video_without_data: 'Das Video bricht ab: Ein Teil seiner Daten ist nicht in der Datei.',
  video_unfinished: 'Sein Verzeichnis („moov“) fehlt: Die Aufnahme wurde nicht beendet.',
  video_without_length: 'Seine Länge fehlt: Die Aufnahme kann abgebrochen worden sein.',
  no_track: 'Sein Verzeichnis nennt keine Spur.',
  no_track_list: 'Das Verzeichnis seiner Spuren fehlt.',
  no_film: 'Es enthält keinen Film.',
  no_film_data: 'Es enthält keine Filmdaten.',

  drawing_shorter: 'Die Zeichnung bricht ab: Die Datei ist kürzer, als ihr Kopf sagt.',
  drawing_without_size: 'Die Zeichnung sagt nicht, wie groß sie ist („%%BoundingBox“ fehlt).',
  drawing_without_end: 'Die Zeichnung hat keine Endmarke: Sie kann abgebrochen worden sein.',
}
