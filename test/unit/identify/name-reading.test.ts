import { describe, expect, it } from 'vitest'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import type { NameReading } from '../../../electron/shared/readings.ts'
import { compiledRules } from '../../support/compiled-rules.ts'

const shipped = compiledRules()

function rulesOf(...patterns: string[]) {
  const rules = patterns.map((pattern, index) => ({
    id: `r${index}`,
    name: `R${index}`,
    pattern,
    enabled: true,
  }))
  return compiledRules({ rules })
}

/** `entity + media type`, or the results of a conflict, or the reason why there is none. */
function brief(reading: NameReading): string | string[] {
  if (reading.kind === 'match') return `${reading.entityId} + ${reading.mediaType}`
  if (reading.kind === 'conflict')
    return reading.readings.map((each) => `${each.entityId} + ${each.mediaType}`)
  return `none: ${reading.reasons.map(({ words }) => words).join(' / ')}`
}

describe('a name with one meaning', () => {
  it.each([
    ['usr_7731_selfie.jpg', 'usr_7731 + IMAGE_FACE_IMAGE'],
    ['cust-10482_id_front.jpg', 'cust-10482 + IMAGE_ID_CARD_FRONT'],
    ['cust-10482_ID-Front.JPG', 'cust-10482 + IMAGE_ID_CARD_FRONT'],
    ['cust-10482_i d.front.jpg', 'cust-10482 + IMAGE_ID_CARD_FRONT'],
    ['4711_IMAGE_ID_CARD_FRONT.png', '4711 + IMAGE_ID_CARD_FRONT'],
    ['4711_drivers_license_front.jpg', '4711 + IMAGE_DRIVERS_LICENSE_FRONT'],
    ['4711_Driver’s Licence Front.jpg', '4711 + IMAGE_DRIVERS_LICENSE_FRONT'],
    ['4711_driving-licence-back.jpg', '4711 + IMAGE_DRIVERS_LICENSE_BACK'],
    ['4711_liveness_video.mp4', '4711 + LIVENESS_VIDEO'],
    ['acme+42@arc_passport.jpg', 'acme+42@arc + IMAGE_PASSPORT_FRONT'],
    ['cust-10811/selfie.jpg', 'cust-10811 + IMAGE_FACE_IMAGE'],
    ['2024/08/cust-10811/passport_front.jpg', 'cust-10811 + IMAGE_PASSPORT_FRONT'],
    ['cust-10811/drivers_license_front.jpg', 'cust-10811 + IMAGE_DRIVERS_LICENSE_FRONT'],
    ['4711_id.back', '4711 + IMAGE_ID_CARD_BACK'],
    ['4711_selfie', '4711 + IMAGE_FACE_IMAGE'],
  ])('%s', (path, result) => {
    expect(brief(readName(shipped, path))).toBe(result)
  })

  it('says which characters of the path gave which value', () => {
    const path = 'scans/usr_7731/id_front.jpg'
    const reading = readName(shipped, path)
    const spans = reading.kind === 'match' ? reading.spans : []
    expect(spans.map(({ field, start, end }) => [field, path.slice(start, end)])).toEqual([
      ['entity_id', 'usr_7731'],
      ['media_type', 'id_front'],
    ])
  })

  it('is compared in NFC, as some systems take letters apart', () => {
    const path = 'scans/Élodie_selfie.jpg'.normalize('NFD')
    const reading = readName(shipped, path)
    if (reading.kind !== 'match') throw new Error('A match was expected.')
    expect(reading.entityId).toBe('Élodie')
    const [entity] = reading.spans
    expect(path.normalize('NFC').slice(entity?.start, entity?.end)).toBe('Élodie')
    expect(
      brief(readName(rulesOf('Müller_{entity_id}_{media_type}'), 'Müller_1_selfie.jpg'.normalize('NFD'))),
    ).toBe('1 + IMAGE_FACE_IMAGE')
  })

  it('keeps an entity id that the endpoint will not take, so that it can be explained', () => {
    expect(brief(readName(shipped, 'Ms Smith_selfie.jpg'))).toBe('Ms Smith + IMAGE_FACE_IMAGE')
  })

  it('takes the media type from the rule where the pattern has none', () => {
    const letters = { id: 'l', name: 'L', pattern: 'letters/{entity_id}', enabled: true, mediaType: 'LETTER' }
    expect(brief(readName(compiledRules({ rules: [letters] }), 'in/letters/4711.pdf'))).toBe('4711 + LETTER')
  })

  it('is one meaning when two rules or two aliases agree', () => {
    const rules = rulesOf('{entity_id}_{media_type}', '{entity_id}_{media_type}')
    expect(readName(rules, '4711_selfie.jpg')).toMatchObject({ kind: 'match', ruleId: 'r0' })
  })
})

describe('a name with several meanings', () => {
  it('is a conflict when it can be cut in two ways, and the longer name of a media type does not win', () => {
    const rules = compiledRules({ mediaTypeAliases: { FRONT_PAGE: ['front'] } })
    expect(brief(readName(rules, 'a_id_front.jpg'))).toEqual(['a + IMAGE_ID_CARD_FRONT', 'a_id + FRONT_PAGE'])
  })

  it('is a conflict when a separator is there twice', () => {
    expect(brief(readName(shipped, '4711__selfie.jpg'))).toEqual([
      '4711 + IMAGE_FACE_IMAGE',
      '4711_ + IMAGE_FACE_IMAGE',
    ])
  })

  it('is a conflict when an alias stands for two media types', () => {
    const rules = compiledRules({ mediaTypeAliases: { IMAGE_FACE_IMAGE: ['photo'] } })
    expect(brief(readName(rules, '4711_photo.jpg'))).toEqual([
      '4711 + IMAGE_PROFILE_PICTURE',
      '4711 + IMAGE_FACE_IMAGE',
    ])
  })

  it('is a conflict when two rules differ', () => {
    const rules = rulesOf('{entity_id}_{media_type}', '{skip}-{entity_id}_{media_type}')
    expect(brief(readName(rules, 'a-1_selfie.jpg'))).toEqual([
      'a-1 + IMAGE_FACE_IMAGE',
      '1 + IMAGE_FACE_IMAGE',
    ])
  })

  it('is a conflict when a {skip} can end in several places', () => {
    const rules = rulesOf('{skip}_{entity_id}_{media_type}')
    expect(brief(readName(rules, 'a_b_c_selfie.jpg'))).toEqual([
      'b_c + IMAGE_FACE_IMAGE',
      'c + IMAGE_FACE_IMAGE',
    ])
  })

  it('is a conflict when a {skip} can begin in several places', () => {
    const rules = rulesOf('{entity_id}#{skip}#{media_type}')
    expect(brief(readName(rules, '4711#a#b#selfie.jpg'))).toEqual([
      '4711 + IMAGE_FACE_IMAGE',
      '4711#a + IMAGE_FACE_IMAGE',
    ])
  })

  it('names a few of very many meanings', () => {
    const reading = readName(rulesOf('{skip}_{entity_id}_{media_type}'), `${'a_'.repeat(200)}selfie.jpg`)
    expect(reading).toMatchObject({ kind: 'conflict' })
    expect(brief(reading)).toHaveLength(8)
  })
})

describe('other patterns', () => {
  it.each([
    ['{media_type}_{entity_id}', 'selfie_usr_7731.jpg', 'usr_7731 + IMAGE_FACE_IMAGE'],
    ['{media_type} - {entity_id}', 'ID Front - 4711.jpg', '4711 + IMAGE_ID_CARD_FRONT'],
    ['scan_{entity_id}.{media_type}_v1', 'scan_4711.selfie_v1.jpg', '4711 + IMAGE_FACE_IMAGE'],
    ['{skip}/{media_type}/{entity_id}', 'batch 7/passport/4711.jpg', '4711 + IMAGE_PASSPORT_FRONT'],
    ['{entity_id}/{media_type}/{skip}', 'x/4711/selfie/IMG_0001.jpg', '4711 + IMAGE_FACE_IMAGE'],
    ['{entity_id}/{skip}_{media_type}_{skip}', '4711/07_selfie_final.jpg', '4711 + IMAGE_FACE_IMAGE'],
  ])('%s reads %s', (pattern, path, result) => {
    expect(brief(readName(rulesOf(pattern), path))).toBe(result)
  })
})

describe('a name without a meaning', () => {
  it.each([
    ['{entity_id}_{media_type}', 'IMG-2041.png', 'There is no “_” in “IMG-2041”.'],
    ['{entity_id}_{media_type}', 'Scan_0001.jpg', '“0001” is no name of a media type that Intray knows.'],
    ['{media_type}_{entity_id}', '0001_selfie_a.jpg', '“0001” is no name of a media type that Intray knows.'],
    ['{entity_id}_{media_type}', 'a_.jpg', 'Nothing in “a_” stands where the media type belongs.'],
    [
      '{entity_id}_{media_type}',
      '_selfie.jpg',
      'In “_selfie” nothing stands in front of “_” that could be the entity id.',
    ],
    [
      '{entity_id}_{media_type}',
      'IMAGE_PASSPORT_FRONT.jpg',
      '“IMAGE_PASSPORT_FRONT” is one name of a media type and is not cut in two.',
    ],
    ['scan_{entity_id}_{media_type}', 'Scam_1_selfie.jpg', '“Scam_1_selfie” does not begin with “scan_”.'],
    ['{entity_id}_{media_type}_v1', '1_selfie.jpg', '“1_selfie” does not end in “_v1”.'],
    ['inbox/{entity_id}_{media_type}', 'other/1_selfie.jpg', '“other” is not “inbox”.'],
    [
      '{entity_id}/{media_type}',
      'selfie.jpg',
      'It needs a folder inside the watched folder, and the file lies in none.',
    ],
    [
      '{skip}/{entity_id}/{media_type}',
      'a/selfie.jpg',
      'It needs 2 folders inside the watched folder, and the file lies in 1.',
    ],
    ['{entity_id}/{media_type}', 'a/b.jpg', '“b” is no name of a media type that Intray knows.'],
  ])('%s does not read %s, and says why', (pattern, path, words) => {
    expect(brief(readName(rulesOf(pattern), path))).toBe(`none: ${words}`)
  })

  it('is given a reason by every rule, in their order', () => {
    const reading = readName(shipped, 'IMG-2041.png')
    expect(reading.kind === 'none' ? reading.reasons.map(({ ruleId }) => ruleId) : []).toEqual([
      'entity-and-type',
      'folder-per-entity',
    ])
  })

  it.each([
    ['4711_selfie (1).jpg', '(1)'],
    ['4711_selfie(2).jpg', '(2)'],
    ['4711_selfie - Copy.jpg', '- Copy'],
    ['4711_selfie - Copy (3).jpg', '- Copy (3)'],
    ['4711_selfie copy.jpg', 'copy'],
    ['4711_selfie copy 2.jpg', 'copy 2'],
    ['selfie_4711 (1).jpg', '(1)'],
  ])('%s is a copy, and that is the reason', (path, mark) => {
    const words = `“${mark}” at its end shows that it is a copy. Rename it or reject it.`
    expect(brief(readName(rulesOf('{entity_id}_{media_type}'), path))).toBe(`none: ${words}`)
  })

  it('may merely look like a copy', () => {
    expect(brief(readName(shipped, '4711_copy_selfie.jpg'))).toBe('4711_copy + IMAGE_FACE_IMAGE')
  })
})
