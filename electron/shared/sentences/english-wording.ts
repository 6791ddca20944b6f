import { createWording } from './wording.ts'

/** How English sentences put sizes, times, names and lists into words. */
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
  locale: 'en-US',
  quotes: ['“', '”'],
  and: 'and',
  more: (count) => `${count} more`,
  bytes: 'bytes',
  pixels: 'pixels',
  space: 'a space',
  invisible: (code) => `an invisible character (${code})`,
  moment: (day, clock) => `${day} at ${clock} UTC`,
  durations: {
    day: ['day', 'days'],
    hour: ['hour', 'hours'],
    minute: ['minute', 'minutes'],
    second: ['second', 'seconds'],
  },
})
