import { shownCharacters } from './display-width.ts'
import type { ShownCharacter } from './display-width.ts'

/** Characters of a name with what they are. */
export interface NamePart {
  /** In UTF-16 units, `end` not included. */
  readonly start: number
  readonly end: number
  readonly words: string
  /** Makes a text stand out in a terminal; the text itself where there are no colours. */
  paint(text: string): string
}

/**
 * A name in one line and beneath it one line for each part, with carets under its characters. An empty part, such as
 * a place where a rule stopped, has one caret.
 */
export function drawName(name: string, parts: readonly NamePart[]): string[] {
  const characters = shownCharacters(name)
  const columnOf = (at: number): number =>
    characters.reduce((column, each) => (each.at < at ? column + each.width : column), 0)
  return [
    paintParts(characters, parts),
    ...parts.map(({ start, end, words, paint }) => {
      const column = columnOf(start)
      const carets = '^'.repeat(Math.max(1, columnOf(end) - column))
      return `${' '.repeat(column)}${paint(carets)} ${words}`
    }),
  ]
}

/** Characters that stand side by side in one part are painted at once. */
function paintParts(characters: readonly ShownCharacter[], parts: readonly NamePart[]): string {
  let line = ''
  let run = ''
  let runPart: NamePart | undefined
  for (const { at, text } of characters) {
    const part = parts.find(({ start, end }) => start <= at && at < end)
    if (part !== runPart) {
      line += runPart?.paint(run) ?? run
      run = ''
      runPart = part
    }
    run += text
  }
  return line + (runPart?.paint(run) ?? run)
}
