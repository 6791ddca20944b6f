import { createHash } from 'node:crypto'
import type { EvidenceSelection } from '../../../shared/evidence.ts'
import type { EvidenceReading } from '../../ledger/evidence-reading.ts'
import { toldAttemptColumns, toldItemColumns } from '../../ledger/row-digest.ts'
import { bundleKind, bundleVersion } from './bundle-format.ts'
import type { BundleEvent, BundleLine, BundleManifest, BundleSeal } from './bundle-format.ts'

export interface BundleWriter {
  /** The text of the bundle, line by line. */
  lines(): AsyncGenerator<string>
  /** The events written so far. */
  eventCount(): number
}

/** What stands above a bundle and cannot be read from the ledger. */
export interface BundleOrigin {
  readonly selection: EvidenceSelection
  readonly writtenAtMs: number
  readonly writtenBy: string
  readonly intrayVersion: string
}

/** Makes the lines of a sealed bundle. Their format is described in docs/evidence.md. */
export function createBundleWriter(reading: EvidenceReading, origin: BundleOrigin): BundleWriter {
  const seal = createHash('sha256')
  const counts = { itemCount: 0, attemptCount: 0, eventCount: 0, anchorCount: 0 }
  const { segment, ledgerId } = reading

  const sealed = (line: BundleLine): string => {
    const text = `${JSON.stringify(line)}\n`
    seal.update(text, 'utf8')
    return text
  }

  return {
    async *lines() {
      yield sealed(manifestOf(ledgerId, origin))
      for (const anchor of reading.anchors()) {
        counts.anchorCount += 1
        yield sealed({ part: 'anchor', ...anchor })
      }
      for await (const row of reading.itemRows()) {
        counts.itemCount += 1
        yield sealed({ part: 'item', row: toldItemColumns(row) })
      }
      for await (const row of reading.attempts()) {
        counts.attemptCount += 1
        yield sealed({ part: 'attempt', row: toldAttemptColumns(row) })
      }
      for await (const event of reading.events()) {
        counts.eventCount += 1
        const line: BundleEvent = {
          part: 'event',
          seq: event.seq,
          atMs: event.at_ms,
          actor: event.actor,
          kind: event.kind,
          itemId: event.item_id,
          dataHash: event.data_hash,
          hash: event.hash,
          ...(event.seq === segment.firstSeq ? { previousHash: segment.previousHash } : {}),
          ...(event.erased === 1 ? { erased: true } : event.isShown ? { data: event.data } : {}),
        }
        yield sealed(line)
      }
      const { headSeq, headHash } = segment
      const last: BundleSeal = { part: 'seal', ...counts, headSeq, headHash, sha256: seal.digest('hex') }
      yield `${JSON.stringify(last)}\n`
    },
    eventCount: () => counts.eventCount,
  }
}

function manifestOf(ledgerId: string, origin: BundleOrigin): BundleManifest {
  return {
    part: 'manifest',
    kind: bundleKind,
    version: bundleVersion,
    ledgerId,
    writtenAtMs: origin.writtenAtMs,
    writtenBy: origin.writtenBy,
    intrayVersion: origin.intrayVersion,
    selection: origin.selection,
    howToVerify,
  }
}

/** For somebody who has the file and nothing else. */
const howToVerify = [
  'Each line of this file is one JSON object in UTF-8, ended by a line feed.',
  'Seal: the SHA-256 of all bytes before the last line is the "sha256" of the last line.',
  'Chain: the "hash" of each event is the SHA-256 of the JSON array [previous hash, seq, atMs, actor, kind, itemId, dataHash] without spaces. The previous hash is that of the event before; the first event names it.',
  'Data: where an event has "data", the SHA-256 of that text is its "dataHash". Data of other items is left out; erased data is marked.',
  'Items and attempts: the last event of an item tells the item in "item" and the SHA-256 of its whole row in "row"; the last event of an attempt tells it in "attempt". The rows are the JSON arrays of [column, value], in the order in which they stand here.',
  'Anchors: the event with the number of an anchor has the hash of the anchor. Compare them with the anchor file, which is kept elsewhere: that shows that the chain was not made anew.',
  'The same in full, with two short scripts, is in docs/evidence.md of Intray. With Intray: intray verify <this file> --anchors <anchor file>',
]
