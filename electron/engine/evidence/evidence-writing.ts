import { csvRecord, csvStart, plainCsv } from '../../shared/csv.ts'
import type { CsvDelimiter } from '../../shared/csv.ts'
import { toFailure } from '../../shared/error-codes.ts'
import type { EvidenceFormat, EvidenceSelection, EvidenceSummary } from '../../shared/evidence.ts'
import type { EvidenceReading } from '../ledger/evidence-reading.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { createBundleWriter } from './bundle/bundle-writing.ts'
import { writeEvidenceFile } from './evidence-file.ts'
import { itemColumns } from './item-columns.ts'

export interface EvidenceRequest {
  /** Absolute. */
  readonly path: string
  readonly selection: EvidenceSelection
  readonly format: EvidenceFormat
  /** What stands between the cells of a CSV. Default: a comma. */
  readonly delimiter?: CsvDelimiter | undefined
  /** Who wants it. */
  readonly actor: string
  readonly intrayVersion: string
  now(): number
}

type EvidenceLedger = Pick<Ledger, 'openEvidence' | 'recordEvent'>

/**
 * Writes evidence of chosen items to a file, and to the ledger that it was written: before it is begun, with who and
 * what; after it is complete and before it has its name, with its size and its SHA-256. So no file has its name
 * without its hash in the ledger, and a bundle holds the record of its own making. Throws `output_unwritable` and
 * `query_refused`; the ledger tells of that too.
 */
export async function writeEvidence(
  ledger: EvidenceLedger,
  { path, selection, format, delimiter, actor, intrayVersion, now }: EvidenceRequest,
): Promise<EvidenceSummary> {
  const tell = (data: Readonly<Record<string, unknown>>): Promise<void> =>
    ledger.recordEvent('evidence.exported', actor, { format, ...data }, now())
  await tell({ stage: 'begun', selection })
  try {
    const reading = await ledger.openEvidence(selection)
    try {
      const bundle = createBundleWriter(reading, {
        selection,
        writtenAtMs: now(),
        writtenBy: actor,
        intrayVersion,
      })
      const { itemCount } = reading
      const chunks = {
        csv: () => csvLines(reading, delimiter),
        jsonl: () => jsonLines(reading),
        bundle: bundle.lines,
      }[format]
      const written = await writeEvidenceFile(path, chunks(), (file) =>
        tell({ stage: 'written', itemCount, eventCount: bundle.eventCount(), ...file }),
      )
      return { path, format, itemCount, eventCount: bundle.eventCount(), ...written }
    } finally {
      reading.close()
    }
  } catch (error) {
    await tell({ stage: 'failed', code: toFailure(error).code })
    throw error
  }
}

/** Items as a spreadsheet opens them. */
export async function* csvLines(
  reading: EvidenceReading,
  delimiter: CsvDelimiter = plainCsv.delimiter,
): AsyncGenerator<string> {
  const form = { ...plainCsv, delimiter }
  yield (
    csvStart +
    csvRecord(
      itemColumns.map(([name]) => name),
      form,
    )
  )
  for await (const item of reading.items()) {
    yield csvRecord(
      itemColumns.map(([, valueOf]) => valueOf(item)),
      form,
    )
  }
}

/** Items as they are, one in a line. */
export async function* jsonLines(reading: EvidenceReading): AsyncGenerator<string> {
  for await (const item of reading.items()) yield `${JSON.stringify(item)}\n`
}
