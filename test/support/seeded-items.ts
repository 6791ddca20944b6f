import type { ErrorCode } from '../../electron/shared/error-codes.ts'
import type { FileFamilyId } from '../../electron/shared/file-families.ts'
import { familyOfExtension } from '../../electron/shared/file-families.ts'
import { finding } from '../../electron/shared/finding-codes.ts'
import type { FindingCode } from '../../electron/shared/finding-codes.ts'
import type { ItemState } from '../../electron/shared/item-states.ts'
import type { Item } from '../../electron/shared/records.ts'

/** Seeded data for looking at the window without an engine: every state, every kind of problem. */

const minuteMs = 60_000

/** Scans of the practice folder, so that a preview has something to show. */
const scans: readonly (readonly [name: string, entityId: string, mediaType: string])[] = [
  ['cust-10482_id_front.jpg', 'cust-10482', 'IMAGE_ID_CARD_FRONT'],
  ['cust-10482_id_back.jpg', 'cust-10482', 'IMAGE_ID_CARD_BACK'],
  ['cust-10517_passport.png', 'cust-10517', 'IMAGE_PASSPORT_FRONT'],
  ['ARC-2291_dl_back.gif', 'ARC-2291', 'IMAGE_DRIVERS_LICENSE_BACK'],
  ['cust-10526_passport.jpg', 'cust-10526', 'IMAGE_PASSPORT_FRONT'],
  ['cust-10529_letter.pdf', 'cust-10529', 'LETTER'],
  ['cust-10544_id_front.jpg', 'cust-10544', 'IMAGE_ID_CARD_FRONT'],
  ['cust-10551_selfie.jpg', 'cust-10551', 'IMAGE_FACE_IMAGE'],
  ['cust-10690_selfie.jpg', 'cust-10690', 'IMAGE_FACE_IMAGE'],
  ['cust-10702_proof_of_address.pdf', 'cust-10702', 'PROOF_OF_ADDRESS'],
  ['cust-10755_letter.txt', 'cust-10755', 'LETTER'],
  ['cust-10702_liveness.mp4', 'cust-10702', 'LIVENESS_VIDEO'],
  ['acme+42@arc_passport.jpg', 'acme+42@arc', 'IMAGE_PASSPORT_FRONT'],
]

interface Seed {
  readonly state: ItemState
  readonly name?: string
  readonly entityId?: string | null
  readonly mediaType?: string | null
  readonly finding?: readonly [FindingCode, string]
  readonly failure?: readonly [ErrorCode, string]
  readonly reason?: string
  readonly attempts?: number
  readonly retryInMs?: number
}

const problemSeeds: readonly Seed[] = [
  {
    state: 'needs_attention',
    name: 'Scan_0001.jpg',
    entityId: null,
    mediaType: null,
    finding: ['no_rule', 'No rule fits “Scan_0001.jpg”.'],
  },
  {
    state: 'needs_attention',
    name: 'IMG-2041.png',
    entityId: null,
    mediaType: null,
    finding: ['no_rule', 'No rule fits “IMG-2041.png”.'],
  },
  {
    state: 'needs_attention',
    name: 'cust-10811_statement.tiff',
    entityId: 'cust-10811',
    mediaType: null,
    finding: ['media_type_missing', 'No media type has the alias “statement”.'],
  },
  {
    state: 'needs_attention',
    name: 'cust-10544_id_front.jpg',
    finding: ['too_large', 'It has 7.3 MB; the limit is 5 MB.'],
  },
  {
    state: 'needs_attention',
    name: 'cust-10560_letter.docx',
    finding: ['unsupported_type', 'It is a Word document.'],
  },
  {
    state: 'needs_attention',
    name: 'cust-10690_selfie.jpg',
    finding: ['damaged', 'The JPEG ends in the middle.'],
  },
  {
    state: 'needs_attention',
    name: 'cust-10548_proof_of_address.pdf',
    finding: ['encrypted', 'The PDF asks for a password.'],
  },
  {
    state: 'needs_attention',
    name: 'cust-10691_selfie.jpg',
    finding: [
      'duplicate_other_entity',
      'The same content was uploaded for cust-10690 as “cust-10690_selfie.jpg”.',
    ],
  },
  {
    state: 'needs_attention',
    name: 'Permis de conduire – Élodie Varenne.jpg',
    entityId: 'Élodie Varenne',
    finding: ['entity_id_malformed', 'It holds “É” and a space.'],
  },
  {
    state: 'failed',
    name: 'cust-99999_passport.jpg',
    failure: ['entity_unknown', 'Entity cust-99999 of arcadia-bank'],
    attempts: 1,
  },
  { state: 'failed', name: 'cust-90001_id_front.jpg', failure: ['entity_conflict', ''], attempts: 1 },
  { state: 'failed', name: 'cust-10602_liveness.mov', failure: ['attempts_used_up', ''], attempts: 8 },
  { state: 'outcome_unknown', name: 'cust-10668_liveness.mkv', failure: ['no_answer', ''], attempts: 1 },
  { state: 'outcome_unknown', name: 'cust-10733_selfie.dng', failure: ['interrupted', ''], attempts: 1 },
  { state: 'missing', name: 'cust-10741_signature.eps' },
]

const uploadSeeds: readonly Seed[] = [
  { state: 'uploading' },
  { state: 'uploading' },
  { state: 'uploading', name: 'cust-10702_liveness.mp4' },
  { state: 'retry_wait', failure: ['server_error', ''], attempts: 2, retryInMs: 95_000 },
  { state: 'retry_wait', failure: ['rate_limited', ''], attempts: 1, retryInMs: 12_000 },
  ...Array.from({ length: 9 }, (): Seed => ({ state: 'approved' })),
]

const reviewFindings: readonly (readonly [FindingCode, string] | undefined)[] = [
  undefined,
  undefined,
  ['extension_mismatch', 'The name ends in “.png”; the content is a JPEG picture.'],
  undefined,
  ['duplicate_same_entity', 'The same content was uploaded for cust-10526 on 20 November.'],
  undefined,
  undefined,
  ['media_type_implausible', 'A video is unusual for “Passport front”.'],
]

const historyStates: readonly ItemState[] = [
  'uploaded',
  'uploaded',
  'uploaded',
  'uploaded',
  'rejected',
  'uploaded',
  'ignored',
  'uploaded',
  'superseded',
]
const rejectReasons = ['Not readable', 'Duplicate', 'Cut off or incomplete']

/** A hash that looks like one and is the same for the same item. */
function hashOf(id: number): string {
  let state = id * 2_654_435_761
  return Array.from({ length: 64 }, () => {
    state = (state * 1_103_515_245 + 12_345) >>> 0
    return ((state >>> 12) & 15).toString(16)
  }).join('')
}

function familyOf(name: string): FileFamilyId | null {
  return familyOfExtension(name.slice(name.lastIndexOf('.') + 1)) ?? null
}

function makeItem(id: number, seed: Seed, nowMs: number): Item {
  const [scanName, scanEntity, scanType] = scans[id % scans.length] ?? ['scan.jpg', 'cust-1', 'LETTER']
  const name = seed.name ?? scanName
  const ageMs = (4_000 - id) * 11 * minuteMs
  const uploaded = seed.state === 'uploaded'
  return {
    id,
    revision: 3,
    folderId: 'practice',
    path: id % 5 === 0 ? `Branch Hamburg/November/${name}` : name,
    name,
    sizeBytes: 180_000 + ((id * 7_919) % 4_500_000),
    modifiedAtMs: nowMs - ageMs - 5 * minuteMs,
    firstSeenAtMs: nowMs - ageMs,
    changedAtMs: nowMs - ageMs + 2 * minuteMs,
    state: seed.state,
    sha256: hashOf(id),
    family: familyOf(name),
    entityId: seed.entityId === undefined ? scanEntity : seed.entityId,
    mediaType: seed.mediaType === undefined ? scanType : seed.mediaType,
    readBy: seed.entityId === null ? null : 'rule',
    ruleId: seed.entityId === null ? null : 'entity-and-type',
    findings: seed.finding === undefined ? [] : [finding(seed.finding[0], seed.finding[1])],
    reason: seed.reason ?? null,
    lastFailure: seed.failure === undefined ? null : { code: seed.failure[0], detail: seed.failure[1] },
    attemptCount: seed.attempts ?? (uploaded ? 1 : 0),
    nextAttemptAtMs: seed.retryInMs === undefined ? null : nowMs + seed.retryInMs,
    uploadedAtMs: uploaded ? nowMs - ageMs + 2 * minuteMs : null,
  }
}

export interface SeedSizes {
  readonly review: number
  readonly problems: boolean
  readonly uploads: boolean
  readonly history: number
}

/** Items with ids from 1 on, oldest first. */
export function seedItems(sizes: SeedSizes, nowMs: number): Item[] {
  const seeds: Seed[] = [
    ...Array.from({ length: sizes.history }, (_, index): Seed => {
      const state = historyStates[index % historyStates.length] ?? 'uploaded'
      if (state === 'ignored')
        return { state, name: 'Thumbs.db', entityId: null, mediaType: null, reason: 'Thumbs.db' }
      return state === 'rejected' ? { state, reason: rejectReasons[index % 3] ?? 'Duplicate' } : { state }
    }),
    ...(sizes.problems ? problemSeeds : []),
    ...(sizes.uploads ? uploadSeeds : []),
    ...Array.from({ length: sizes.review }, (_, index): Seed => {
      const evidence = reviewFindings[index % reviewFindings.length]
      return { state: 'awaiting_review', ...(evidence !== undefined && { finding: evidence }) }
    }),
  ]
  return seeds.map((seed, index) => makeItem(index + 1, seed, nowMs))
}
