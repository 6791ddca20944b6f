import { describe, expect, it } from 'vitest'
import { judge } from '../../../electron/engine/identify/judgement/judgement.ts'
import type { JudgementInputs } from '../../../electron/engine/identify/judgement/judgement.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import type { NameReading, RuleReading } from '../../../electron/shared/readings.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'

const noDuplicates = { sameEntity: [], otherEntity: [], rejected: [] }

function ruleReading(change: Partial<RuleReading> = {}): RuleReading {
  return {
    ruleId: 'r1',
    ruleName: 'Entity and media type',
    entityId: '4711',
    mediaType: 'IMAGE_FACE_IMAGE',
    side: null,
    date: null,
    fields: {},
    spans: [],
    ...change,
  }
}

const match = (change: Partial<RuleReading> = {}): NameReading => ({ kind: 'match', ...ruleReading(change) })
const conflict = (...readings: Partial<RuleReading>[]): NameReading => ({
  kind: 'conflict',
  readings: readings.map(ruleReading),
})
const none = (count: number): NameReading => ({
  kind: 'none',
  reasons: Array.from({ length: count }, (_, index) => ({
    ruleId: `r${index}`,
    ruleName: `R${index}`,
    ...sayAsWritten('It does not fit.'),
    stoppedAt: 0,
  })),
})

const nobodys = { entityId: null, mediaType: null }

/** Of a sound JPEG that a rule reads as entity 4711's face, with nothing else around it, unless told otherwise. */
function inputs(change: Partial<JudgementInputs>): JudgementInputs {
  return {
    inspection: { family: 'jpg', findings: [] },
    reading: match(),
    values: { entityId: '4711', mediaType: 'IMAGE_FACE_IMAGE' },
    entityProblem: null,
    knownMediaType: true,
    entityCheck: null,
    duplicates: noDuplicates,
    earlierAtPath: null,
    otherSide: null,
    entityCount: null,
    rescanOf: null,
    index: [],
    severities: {},
    ...change,
  }
}

function judged(change: Partial<JudgementInputs> = {}): string[] {
  return judge(inputs(change)).map(({ code, severity, evidence }) => `${code}/${severity}: ${evidence}`)
}

const itemIdsOf = (change: Partial<JudgementInputs>) => judge(inputs(change)).map(({ itemIds }) => itemIds)

describe('judge', () => {
  it('has nothing to say about a sound file with a clear name', () => {
    expect(judged()).toEqual([])
  })

  it('speaks of the file first, then of the values, other items and the index', () => {
    const found = judge(
      inputs({
        inspection: { family: 'jpg', findings: [finding('damaged', sayAsWritten('It breaks off.'))] },
        values: { entityId: 'a b', mediaType: 'NEW' },
        knownMediaType: false,
        duplicates: {
          sameEntity: [1],
          otherEntity: [{ itemId: 2, entityId: 'b' }],
          rejected: [{ itemId: 3, reason: null }],
        },
        earlierAtPath: { itemId: 4, entityId: null, state: 'uploaded' },
        otherSide: { missing: 'back', waitedMs: 1_000 },
        entityCount: { count: 30, withinMs: 1_000 },
        rescanOf: 5,
        index: [finding('index_row_changed', sayAsWritten('Row 3.'))],
      }),
    )
    expect(found.map(({ code }) => code)).toEqual([
      'damaged',
      'entity_id_malformed',
      'media_type_unknown',
      'duplicate_same_entity',
      'duplicate_other_entity',
      'duplicate_rejected',
      'same_name_other_content',
      'other_side_missing',
      'too_many_for_entity',
      'rescan_received',
      'index_row_changed',
    ])
  })
})

describe('a name', () => {
  it('is told with every rule’s reason where none reads it', () => {
    expect(judged({ reading: none(2), values: nobodys })).toEqual([
      'no_rule/block: Rule “R0”: It does not fit. Rule “R1”: It does not fit.',
    ])
    const [many] = judged({ reading: none(9), values: nobodys })
    expect(many).toMatch(/Rule “R4”: It does not fit\. 4 further rules do not fit either\.$/)
    expect(judged({ reading: none(0), values: nobodys })).toEqual([
      'no_rule/block: No naming rule is in force.',
    ])
  })

  it('is told with every meaning where it is ambiguous', () => {
    const reading = conflict(
      {},
      { entityId: '4711_', mediaType: null },
      { fields: { branch: 'Oslo' }, ruleName: 'With a branch' },
    )
    expect(judged({ reading, values: nobodys })).toEqual([
      'rules_disagree/block: It could be “4711” with Face image (rule “Entity and media type”), ' +
        'or “4711_” without a media type (rule “Entity and media type”), ' +
        'or “4711” with Face image, branch “Oslo” (rule “With a branch”).',
    ])
  })

  it('does not matter where somebody knows better', () => {
    const values = { entityId: '4711', mediaType: 'LETTER' }
    expect(judged({ reading: none(3), values })).toEqual([])
    expect(judged({ reading: conflict({}, { entityId: 'x' }), values })).toEqual([])
  })

  it('is not blamed for what the index says', () => {
    const index = [finding('index_disagrees', sayAsWritten('The row says 4712.'))]
    expect(judged({ values: nobodys, index })).toEqual(['index_disagrees/block: The row says 4712.'])
    const hint = [finding('index_row_changed', sayAsWritten('Row 3.'))]
    expect(judged({ values: nobodys, index: hint })).toEqual([
      'no_rule/block: Nobody gave the entity id yet.',
      'index_row_changed/warn: Row 3.',
    ])
  })
})

describe('an entity id', () => {
  const values = (entityId: string) => ({ entityId, mediaType: 'LETTER' })

  it.each([
    ['Ms Ünal,3', '“Ms Ünal,3” holds a space, “Ü” and “,”.'],
    [
      'a\u200bb\u0007',
      '“a\u200bb\u0007” holds an invisible character (U+200B) and an invisible character (U+0007).',
    ],
    ['x'.repeat(129), 'It has 129 characters; the endpoint takes 128.'],
    ['..', 'A part of “..” is “.” or “..”, which no address of an upload can carry.'],
    ['a/./b', 'A part of “a/./b” is “.” or “..”, which no address of an upload can carry.'],
  ])('is malformed: %j', (entityId, evidence) => {
    expect(
      judged({ values: values(entityId), entityProblem: sayAsWritten('It does not end in a check digit.') }),
    ).toEqual([`entity_id_malformed/block: ${evidence}`])
  })

  it.each(['...', 'a/b', '.x', 'x..y', "'{`"])('is well-formed: %j', (entityId) => {
    expect(judged({ values: values(entityId) })).toEqual([])
  })

  it('is foreign where the organisation’s form says so', () => {
    expect(judged({ entityProblem: sayAsWritten('Its check digit is 3, not 4.') })).toEqual([
      'entity_id_foreign/block: Its check digit is 3, not 4.',
    ])
  })

  it.each([
    ['unknown', ['entity_unknown/block: The endpoint said so on 2026-11-23 at 14:02 UTC.']],
    ['placeholder', ['entity_placeholder/block: The endpoint said so on 2026-11-23 at 14:02 UTC.']],
    ['known', []],
  ] as const)('is looked up: %s', (result, found) => {
    const checkedAtMs = Date.UTC(2026, 10, 23, 14, 2, 59)
    expect(judged({ entityCheck: { entityId: '4711', result, checkedAtMs } })).toEqual(found)
    expect(judged({ entityCheck: { entityId: 'other', result, checkedAtMs } })).toEqual([])
  })
})

describe('a media type', () => {
  it('is asked for where only the entity is known', () => {
    const values = { entityId: '4711', mediaType: null }
    expect(judged({ reading: match({ mediaType: null }), values })).toEqual([
      'media_type_missing/block: Rule “Entity and media type” reads the entity alone.',
    ])
    expect(judged({ reading: none(1), values })).toEqual(['media_type_missing/block: Nobody gave it yet.'])
  })

  it('is new where nobody knows it', () => {
    const values = { entityId: '4711', mediaType: 'IMAGE_PASPORT' }
    expect(judged({ values, knownMediaType: false })).toEqual([
      'media_type_unknown/warn: “IMAGE_PASPORT” is not documented, and not one of the media types under Rules.',
    ])
  })

  it.each([
    [
      'mp4',
      'IMAGE_PASSPORT_FRONT',
      'The file is of the kind “MP4 video”; for “Passport front” a picture or a PDF is expected.',
    ],
    [
      'txt',
      'IMAGE_FACE_IMAGE',
      'The file is of the kind “Text”; for “Face image” a picture or a PDF is expected.',
    ],
    [
      'mkv',
      'SIGNATURE',
      'The file is of the kind “Matroska video”; for “Signature” a picture or a PDF is expected.',
    ],
    [
      'jpg',
      'LIVENESS_VIDEO',
      'The file is of the kind “JPEG picture”; for “Liveness video” a video is expected.',
    ],
    ['pdf', 'LIVENESS_VIDEO', 'The file is of the kind “PDF”; for “Liveness video” a video is expected.'],
  ] as const)('is impossible for a %s as %s', (family, mediaType, evidence) => {
    const inspection = { family, findings: [] }
    expect(judged({ inspection, values: { entityId: '1', mediaType } })).toEqual([
      `media_type_impossible/block: ${evidence}`,
    ])
  })

  it.each([
    ['avi', 'LETTER', 'The file is of the kind “AVI video”; for “Letter” a document is expected.'],
    ['txt', 'LIVENESS_VIDEO', 'The file is of the kind “Text”; for “Liveness video” a video is expected.'],
  ] as const)('is unusual for a %s as %s', (family, mediaType, evidence) => {
    const inspection = { family, findings: [] }
    expect(judged({ inspection, values: { entityId: '1', mediaType } })).toEqual([
      `media_type_implausible/warn: ${evidence}`,
    ])
  })

  it.each([
    ['pdf', 'IMAGE_PASSPORT_FRONT'],
    ['raw', 'IMAGE_FACE_IMAGE'],
    ['mkv', 'LIVENESS_VIDEO'],
    ['mov', 'VIDEO_CALL'],
    ['txt', 'LETTER'],
    ['tiff', 'PROOF_OF_ADDRESS'],
    ['mp4', 'ANYTHING_ELSE'],
    [null, 'LIVENESS_VIDEO'],
  ] as const)('is usual for a %s as %s', (family, mediaType) => {
    const inspection = { family, findings: [] }
    expect(judged({ inspection, values: { entityId: '1', mediaType } })).toEqual([])
  })
})

describe('other items', () => {
  it('with the same content are named by their numbers', () => {
    const duplicates = {
      sameEntity: [12],
      otherEntity: [3, 4, 5, 6, 7, 8, 9].map((itemId) => ({ itemId, entityId: 'b' })),
      rejected: [
        { itemId: 20, reason: 'Blurred' },
        { itemId: 21, reason: null },
      ],
    }
    expect(judged({ duplicates })).toEqual([
      'duplicate_same_entity/warn: The same content: item 12.',
      'duplicate_other_entity/block: The same content: item 3 (entity “b”), item 4 (entity “b”), ' +
        'item 5 (entity “b”), item 6 (entity “b”), item 7 (entity “b”) and 2 more.',
      'duplicate_rejected/warn: The same content: item 20 (“Blurred”) and item 21.',
    ])
    expect(itemIdsOf({ duplicates })).toEqual([[12], [3, 4, 5, 6, 7, 8, 9], [20, 21]])
  })

  it('with the same name are named', () => {
    const earlierAtPath = { itemId: 12, entityId: 'b', state: 'uploaded' } as const
    expect(judged({ earlierAtPath })).toEqual([
      'same_name_other_content/warn: Item 12 had it (entity “b”, state “Uploaded”).',
    ])
    expect(judged({ earlierAtPath: { ...earlierAtPath, entityId: null } })).toEqual([
      'same_name_other_content/warn: Item 12 had it (state “Uploaded”).',
    ])
    expect(itemIdsOf({ earlierAtPath })).toEqual([[12]])
  })

  it('that were rejected are replaced under the same name', () => {
    const earlierAtPath = { itemId: 12, entityId: '4711', state: 'rejected' } as const
    const codes = (change: Partial<JudgementInputs>) => judge(inputs(change)).map(({ code }) => code)
    expect(judged({ earlierAtPath, rescanOf: 12 })).toEqual(['rescan_received/info: It replaces item 12.'])
    expect(itemIdsOf({ rescanOf: 12 })).toEqual([[12]])
    const foreign = { ...earlierAtPath, entityId: 'somebody-else' }
    expect(codes({ earlierAtPath: foreign, rescanOf: 12 })).toContain('same_name_other_content')
    expect(codes({ earlierAtPath, rescanOf: 11 })).toContain('same_name_other_content')
  })

  it('that should be there are missed', () => {
    expect(judged({ otherSide: { missing: 'back', waitedMs: 600_000 } })).toEqual([
      'other_side_missing/warn: The back did not come within 10 minutes.',
    ])
    expect(judged({ otherSide: { missing: 'front', waitedMs: 0 } })).toEqual([
      'other_side_missing/warn: The front is not there.',
    ])
  })

  it.each([
    [86_400_000, '1 day'],
    [5_400_000, '90 minutes'],
    [3_600_000, '1 hour'],
    [90_500, '90.5 seconds'],
  ])('of the same entity are too many within %i ms', (withinMs, words) => {
    expect(judged({ entityCount: { count: 1_234, withinMs } })).toEqual([
      `too_many_for_entity/warn: 1,234 files for “4711” within ${words}.`,
    ])
  })
})

describe('a folder’s severities', () => {
  const tooSmall = finding('picture_too_small', sayAsWritten('It has 80 x 80 pixels.'))
  const inspectionWith = (...findings: JudgementInputs['inspection']['findings']) => ({
    family: 'jpg' as const,
    findings,
  })

  it('raise and lower', () => {
    const inspection = inspectionWith(tooSmall)
    const severitiesOf = (change: Partial<JudgementInputs>) =>
      judge(inputs(change)).map(({ severity }) => severity)
    expect(severitiesOf({ inspection, severities: { picture_too_small: 'block' } })).toEqual(['block'])
    expect(severitiesOf({ inspection, severities: { picture_too_small: 'info' } })).toEqual(['info'])
    expect(
      severitiesOf({ entityProblem: sayAsWritten('No.'), severities: { entity_id_foreign: 'warn' } }),
    ).toEqual(['warn'])
  })

  it('cannot let through what cannot be sent', () => {
    const severities = { damaged: 'info', no_rule: 'info', media_type_missing: 'warn' } as const
    const inspection = inspectionWith(finding('damaged', sayAsWritten('It breaks off.')))
    const found = judge(inputs({ inspection, reading: none(1), values: nobodys, severities }))
    expect(found.map(({ severity }) => severity)).toEqual(['block', 'block'])
  })

  it('do not raise what is mild for a reason', () => {
    const relative = {
      ...finding('extension_mismatch', sayAsWritten('Relatives.')),
      severity: 'info',
    } as const
    const inspection = inspectionWith(relative)
    expect(judged({ inspection, severities: { extension_mismatch: 'block' } })).toEqual([
      'extension_mismatch/info: Relatives.',
    ])
  })

  it('hold for what the ledger kept of older ones', () => {
    const inspection = inspectionWith({ ...tooSmall, severity: 'block' })
    expect(judged({ inspection })).toEqual(['picture_too_small/warn: It has 80 x 80 pixels.'])
  })

  it('of codes that nobody knows are ignored', () => {
    const severities = JSON.parse('{"no_such_code":"block"}') as JudgementInputs['severities']
    expect(judged({ rescanOf: 1, severities })).toEqual(['rescan_received/info: It replaces item 1.'])
  })
})
