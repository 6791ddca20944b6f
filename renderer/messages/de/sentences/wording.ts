import { createWording } from '../../../../electron/shared/sentences/wording.ts'
import { mediaTypeLabel } from '../../../../electron/shared/media-types.ts'
import type { Side } from '../../../../electron/shared/media-types.ts'
import { localeOf } from '../../locale.ts'
import { catalogue } from '../catalogue.ts'

/** How German sentences put sizes, times, names and lists into words. */
export const {
  countInWords,
  shareInWords,
  sizeInWords,
  pixelsInWords,
  quote,
  listInWords,
  characterInWords,
  momentInWords,
  durationInWords,
} = createWording({
  locale: localeOf('de'),
  quotes: ['„', '“'],
  and: 'und',
  more: (count) => `${count} weitere`,
  bytes: 'Bytes',
  pixels: 'Pixel',
  space: 'ein Leerzeichen',
  invisible: (code) => `ein unsichtbares Zeichen (${code})`,
  moment: (day, clock) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}, ${clock} UTC`,
  durations: {
    day: ['Tag', 'Tagen'],
    hour: ['Stunde', 'Stunden'],
    minute: ['Minute', 'Minuten'],
    second: ['Sekunde', 'Sekunden'],
  },
})

/** What a media type is called; one of a house's own keeps its words. */
export function mediaTypeInWords(mediaType: string): string {
  const names: Readonly<Record<string, string>> = catalogue.mediaTypes
  return Object.hasOwn(names, mediaType) ? (names[mediaType] ?? '') : mediaTypeLabel(mediaType)
}

/** What a rule is called; one of a house's own keeps its name. */
export function ruleInWords(ruleName: string): string {
  const names: Readonly<Record<string, string>> = catalogue.shippedRules
  return Object.hasOwn(names, ruleName) ? (names[ruleName] ?? '') : ruleName
}

/** The side of a document, as the object of a sentence. */
export const sideInWords: Readonly<Record<Side, string>> = { front: 'die Vorderseite', back: 'die Rückseite' }
