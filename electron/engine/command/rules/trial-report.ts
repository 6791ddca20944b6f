import type { ReadingChange, RulesTrial, TriedName } from '../../../shared/readings.ts'
import { describeReading } from '../../identify/rules-file/expectation.ts'
import type { Terminal } from '../terminal.ts'
import { inThousands, printable } from '../terminal.ts'

const changeTitles: Readonly<Record<Exclude<ReadingChange, 'same'>, string>> = {
  contradiction: 'Contradictions with what people confirmed',
  read_differently: 'Read differently',
  now_ambiguous: 'Now ambiguous',
  no_longer_matched: 'No longer read',
  newly_matched: 'Newly read',
}

/** So many files of each kind are named, unless all are asked for. */
const namedFiles = 10

/** Prints what rules would change, the gravest first. */
export async function printTrial(terminal: Terminal, trial: RulesTrial, all: boolean): Promise<void> {
  if (terminal.json) return terminal.printJson(trial)
  const { total, matched, ambiguous, unmatched, changes, rows } = trial
  await terminal.print(
    `Tried on ${inThousands(total)} files: ${inThousands(matched)} are read, ${inThousands(ambiguous)} are ambiguous, ${inThousands(unmatched)} are not read.`,
  )
  for (const [change, title] of Object.entries(changeTitles)) {
    const changed = rows.filter((row) => row.change === change)
    if (changed.length === 0) continue
    const named = all ? changed : changed.slice(0, namedFiles)
    await terminal.print(`\n${title}: ${inThousands(changed.length)}`)
    for (const row of named) await terminal.print(describeRow(row).map(printable).join('\n'))
    if (named.length < changed.length) {
      await terminal.print(`  and ${inThousands(changed.length - named.length)} more: add --all`)
    }
  }
  if (changes.same === total) await terminal.print('Nothing would change.')
}

function describeRow({ itemId, folderId, path, before, reading }: TriedName): string[] {
  const [first = '', ...others] = describeReading(reading)
  return [
    `  ${String(itemId)}  ${folderId}: ${path}`,
    `      before  ${describeBefore(before)}`,
    `      now     ${first}`,
    ...others.map((result) => `      or      ${result}`),
  ]
}

function describeBefore({ entityId, mediaType, fields, readBy, ruleId }: TriedName['before']): string {
  if (entityId === null) return 'nothing'
  const values = [
    entityId,
    mediaType ?? 'no media type',
    ...Object.entries(fields).map(([name, value]) => `${name}=${value}`),
  ].join(', ')
  const giver =
    readBy === 'rule' ? `rule “${ruleId ?? ''}”` : readBy === 'index' ? 'an index file' : 'a person'
  return `${values} (by ${giver})`
}
