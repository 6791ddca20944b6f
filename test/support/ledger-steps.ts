import type { IdentifiedFile } from '../../electron/engine/ledger/identification-steps.ts'
import type { ListedFile } from '../../electron/engine/ledger/listing-steps.ts'

export function listedFile(path: string, over: Partial<ListedFile> = {}): ListedFile {
  return {
    path,
    fileKey: `1:${path}`,
    sizeBytes: 100,
    modifiedAtMs: 1_000,
    ignoredBecause: null,
    waitsBecause: null,
    ...over,
  }
}

export function identifiedFile(path: string, over: Partial<IdentifiedFile> = {}): IdentifiedFile {
  return {
    path,
    fileKey: `1:${path}`,
    sizeBytes: 100,
    modifiedAtMs: 1_000,
    sha256: contentHash(path),
    family: 'jpg',
    entityId: 'cust-1',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    fields: {},
    readBy: 'rule',
    ruleId: 'entity-and-type',
    ruleVersion: 1,
    reading: null,
    waitsFor: null,
    waitsUntilMs: null,
    rescanOf: null,
    role: 'scan',
    ignoredBecause: null,
    findings: [],
    route: 'awaiting_review',
    ...over,
  }
}

/** A stand-in for the SHA-256 of a content. */
export function contentHash(content: string): string {
  return Buffer.from(content).toString('hex').padEnd(64, '0').slice(0, 64)
}
