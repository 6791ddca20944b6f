import type { IndexSettings } from '../../../shared/settings/index-file.ts'
import { mapColumns, missingColumns } from './column-map.ts'
import { readCells } from './csv-cells.ts'
import { indexLimits } from './index-limits.ts'

const candidates = [',', ';', '\t', '|'] as const

/** `sep=;` as Excel writes and heeds it in a first line of its own. */
const separatorLine = /^"?sep=([^\p{L}\p{N}"\r\n])\1*"?$/iu

/** The delimiter that a first line announces; null where the first line is something else. */
export function announcedDelimiter(firstLine: string): string | null {
  return separatorLine.exec(firstLine.trimEnd())?.[1] ?? (/^"?sep=\t/i.test(firstLine) ? '\t' : null)
}

/**
 * Finds the delimiter by the first lines: the one with which the headings make sense, and else the one that cuts the
 * most lines into as many cells as the headings.
 */
export function detectDelimiter(lines: readonly string[], columns: IndexSettings['columns']): string {
  const [best] = candidates
    .map((delimiter) => ({ delimiter, ...rate(lines, delimiter, columns) }))
    .sort((one, other) => other.score - one.score || other.width - one.width)
  return best?.delimiter ?? ','
}

function rate(lines: readonly string[], delimiter: string, columns: IndexSettings['columns']) {
  const reading = readCells(lines.join('\n'), delimiter)
  const rows = reading.kind === 'records' ? reading.records : lines.map((line) => line.split(delimiter))
  const [heading, ...further] = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const width = heading?.length ?? 0
  if (heading === undefined || width < 2 || width > indexLimits.columns) return { score: 0, width }
  const isUsable = missingColumns(mapColumns(heading, columns)) === null
  const even = further.filter((cells) => cells.length === width).length
  return { score: (isUsable ? 2 : 0) + (even + 1) / (further.length + 1), width }
}
