import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { RE2JS } from 're2js'

/** Where a group of an expression stands in a text. */
export interface GroupSpan {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** A regular expression that takes time in proportion to the text, whatever it says. */
export interface Expression {
  readonly groupNames: readonly string[]
  /** Whether the whole text fits. */
  test(text: string): boolean
  /** The named groups that take part when the whole text fits, else null. */
  match(text: string): readonly GroupSpan[] | null
  /** How far the beginning of a text fits the whole expression; 0 where it does not. */
  reach(text: string): number
}

export type CompiledExpression =
  | { readonly kind: 'compiled'; readonly expression: Expression }
  | { readonly kind: 'refused'; readonly why: Sentence }

/** The longest one that settings may hold. Compiling takes time with its length. */
const maxLength = 500

/**
 * Matching takes time with the text and with this number, which counted repetitions such as `(a?){1000}` drive up:
 * with 2,000, a path of 4,096 characters takes some milliseconds.
 */
const maxProgramSize = 2_000

/** Compiles with RE2, which knows no backtracking. All use of the library is in this file. */
export function compileExpression(source: string): CompiledExpression {
  if (source.length > maxLength) return refused(say('expression_too_long', { most: maxLength }))
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(source.normalize('NFC'))
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return refused(say('expression_not_valid', { words: words.replace(/^error parsing regexp: /, '') }))
  }
  if (compiled.programSize() > maxProgramSize) return refused(say('expression_repeats'))
  const groupNames = Object.keys(compiled.namedGroups())
  return {
    kind: 'compiled',
    expression: {
      groupNames,
      test: (text) => compiled.testExact(text),
      match(text) {
        if (!compiled.testExact(text)) return null
        const matcher = compiled.matcher(text)
        if (!matcher.matches()) return null
        return groupNames
          .map((name) => ({ name, start: matcher.start(name), end: matcher.end(name) }))
          .filter(({ start }) => start >= 0)
      },
      reach(text) {
        const matcher = compiled.matcher(text)
        return matcher.lookingAt() ? matcher.end() : 0
      },
    },
  }
}

function refused(why: Sentence): CompiledExpression {
  return { kind: 'refused', why }
}
