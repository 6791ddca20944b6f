import type { pictureSentences } from '../../../../electron/shared/sentences/picture-sentences.ts'
import { pixelsInWords } from './wording.ts'

export const pictures: typeof pictureSentences = {
  picture_too_large_to_show: 'Das Bild ist zu groß, um es zu zeigen.',
  picture_claims: ({ widthPx, heightPx }) =>
    `Das Bild gibt eine Größe von ${pixelsInWords(widthPx, heightPx)} an.`,
  more_pages_than: ({ most }) => `Es hat mehr als ${String(most)} Seiten.`,
  no_picture_to_show: 'Es enthält kein Bild, das sich zeigen lässt.',
  animation: 'Das ist eine Animation.',
  not_smaller_this_way: 'Es lässt sich so nicht verkleinern.',
  picture_undecodable: 'Das Bild lässt sich nicht dekodieren.',
  decoding_too_slow: 'Das Dekodieren des Bildes dauerte zu lange.',
  intray_is_closing: 'Intray wird beendet.',
  no_such_page: 'Diese Seite hat es nicht.',

  picture_too_large_to_decode: 'Das Bild ist zu groß, um es zu dekodieren.',
  no_picture_in_it: 'Es enthält kein Bild.',
  animation_is_more: 'Das ist eine Animation: Ein einzelnes Bild daraus wäre nicht, was sie zeigt.',
  no_recipe_small_enough: 'Kein Verfahren dieser Art macht es klein genug.',
  took_too_long: 'Es dauerte zu lange.',
  repairs_off: 'Die Einstellungen des Ordners sagen, dass Bilder nicht verkleinert werden.',
  family_not_repairable: 'Nur JPEG-, PNG-, TIFF-, GIF- und Rohbilder lassen sich verkleinern.',
  within_limit: 'Es liegt so schon unter der Grenze.',
  no_decoder: 'Nichts hier kann Bilder dekodieren.',
  form_first: 'Machen Sie zuerst die kleinere Form, und sehen Sie sie an.',
  form_over_limit: 'Auch diese Form liegt über der Grenze.',
  original_sent: 'Das Original wird schon gesendet.',
}
