import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { IntrayError } from '../../../shared/error-codes.ts'
import type { BundleReport } from '../../../shared/evidence.ts'
import type { Anchor } from '../../../shared/records.ts'
import { say } from '../../../shared/sentences/say.ts'
import { bundleVersion } from './bundle-format.ts'
import type { BundleLine, BundleManifest } from './bundle-format.ts'
import { createComplaints } from './complaint.ts'
import type { Complaints } from './complaint.ts'
import { createFrameCheck } from './frame-check.ts'
import type { FrameCheck } from './frame-check.ts'
import { glanceAt } from './line-glance.ts'
import { readLine, readLines } from './line-reading.ts'
import type { Reading } from './line-reading.ts'
import { createPortionCheck, firstPortion } from './portion-check.ts'
import type { PortionCheck } from './portion-check.ts'
import { createReadingAccount } from './reading-account.ts'
import type { ReadingAccount } from './reading-account.ts'

/** So many items and so many attempts are kept at once: about 25 MB. */
const usuallyKeptAtOnce = 100_000

export interface BundleCheckOptions {
  /** Those of an anchor file, which the bundle cannot have made. */
  readonly anchors?: readonly Anchor[]
  readonly keptAtOnce?: number
  /** Ends the check, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Gets the share done, 0 to 1. */
  readonly progress?: (share: number) => void
}

/**
 * Checks a sealed bundle without believing what it says of itself: seal, chain, data, items, attempts and anchors are
 * computed anew. Memory is bounded: the file is read line by line, once for every `keptAtOnce` items. Throws
 * `bundle_refused` for a file that is no bundle.
 */
export async function verifyBundle(
  path: string,
  { anchors = [], keptAtOnce = usuallyKeptAtOnce, signal, progress }: BundleCheckOptions = {},
): Promise<BundleReport> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new IntrayError('bundle_refused', say('system_refused_at', { path, code }), { cause: error })
  })
  try {
    const complaints = createComplaints()
    const account = createReadingAccount((await file.stat()).size, signal, progress)
    const source = { path, file, account }
    const first = await readAll(source, anchors, complaints, keptAtOnce)
    const { manifest, frame, portion, reading } = first
    const provenLater = await readOtherPortions(source, manifest, portion, reading, complaints, keptAtOnce)
    return {
      path,
      ok: complaints.faults.length === 0,
      ledgerId: manifest.ledgerId,
      writtenAtMs: manifest.writtenAtMs,
      itemCount: frame.itemCount(),
      eventCount: frame.eventCount(),
      headHash: frame.headHash(),
      anchorCount: portion.anchors.provenCount() + provenLater,
      faults: complaints.faults,
    }
  } finally {
    await file.close()
  }
}

interface Source {
  readonly path: string
  readonly file: FileHandle
  readonly account: ReadingAccount
}

interface FirstReading {
  readonly manifest: BundleManifest
  readonly frame: FrameCheck
  readonly portion: PortionCheck
  readonly reading: Reading
}

/** Checks every line, and the first portion. */
async function readAll(
  { path, file, account }: Source,
  anchors: readonly Anchor[],
  { complain, isFull }: Complaints,
  keptAtOnce: number,
): Promise<FirstReading> {
  let opened: Omit<FirstReading, 'reading'> | undefined
  const begin = (line: BundleLine | null): Omit<FirstReading, 'reading'> => {
    const manifest = requireManifest(path, line)
    const portion = createPortionCheck(firstPortion, manifest.ledgerId, complain, keptAtOnce)
    for (const anchor of anchors) portion.anchors.expect(anchor, manifest.ledgerId)
    return { manifest, frame: createFrameCheck(manifest, complain), portion }
  }
  const reading = await readLines(file, (line, sha256Before) => {
    if (opened?.frame.isSealed() === true) {
      complain(line.number, say('bundle_goes_on_after_seal'))
      return false
    }
    const read = readLine(line, complain)
    opened ??= begin(read)
    if (read !== null) {
      opened.frame.take(read, line.number, sha256Before)
      opened.portion.take(read, line.number)
    }
    account.expect(Math.ceil(opened.frame.rowCount() / keptAtOnce))
    account.took(line.withEnd.length)
    return !isFull()
  })
  if (opened === undefined) {
    throw new IntrayError(
      'bundle_refused',
      reading.tooLong === null ? say('bundle_empty') : say('bundle_first_line_too_long'),
    )
  }
  if (reading.tooLong !== null) complain(reading.tooLong, say('bundle_line_too_long'))
  if (!isFull()) {
    opened.portion.finish()
    opened.frame.finish()
  }
  return { ...opened, reading }
}

/** Reads the same lines once for each portion that is left. Returns how many more anchors lie on the chain. */
async function readOtherPortions(
  { file, account }: Source,
  { ledgerId }: BundleManifest,
  firstOne: PortionCheck,
  first: Reading,
  { complain, isFull }: Complaints,
  keptAtOnce: number,
): Promise<number> {
  let proven = 0
  let start = firstOne.next()
  while (start !== null && !isFull()) {
    const portion = createPortionCheck(start, ledgerId, complain, keptAtOnce)
    const again = await readLines(file, (line) => {
      const glance = glanceAt(line.bytes)
      if (glance === null || portion.concerns(glance)) {
        // What is wrong with the line as a line was said when it was read first.
        const read = readLine(line, () => undefined)
        if (read !== null) portion.take(read, line.number)
      }
      account.took(line.withEnd.length)
      return line.number < first.lineCount && !isFull()
    })
    if (isFull()) break
    if (again.sha256 !== first.sha256) {
      complain(null, say('bundle_changed_meanwhile'))
      break
    }
    portion.finish()
    proven += portion.anchors.provenCount()
    start = portion.next()
  }
  return proven
}

function requireManifest(path: string, line: BundleLine | null): BundleManifest {
  if (line?.part !== 'manifest') {
    throw new IntrayError('bundle_refused', say('bundle_begins_otherwise', { path }))
  }
  if (line.version !== bundleVersion) {
    throw new IntrayError(
      'bundle_refused',
      say('bundle_version_unread', { version: line.version, newest: bundleVersion }),
    )
  }
  return line
}
