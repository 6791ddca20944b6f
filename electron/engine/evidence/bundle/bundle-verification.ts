import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { IntrayError } from '../../../shared/error-codes.ts'
import type { BundleReport } from '../../../shared/evidence.ts'
import type { Anchor } from '../../../shared/records.ts'
import { parseObject } from '../../ledger/stored-event.ts'
import { createAnchorCheck } from './anchor-check.ts'
import { createAttemptCheck } from './attempt-check.ts'
import { boundedLines, LineTooLong } from './bounded-lines.ts'
import type { FileLine } from './bounded-lines.ts'
import { bundleLineSchema, bundleVersion, maxKeptLines, maxLineBytes, partOrder } from './bundle-format.ts'
import type { BundleLine, BundleManifest, BundleSeal } from './bundle-format.ts'
import { createChainCheck } from './chain-check.ts'
import { createComplaints } from './complaint.ts'
import type { Complain } from './complaint.ts'
import { createItemCheck } from './item-check.ts'

/**
 * Checks a sealed bundle without believing what it says of itself: seal, chain, data, items, attempts and anchors are
 * computed anew. `anchors` are those of an anchor file, which the bundle cannot have made. Reads the file once, line by
 * line; needs a few hundred bytes of memory for each item. Throws `bundle_refused` for a file that is no bundle.
 */
export async function verifyBundle(path: string, anchors: readonly Anchor[] = []): Promise<BundleReport> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new IntrayError('bundle_refused', `${path} (${code})`, { cause: error })
  })
  try {
    return await verifyFile(path, file, anchors)
  } finally {
    await file.close()
  }
}

async function verifyFile(path: string, file: FileHandle, anchors: readonly Anchor[]): Promise<BundleReport> {
  const { complain, faults, isFull } = createComplaints()
  const chain = createChainCheck(complain)
  const items = createItemCheck(complain)
  const attempts = createAttemptCheck(complain)
  const anchorCheck = createAnchorCheck(complain)
  const counts = { itemCount: 0, attemptCount: 0, eventCount: 0, anchorCount: 0 }
  const sealing = createHash('sha256')
  let manifest: BundleManifest | null = null
  let seal: { readonly line: BundleSeal; readonly number: number; readonly sha256: string } | null = null
  let lastPart = -1

  const take = (line: BundleLine, number: number): void => {
    const part = partOrder.indexOf(line.part)
    if (part < lastPart || (part === lastPart && line.part === 'manifest')) {
      complain(number, `A line of the kind “${line.part}” does not belong here.`)
    }
    lastPart = Math.max(part, lastPart)
    if (line.part === 'anchor') {
      counts.anchorCount += 1
      anchorCheck.expect(line, manifest?.ledgerId ?? '', number)
    } else if (line.part === 'item') {
      counts.itemCount += 1
      items.takeItem(line.row, number)
    } else if (line.part === 'attempt') {
      counts.attemptCount += 1
      attempts.takeAttempt(line.row, number)
    } else if (line.part === 'event') {
      counts.eventCount += 1
      chain.take(line, number)
      if (items.takeEvent(line, number)) attempts.takeEvent(line, number)
      anchorCheck.takeEvent(line)
      if (line.kind === 'ledger.created' && line.data !== undefined) {
        const told = parseObject(line.data)['ledgerId']
        if (told !== manifest?.ledgerId) complain(number, 'The history is that of another ledger.')
      }
    }
  }

  try {
    for await (const line of boundedLines(file, maxLineBytes)) {
      if (seal !== null) {
        complain(line.number, 'Something follows the seal.')
        break
      }
      const read = readLine(line, complain)
      if (line.number === 1) {
        manifest = requireManifest(path, read)
        for (const anchor of anchors) anchorCheck.expect(anchor, manifest.ledgerId, null)
      }
      if (read?.part === 'seal')
        seal = { line: read, number: line.number, sha256: sealing.copy().digest('hex') }
      sealing.update(line.bytes).update('\n')
      if (read !== null) take(read, line.number)
      if (counts.itemCount + counts.attemptCount + counts.anchorCount > maxKeptLines) {
        complain(line.number, 'The bundle has more items than can be checked at once.')
        break
      }
      if (isFull()) break
    }
  } catch (error) {
    if (!(error instanceof LineTooLong)) throw error
    if (manifest === null) throw new IntrayError('bundle_refused', 'Its first line is too long.')
    complain(error.line, 'The line is longer than any that Intray writes.')
  }
  if (manifest === null) throw new IntrayError('bundle_refused', 'The file is empty.')
  const head = chain.head()
  if (!isFull()) {
    items.finish()
    attempts.finish()
    anchorCheck.finish()
    if (seal === null) complain(null, 'The seal is missing: the bundle was cut.')
    else verifySeal(seal, { ...counts, headSeq: head?.seq ?? 0, headHash: head?.hash ?? '' }, complain)
  }
  return {
    path,
    ok: faults.length === 0,
    ledgerId: manifest.ledgerId,
    writtenAtMs: manifest.writtenAtMs,
    itemCount: counts.itemCount,
    eventCount: counts.eventCount,
    headHash: head?.hash ?? null,
    anchorCount: anchorCheck.provenCount(),
    faults,
  }
}

function readLine({ bytes, number, isEnded }: FileLine, complain: Complain): BundleLine | null {
  if (!isEnded) complain(number, 'The line has no end: the bundle was cut.')
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch {
    complain(number, 'The line is no JSON in UTF-8.')
    return null
  }
  const parsed = bundleLineSchema.safeParse(value)
  if (!parsed.success) {
    complain(number, 'The line is none that a bundle has.')
    return null
  }
  // One value can be written in many ways; two readers must not see two things in one line.
  if (JSON.stringify(value) !== text) complain(number, 'The line is not written as Intray writes it.')
  return parsed.data
}

function requireManifest(path: string, line: BundleLine | null): BundleManifest {
  if (line?.part !== 'manifest') {
    throw new IntrayError('bundle_refused', `${path}: it does not begin as a sealed bundle does.`)
  }
  if (line.version !== bundleVersion) {
    throw new IntrayError(
      'bundle_refused',
      `It has version ${String(line.version)}; this Intray reads ${String(bundleVersion)}.`,
    )
  }
  return line
}

function verifySeal(
  seal: { readonly line: BundleSeal; readonly number: number; readonly sha256: string },
  counted: Omit<BundleSeal, 'part' | 'sha256'>,
  complain: Complain,
): void {
  if (seal.sha256 !== seal.line.sha256) {
    complain(seal.number, 'The seal is broken: a byte before it was altered, added or taken away.')
  }
  const { itemCount, attemptCount, eventCount, anchorCount, headSeq, headHash } = seal.line
  const told: typeof counted = { itemCount, attemptCount, eventCount, anchorCount, headSeq, headHash }
  if (JSON.stringify(told) !== JSON.stringify(counted)) {
    complain(seal.number, 'The seal tells of other lines than there are.')
  }
}
