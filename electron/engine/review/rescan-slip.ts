import { familyOfExtension } from '../../shared/file-families.ts'
import { findingCatalogue } from '../../shared/finding-codes.ts'
import type { Finding } from '../../shared/finding-codes.ts'
import type { Item } from '../../shared/records.ts'
import { slipName } from './slip-name.ts'

/** The sub-folder of a watched folder where slips lie. It is never taken in. */
export const rescanFolder = 'rescan'

/** A text for the person at the scanner. */
export interface RescanSlip {
  /** Of the file; safe on every system, and of this item alone. */
  readonly name: string
  /** With a byte order mark and CRLF, so that every version of Notepad shows it as it is. */
  readonly text: string
}

export interface RescanSlipInputs {
  readonly item: Pick<Item, 'id' | 'path' | 'name'>
  /** What people call the watched folder. */
  readonly folderName: string
  /** Why a new scan is wanted, in the words of the person who asks. */
  readonly reason: string
  readonly operator: string
  readonly atMs: number
  readonly findings: readonly Finding[]
}

/**
 * The slip that asks for a new scan. It says what is wrong with the picture and nothing about other items or entities:
 * everybody who can open the folder can read it.
 */
export function rescanSlip({
  item,
  folderName,
  reason,
  operator,
  atMs,
  findings,
}: RescanSlipInputs): RescanSlip {
  const place = item.path.split('/').slice(0, -1)
  const asker = oneLine(operator)
  const faults = [...indented(reason), ...findings.filter(concernsScanner).map(findingInWords)]
  const lines = [
    'PLEASE SCAN THIS AGAIN',
    '',
    `File:       ${oneLine(item.name)}`,
    `Folder:     ${[folderName, ...place].map(oneLine).join(' > ')}`,
    `Asked for:  ${timeInWords(atMs)}${asker === '' ? '' : `, by ${asker}`}`,
    `Reference:  Intray item ${String(item.id)}`,
    '',
    'What is wrong',
    ...(faults.length > 0 ? faults : ['  It was rejected, without a reason.']),
    '',
    'What to do',
    '  1. Scan the document once more.',
    `  2. Save the new scan in the same folder as: ${newScanName(item.name)}`,
    '     It may replace the old file.',
    '  3. Intray finds the new scan by itself. This note can then be deleted.',
    '',
  ]
  return { name: slipName(item.name, item.id), text: `\ufeff${lines.join('\r\n')}` }
}

/** What whoever scans can do something about. */
function concernsScanner({ code, severity }: Finding): boolean {
  if (severity === 'info') return false
  return findingCatalogue[code].concerns === 'file' || code === 'other_side_missing'
}

function findingInWords({ code, evidence }: Finding): string {
  return `  - ${findingCatalogue[code].title}. ${oneLine(evidence)}`
}

/** The same name brings the new scan to the old one; but a kind of file that cannot be sent needs another ending. */
function newScanName(name: string): string {
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  return dot > 0 && familyOfExtension(name.slice(dot + 1)) !== undefined
    ? oneLine(name)
    : `${oneLine(stem)}.jpg or ${oneLine(stem)}.pdf`
}

/** `2026-11-23 14:02 UTC` */
function timeInWords(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** The lines of a text that a person typed. */
function indented(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .filter((line) => line !== '')
    .map((line) => `  ${line}`)
}

/** Line breaks, other controls, and marks that turn the direction of writing. */
const misleading = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu

function oneLine(text: string): string {
  return text.toWellFormed().replace(misleading, ' ').trim()
}
