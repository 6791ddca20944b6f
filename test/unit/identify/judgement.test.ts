import { describe, expect, it } from 'vitest'
import { judge } from '../../../electron/engine/identify/judgement/judgement.ts'
import type { JudgementInputs } from '../../../electron/engine/identify/judgement/judgement.ts'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../../electron/engine/identify/naming/rule-set.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import { shippedRules } from '../../../electron/shared/settings.ts'

const rules = compileRules(shippedRules, {})
const noDuplicates = { sameEntity: [], otherEntity: [] }

/** The judgement of a sound JPEG with this name, read by the shipped rules, unless told otherwise. */
function judged(path: string, over: Partial<JudgementInputs> = {}): string[] {
  const reading = readName(rules, path)
  const values =
    reading.kind === 'match'
      ? { entityId: reading.entityId, mediaType: reading.mediaType }
      : { entityId: null, mediaType: null }
  const inspection = { family: 'jpg' as const, findings: [] }
  const findings = judge({ inspection, reading, values, duplicates: noDuplicates, ...over })
  return findings.map(({ code, severity, evidence }) => `${code}/${severity}: ${evidence}`)
}

describe('judge', () => {
  it('has nothing to say about a sound file with a clear name', () => {
    expect(judged('4711_selfie.jpg')).toEqual([])
  })

  it('puts what is wrong with the file first', () => {
    const inspection = { family: 'jpg' as const, findings: [finding('damaged', 'It breaks off.')] }
    expect(judged('Scan.jpg', { inspection })).toEqual([
      'damaged/block: It breaks off.',
      expect.stringMatching(/^no_rule/),
    ])
  })

  it('gives every rule’s reason where none reads the name', () => {
    expect(judged('Scan_0001.jpg')).toEqual([
      'no_rule/block: Rule “Entity and media type”: “0001” is no name of a media type that Intray knows. ' +
        'Rule “A folder for each entity”: It needs a folder inside the watched folder, and the file lies in none.',
    ])
    const many = Array.from({ length: 9 }, (_, index) => ({
      id: `r${index}`,
      name: `R${index}`,
      pattern: '{entity_id}_{media_type}',
      enabled: true,
    }))
    const [found] = judged('x', { reading: readName(compileRules(many, {}), 'x') })
    expect(found).toMatch(/Rule “R4”: .* 4 further rules do not fit either\.$/)
    expect(judged('x', { reading: readName(compileRules([], {}), 'x') })).toEqual([
      'no_rule/block: No naming rule is in force.',
    ])
  })

  it('names every meaning of an ambiguous name', () => {
    expect(judged('4711__selfie.jpg')).toEqual([
      'rules_disagree/block: It could be “4711” with Face image (rule “Entity and media type”), ' +
        'or “4711_” with Face image (rule “Entity and media type”).',
    ])
  })

  it('believes a person more than the name', () => {
    const given = { entityId: '4711', mediaType: 'LETTER' }
    expect(judged('Scan_0001.jpg', { values: given })).toEqual([])
    expect(judged('4711__selfie.jpg', { values: given })).toEqual([])
  })

  it('asks for what a person has not given yet', () => {
    expect(judged('Scan_0001.jpg', { values: { entityId: '4711', mediaType: null } })).toEqual([
      'media_type_missing/block: Nobody gave it yet.',
    ])
    expect(judged('4711_selfie.jpg', { values: { entityId: '', mediaType: 'LETTER' } })).toEqual([
      'no_rule/block: Nobody gave the entity id yet.',
    ])
  })

  it('shows which characters an entity id must not hold', () => {
    expect(judged('Ms Ünal,3_selfie.jpg')).toEqual([
      'entity_id_malformed/block: “Ms Ünal,3” holds a space, “Ü” and “,”.',
    ])
    expect(judged('a\u200bb\u0007_selfie.jpg')).toEqual([
      'entity_id_malformed/block: “a\u200bb\u0007” holds an invisible character (U+200B) and an invisible character (U+0007).',
    ])
    expect(judged(`${'x'.repeat(129)}_selfie.jpg`)).toEqual([
      'entity_id_malformed/block: It has 129 characters; the endpoint takes 128.',
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
      'jpg',
      'LIVENESS_VIDEO',
      'The file is of the kind “JPEG picture”; for “Liveness video” a video is expected.',
    ],
    ['pdf', 'LIVENESS_VIDEO', 'The file is of the kind “PDF”; for “Liveness video” a video is expected.'],
    ['avi', 'LETTER', 'The file is of the kind “AVI video”; for “Letter” a document is expected.'],
  ] as const)('finds a %s as %s implausible', (family, mediaType, evidence) => {
    const inspection = { family, findings: [] }
    expect(judged('x', { inspection, values: { entityId: '1', mediaType } })).toEqual([
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
  ] as const)('finds a %s as %s plausible', (family, mediaType) => {
    const inspection = { family, findings: [] }
    expect(judged('x', { inspection, values: { entityId: '1', mediaType } })).toEqual([])
  })

  it('names the items with the same content by their numbers', () => {
    const duplicates = {
      sameEntity: [12],
      otherEntity: [3, 4, 5, 6, 7, 8, 9].map((itemId) => ({ itemId, entityId: 'b' })),
    }
    expect(judged('4711_selfie.jpg', { duplicates })).toEqual([
      'duplicate_same_entity/warn: The same content: item 12.',
      'duplicate_other_entity/block: The same content: item 3 (entity “b”), item 4 (entity “b”), ' +
        'item 5 (entity “b”), item 6 (entity “b”), item 7 (entity “b”) and 2 more.',
    ])
  })
})
