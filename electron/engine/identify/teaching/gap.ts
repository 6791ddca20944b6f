import { isSeparator } from './separator-run.ts'
import { alignTexts } from './columns.ts'
import type { Column } from './columns.ts'
import { dateFormatsOf } from './date-format.ts'
import { mergeParts } from './template.ts'
import type { Part } from './template.ts'

/** What may vary in names besides what varied in the examples. From the narrowest view to the widest. */
interface View {
  readonly digits: boolean
  readonly separators: boolean
  readonly letters: boolean
  readonly dates: boolean
}

const views: readonly View[] = [
  { digits: false, separators: false, letters: false, dates: true },
  { digits: true, separators: false, letters: false, dates: true },
  { digits: true, separators: true, letters: false, dates: true },
  { digits: true, separators: false, letters: true, dates: true },
  { digits: true, separators: false, letters: false, dates: false },
  { digits: true, separators: false, letters: true, dates: false },
]

/** More formats than three fit no text. */
const formatRanks = [0, 1, 2]

/**
 * The ways to say what stood at one place between two values in each example, from plain text to `{skip}`. An
 * empty text: nothing stood there in that example.
 */
export function generaliseGap(texts: readonly string[]): Part[][] {
  const filled = texts.filter((text) => text !== '')
  if (filled.length === 0) return [[]]
  const ways = generaliseFilled(filled)
  return filled.length === texts.length ? ways : ways.map((parts) => [{ kind: 'optional', parts }])
}

function generaliseFilled(texts: readonly string[]): Part[][] {
  const columns = alignTexts(texts)
  const ways = views.flatMap((view) =>
    formatRanks.map((rank) => mergeParts(columns.flatMap((column) => partsOf(column, view, rank)))),
  )
  return distinct([...ways, skipBetweenSeparators(texts)])
}

function partsOf(column: Column, view: View, formatRank: number): Part[] {
  const { kind, texts } = column
  const [first = ''] = texts
  const isSame = texts.every((text) => text === first)
  switch (kind) {
    case 'optional': {
      const ways = generaliseFilled(texts)
      const way = ways[Math.min(views.indexOf(view), ways.length - 1)] ?? []
      return [{ kind: 'optional', parts: way }]
    }
    case 'between':
      if (isSame && !(view.separators && isSeparator(first)))
        return [{ kind: 'literal', text: first, seen: texts.length }]
      return texts.every(isSeparator) ? [{ kind: 'separator', texts }] : [{ kind: 'skip', texts }]
    case 'date': {
      const formats = dateFormatsOf(texts)
      const format = formats[Math.min(formatRank, formats.length - 1)]
      if (view.dates && format !== undefined) return [{ kind: 'date', format, texts, marked: false }]
      return [{ kind: 'skip', texts }]
    }
    case 'digits':
      return isSame && !view.digits
        ? [{ kind: 'literal', text: first, seen: texts.length }]
        : [{ kind: 'skip', texts }]
    case 'letters':
      return isSame && !view.letters
        ? [{ kind: 'literal', text: first, seen: texts.length }]
        : [{ kind: 'skip', texts }]
    case 'anything':
      return [{ kind: 'skip', texts }]
  }
}

/** The widest way: one `{skip}`, with the separators that all texts begin and end with around it. */
function skipBetweenSeparators(texts: readonly string[]): Part[] {
  const before = sharedEdge(texts, /^[^\p{L}\p{M}\p{N}]+/u)
  const inner = texts.map((text) => text.slice(before.length))
  const after = sharedEdge(inner, /[^\p{L}\p{M}\p{N}]+$/u)
  const skipped = inner.map((text) => text.slice(0, text.length - after.length))
  const skip: Part[] = skipped.every((text) => text === '') ? [] : [{ kind: 'skip', texts: skipped }]
  return mergeParts([
    { kind: 'literal', text: before, seen: texts.length },
    ...skip,
    { kind: 'literal', text: after, seen: texts.length },
  ])
}

function sharedEdge(texts: readonly string[], edge: RegExp): string {
  const edges = texts.map((text) => edge.exec(text)?.[0] ?? '')
  const [first = ''] = edges
  return edges.every((each) => each === first) ? first : ''
}

function distinct(ways: readonly Part[][]): Part[][] {
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()]
}
