import { findingCatalogue } from '../../../shared/finding-codes.ts'
import { itemStateLabels } from '../../../shared/item-states.ts'
import type {
  NameExplanation,
  ReadField,
  RuleReading,
  RuleVerdict,
  ValueSpan,
} from '../../../shared/readings.ts'
import type { IndexRow } from '../../../shared/records.ts'
import { findingLine } from '../item-words.ts'
import { printable } from '../terminal.ts'
import type { AskedName } from './asked-name.ts'
import type { PaintOf } from './colours.ts'
import type { KnownItem } from './known-item.ts'
import { drawName } from './name-picture.ts'

/** Everything that is told about one name, for people. Each line may be printed as it is. */
export function describeExplanation(
  { folderId, path }: AskedName,
  explanation: NameExplanation,
  { item, indexRows }: KnownItem,
  paintOf: PaintOf,
): string[] {
  return [
    printable(folderId === undefined ? path : `${folderId}: ${path}`),
    ...indent(describeReading(explanation, paintOf)),
    '  Rules',
    ...indent(
      indent(explanation.verdicts.flatMap((verdict) => describeVerdict(explanation.path, verdict, paintOf))),
    ),
    ...(indexRows.length === 0 ? [] : ['  Index', ...indent(indent(indexRows.map(describeIndexRow)))]),
    ...(item === null
      ? []
      : [
          `  Item ${String(item.id)}: ${itemStateLabels[item.state]}`,
          ...indent(
            indent(
              item.findings.flatMap((finding) => [
                findingLine(finding),
                `  ${findingCatalogue[finding.code].next}`,
              ]),
            ),
          ),
        ]),
  ]
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}

function describeReading({ path, reading }: NameExplanation, paintOf: PaintOf): string[] {
  switch (reading.kind) {
    case 'none':
      return ['No rule reads it.']
    case 'match':
      return [`Read by ${quoted(reading.ruleName)}`, ...indent(drawReading(path, reading, paintOf))]
    case 'conflict':
      return [
        'It can be read in more than one way; nothing decides between them:',
        ...reading.readings.flatMap((one) => [
          `By ${quoted(one.ruleName)}`,
          ...indent(drawReading(path, one, paintOf)),
        ]),
      ]
  }
}

/** The name with what gave each value beneath it, and the values that no character gave. */
function drawReading(path: string, reading: RuleReading, paintOf: PaintOf): string[] {
  const parts = reading.spans.map((span) => ({
    start: span.start,
    end: span.end,
    words: printable(spanWords(span, reading)),
    paint: paintOf(span.field),
  }))
  const spanned = new Set<ReadField>(reading.spans.map(({ field }) => field))
  const fixed = [
    ...(spanned.has('entity_id') ? [] : [`entity id: ${reading.entityId}`]),
    ...(spanned.has('media_type') ? [] : [`media type: ${reading.mediaType ?? 'none'}`]),
    ...Object.entries(reading.fields).flatMap(([name, value]) =>
      spanned.has(`field:${name}`) ? [] : [`${name}: ${value}`],
    ),
  ]
  return [...drawName(path, parts), ...fixed.map((words) => printable(`by the rule itself: ${words}`))]
}

function spanWords({ field, start, end }: ValueSpan, reading: RuleReading): string {
  switch (field) {
    case 'entity_id':
      return `entity id: ${reading.entityId}`
    case 'media_type':
      return `media type: ${reading.mediaType ?? 'none'}`
    case 'side':
      return `side: ${reading.side ?? 'none'}`
    case 'date':
      return `date: ${reading.date ?? 'none'}`
    default:
      return field.startsWith('field:')
        ? `${field.slice('field:'.length)}: ${reading.fields[field.slice('field:'.length)] ?? ''}`
        : `${field} (${String(end - start)} characters)`
  }
}

function describeVerdict(path: string, verdict: RuleVerdict, paintOf: PaintOf): string[] {
  const name = quoted(verdict.ruleName)
  switch (verdict.kind) {
    case 'matched': {
      const results = verdict.readings.map(
        ({ entityId, mediaType }) => `${entityId}, ${mediaType ?? 'no media type'}`,
      )
      return [printable(`+ ${name} reads ${results.join(' or ')}`)]
    }
    case 'not_applied':
      return [printable(`  ${name} is left out: ${verdict.words}`)]
    case 'stopped': {
      const { stoppedAt: at, words } = verdict
      const stop = { start: at ?? 0, end: at ?? 0, words: 'it stopped here', paint: paintOf('stop') }
      return [
        printable(`- ${name} does not: ${words}`),
        ...(at === null ? [] : indent(indent(drawName(path, [stop])))),
      ]
    }
  }
}

function describeIndexRow({
  indexPath,
  rowNumber,
  entityId,
  mediaType,
  side,
  fields,
  problem,
}: IndexRow): string {
  const values = [
    entityId ?? 'no entity',
    mediaType ?? 'no media type',
    ...(side === null ? [] : [side]),
    ...Object.entries(fields).map(([name, value]) => `${name}=${value}`),
  ].join(', ')
  return printable(`${indexPath}, line ${String(rowNumber)}: ${problem?.words ?? values}`)
}

function quoted(text: string): string {
  return printable(`“${text}”`)
}
