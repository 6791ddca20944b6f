import type { Item } from '../../../electron/shared/records.ts'

/** An item awaiting review, with whatever a test wants to be different. */
export function sampleItem(change: Partial<Item> = {}): Item {
  return {
    id: 1,
    revision: 1,
    folderId: 'scans',
    path: 'cust-1_passport.jpg',
    name: 'cust-1_passport.jpg',
    sizeBytes: 1_000,
    modifiedAtMs: 0,
    firstSeenAtMs: 0,
    changedAtMs: 0,
    state: 'awaiting_review',
    role: 'scan',
    sha256: null,
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
    rescanSlip: null,
    findings: [],
    reason: null,
    lastFailure: null,
    attemptCount: 0,
    nextAttemptAtMs: null,
    uploadedAtMs: null,
    ...change,
  }
}
