import type { IndexSettings } from '../../../shared/settings/index-file.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { mapColumns } from './column-map.ts'
import type { ColumnMap } from './column-map.ts'
import { decodeWhole } from './decoded-text.ts'
import { indexLimits } from './index-limits.ts'
import type { SidecarKind, SidecarName } from './index-name.ts'
import { makeRow, readValues } from './row-reading.ts'
import type { ReadRow } from './row-reading.ts'
import { headingOf, sidecarProblem } from './sidecar-entries.ts'
import type { SidecarContent, SidecarEntry } from './sidecar-entries.ts'
import { readJsonSidecar } from './sidecar-json.ts'
import { readTextSidecar } from './sidecar-text.ts'
import { readXmlSidecar } from './sidecar-xml.ts'
import { readSideWord } from './side-words.ts'
import type { ReadSide } from './side-words.ts'
import type { TextEncoding } from './text-encoding.ts'

export interface SidecarReading {
  /** One row, always: whatever is wrong with the sidecar is its problem, and holds its own scan alone. */
  readonly row: ReadRow
  readonly encoding: TextEncoding
  /** What each of its names was taken for. */
  readonly columns: Readonly<Record<string, string>>
}

const readers: Readonly<Record<SidecarKind, (text: string) => SidecarContent>> = {
  json: readJsonSidecar,
  xml: readXmlSidecar,
  txt: readTextSidecar,
}

/**
 * Reads the file that describes the scan of its own name. A file name inside it is left alone: it is often that of
 * the scanner's own storage.
 */
export function readSidecar(
  sidecar: SidecarName,
  bytes: Uint8Array,
  { settings, readSide = readSideWord }: { readonly settings: IndexSettings; readonly readSide?: ReadSide },
): SidecarReading {
  const isTooLarge = bytes.length > indexLimits.sidecarBytes
  const { text, encoding } = decodeWhole(isTooLarge ? new Uint8Array() : bytes, settings.encoding)
  const content = isTooLarge ? tooLarge(bytes.length) : limit(readers[sidecar.kind](text))
  const entries = content.kind === 'entries' ? content.entries : []
  const columns = mapColumns(
    entries.map((entry) => headingOf(entry, settings.columns)),
    settings.columns,
  )
  const { values, problem } = readValues(
    entries.map(({ value }) => value),
    columns,
    readSide,
  )
  const row = makeRow(
    {
      rowNumber: 1,
      file: sidecar.file,
      fileKey: sidecar.fileKey,
      isStem: sidecar.isStem,
      problem: (content.kind === 'problem' ? content.why : checkEntries(entries, columns)) ?? problem,
    },
    values,
  )
  return { row, encoding, columns: columns.meanings }
}

function tooLarge(sizeBytes: number): SidecarContent {
  return sidecarProblem(say('sidecar_too_large', { sizeBytes, most: indexLimits.sidecarBytes }))
}

function limit(content: SidecarContent): SidecarContent {
  if (content.kind === 'problem' || content.entries.length <= indexLimits.columns) return content
  return sidecarProblem(say('too_many_values', { count: content.entries.length, most: indexLimits.columns }))
}

function checkEntries(
  entries: readonly SidecarEntry[],
  { at, headings, problem }: ColumnMap,
): Sentence | null {
  if (entries.length === 0) return say('no_values')
  if (problem !== null) return problem
  if (at.entity_id !== null) return null
  return say('no_value_for_entity', { headings })
}
