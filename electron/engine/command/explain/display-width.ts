import { printable } from '../terminal.ts'

/** A character of a text as a terminal shows it. */
export interface ShownCharacter {
  /** Where it begins in the text, in UTF-16 units. */
  readonly at: number
  /** With what could drive a terminal spelled out. */
  readonly text: string
  /** In columns. */
  readonly width: number
}

// Marks stand above, below or around the character before them.
const withoutWidth = /^[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff]$/u
const wide =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u

/** Takes a text apart into the characters that a terminal shows. */
export function shownCharacters(text: string): ShownCharacter[] {
  let at = 0
  return Array.from(text, (character) => {
    const shown = printable(character)
    const place = at
    at += character.length
    if (shown !== character) return { at: place, text: shown, width: shown.length }
    return { at: place, text: shown, width: withoutWidth.test(shown) ? 0 : wide.test(shown) ? 2 : 1 }
  })
}
