import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import type { NameReading, RuleReading } from '../../../electron/shared/readings.ts'
import type { ruleSchema, rulesDefinitionSchema } from '../../../electron/shared/rules.ts'
import { compiledRules } from '../../support/compiled-rules.ts'

type Rule = z.input<typeof ruleSchema>
type Definition = z.input<typeof rulesDefinitionSchema>

function read(pattern: string, path: string, over: Partial<Rule> = {}, rest: Definition = {}): NameReading {
  const ruleSet = compiledRules({ rules: [{ id: 'r', name: 'R', pattern, ...over }], ...rest })
  expect(ruleSet.problems).toEqual([])
  return readName(ruleSet, path)
}

/** `entity + media type {fields} date`, or the results of a conflict, or the reason why there is none. */
function brief(reading: NameReading): string | string[] {
  if (reading.kind === 'conflict') return reading.readings.map(inWords)
  return reading.kind === 'match'
    ? inWords(reading)
    : `none: ${reading.reasons.map(({ words }) => words).join(' / ')}`
}

function inWords({ entityId, mediaType, fields, date }: RuleReading): string {
  const further = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : ''
  return `${entityId} + ${String(mediaType)}${further}${date === null ? '' : ` ${date}`}`
}

describe('an optional part', () => {
  it.each([
    ['{entity_id}_{media_type}[_{skip}]', '4711_selfie.jpg', '4711 + IMAGE_FACE_IMAGE'],
    ['{entity_id}_{media_type}[_{skip}]', '4711_selfie_p2.jpg', '4711 + IMAGE_FACE_IMAGE'],
    [
      '{entity_id}[-{field:branch}]_{media_type}',
      '4711-oslo_dlb.jpg',
      ['4711 + IMAGE_DRIVERS_LICENSE_BACK {"branch":"oslo"}', '4711-oslo + IMAGE_DRIVERS_LICENSE_BACK'],
    ],
    ['[{folder}/]{entity_id}#{media_type}', 'x/4711#selfie.jpg', '4711 + IMAGE_FACE_IMAGE'],
    ['[{folder}/]{entity_id}#{media_type}', '4711#selfie.jpg', '4711 + IMAGE_FACE_IMAGE'],
    ['{entity_id}#{media_type}[#v[1][2]]', '4711#selfie#v2.jpg', '4711 + IMAGE_FACE_IMAGE'],
  ])('%s reads %s', (pattern, path, result) => {
    expect(brief(read(pattern, path))).toEqual(result)
  })
})

describe('a separator of any kind', () => {
  it.each(['4711_selfie', '4711 - selfie', '4711.selfie', '4711__selfie', '4711–selfie', '4711, selfie'])(
    'stands in %s',
    (name) => {
      expect(brief(read('{entity_id}{sep}{media_type}', `${name}.jpg`))).toBe('4711 + IMAGE_FACE_IMAGE')
    },
  )

  it('takes all that separates, so that nothing of it is left in the values', () => {
    expect(brief(read('{entity_id}{sep}{field:no}{sep}{media_type}', 'a -- b __ selfie.png'))).toBe(
      'a + IMAGE_FACE_IMAGE {"no":"b"}',
    )
  })
})

describe('a side', () => {
  const pattern = '{entity_id}_{media_type}[_{side}]'
  it.each([
    [pattern, '4711_dl_front.jpg', '4711 + IMAGE_DRIVERS_LICENSE_FRONT'],
    [pattern, '4711_dl_B.jpg', '4711 + IMAGE_DRIVERS_LICENSE_BACK'],
    [pattern, '4711_dl.jpg', '4711 + IMAGE_DRIVERS_LICENSE_FRONT'],
    [pattern, '4711_id_card_back.jpg', '4711 + IMAGE_ID_CARD_BACK'],
    [pattern, '4711_drivers_license_back.jpg', '4711 + IMAGE_DRIVERS_LICENSE_BACK'],
    [pattern, '4711_IMAGE_ID_CARD_BACK.jpg', '4711 + IMAGE_ID_CARD_BACK'],
    [pattern, '4711_passport_front.jpg', '4711 + IMAGE_PASSPORT_FRONT'],
    [pattern, '4711_dlb_rear.jpg', '4711 + IMAGE_DRIVERS_LICENSE_BACK'],
    ['{entity_id}_{media_type}_{side}', '4711_id_card_back.jpg', '4711 + IMAGE_ID_CARD_BACK'],
    [
      '{entity_id}_{media_type}_{side}',
      '4711_drivers-license_RÜCKSEITE.jpg',
      '4711 + IMAGE_DRIVERS_LICENSE_BACK',
    ],
    ['{entity_id}_{side}_{media_type}', '4711_rückseite_ausweis.jpg', '4711 + IMAGE_ID_CARD_BACK'],
    ['{side}/{entity_id}_{media_type}', 'Verso/4711_cheque.jpg', '4711 + IMAGE_CHECK_BACK'],
    ['{media_type}/{entity_id} {side}', 'Licence/4711 back.jpg', '4711 + IMAGE_DRIVERS_LICENSE_BACK'],
    ['{entity_id}_{media_type}{side}', '4711_chequeback.jpg', '4711 + IMAGE_CHECK_BACK'],
  ])('is read by %s in %s', (rulePattern, path, result) => {
    const aliases = { IMAGE_ID_CARD_FRONT: ['ausweis'] }
    expect(brief(read(rulePattern, path, {}, { mediaTypeAliases: aliases }))).toBe(result)
  })

  it.each([
    ['4711_dlf_back.jpg', '“dlf” means the front, and not the back. But “back” says the back.', 9],
    ['4711_passport_back.jpg', '“passport” has no back among the media types that Intray knows.', 14],
    ['4711_dl_left.jpg', '“left” is no word for the front or the back.', 8],
  ])('that does not fit in %s is the reason', (path, words, stoppedAt) => {
    const reading = read('{entity_id}_{media_type}_{side}', path)
    expect(reading.kind === 'none' ? reading.reasons : reading).toMatchObject([
      { ruleId: 'r', ruleName: 'R', words, stoppedAt },
    ])
  })

  it('belongs to a pair of media types that a person named', () => {
    const definition = { mediaTypeAliases: { PERMIT_FRONT: ['permit'], PERMIT_BACK: ['permit back'] } }
    expect(brief(read('{entity_id}_{media_type}_{side}', '1_permit_b.jpg', {}, definition))).toBe(
      '1 + PERMIT_BACK',
    )
  })

  it('may be said by words of a person’s own, and be fixed', () => {
    const names = { sideNames: { front: ['Seite A'], back: ['Seite B'] } }
    expect(brief(read('{entity_id}_{media_type}_{side}', '1_dl_seite-b.jpg', {}, names))).toBe(
      '1 + IMAGE_DRIVERS_LICENSE_BACK',
    )
    expect(brief(read('rear/{entity_id}_{media_type}', 'Rear/1_dl.jpg', { side: 'back' }))).toBe(
      '1 + IMAGE_DRIVERS_LICENSE_BACK',
    )
    expect(brief(read('{entity_id}_{side}', '1_back.jpg', { mediaType: 'dl' }))).toBe(
      '1 + IMAGE_DRIVERS_LICENSE_BACK',
    )
  })

  it('alone says nothing about the media type', () => {
    expect(read('{entity_id}_{side}', '1_back.jpg')).toMatchObject({
      kind: 'match',
      mediaType: null,
      side: 'back',
    })
  })
})

describe('a date', () => {
  it.each([
    [
      '{entity_id}_{date:YYYYMMDD}_{media_type}',
      '1_20240229_dl.jpg',
      '1 + IMAGE_DRIVERS_LICENSE_FRONT 2024-02-29',
    ],
    ['{date:YYYY-MM-DD HH.mm.ss} {entity_id}', '2024-05-01 23.59.58 4711.jpg', '4711 + null 2024-05-01'],
    ['{date:D.M.YY}-{entity_id}', '1.5.24-4711.jpg', '4711 + null 2024-05-01'],
    ['{date:DDMMYY}{entity_id}', '0105994711.jpg', '4711 + null 1999-05-01'],
    ['{entity_id}_{date:YYYYMMDD}', '1_20230229.jpg', 'none: “20230229” is no date of the form YYYYMMDD.'],
    ['{entity_id}_{date:YYYYMMDD}', '1_2024.jpg', 'none: “2024” is no date of the form YYYYMMDD.'],
  ])('is read by %s in %s', (pattern, path, result) => {
    expect(brief(read(pattern, path))).toBe(result)
  })
})

describe('an extension', () => {
  it.each([
    ['{entity_id}_{media_type}.{ext}', '1_dl.PNG', '1 + IMAGE_DRIVERS_LICENSE_FRONT'],
    ['{entity_id}_{media_type}.{ext}', '1_dl', '1 + IMAGE_DRIVERS_LICENSE_FRONT'],
    ['{entity_id}_{media_type}.PDF', '1_dl.pdf', '1 + IMAGE_DRIVERS_LICENSE_FRONT'],
    ['{entity_id}_{media_type}.pdf', '1_dl.jpg', 'none: It reads files that end in “.pdf” alone.'],
    ['{entity_id}_{media_type}.v1', '1_dl.v1.jpg', '1 + IMAGE_DRIVERS_LICENSE_FRONT'],
  ])('%s reads %s', (pattern, path, result) => {
    expect(brief(read(pattern, path))).toBe(result)
  })
})

describe('a fixed or composed value', () => {
  it.each<[string, string, Partial<Rule>, string]>([
    [
      '{folder}/{media_type}',
      'a/4711/dl.jpg',
      { entityId: 'ACME-{folder}' },
      'ACME-4711 + IMAGE_DRIVERS_LICENSE_FRONT',
    ],
    [
      '{folder}/{folder2}/{media_type}',
      '47/11/dl.jpg',
      { entityId: '{folder2}\\{{folder}', entityIdReading: { padTo: 8 } },
      '00011{47 + IMAGE_DRIVERS_LICENSE_FRONT',
    ],
    [
      '{field:no}_{media_type}',
      '7_dl.jpg',
      { entityId: 'x{field:no}' },
      'x7 + IMAGE_DRIVERS_LICENSE_FRONT {"no":"7"}',
    ],
    [
      '{skip}',
      'anything.jpg',
      { entityId: 'house', mediaType: 'Proof of address' },
      'house + PROOF_OF_ADDRESS',
    ],
    ['{entity_id}', '4711.jpg', { mediaType: 'VISA' }, '4711 + VISA'],
    ['{entity_id}', '4711.jpg', { fields: { branch: 'Oslo' } }, '4711 + null {"branch":"Oslo"}'],
  ])('%s reads %s with %j', (pattern, path, over, result) => {
    expect(brief(read(pattern, path, over))).toBe(result)
  })

  it('is made of the characters in the name step by step', () => {
    const reading = { remove: ' -', case: 'upper', padTo: 6, prefix: 'C' } as const
    expect(brief(read('{entity_id}_{media_type}', 'ab 4-7_dl.jpg', { entityIdReading: reading }))).toBe(
      'C00AB47 + IMAGE_DRIVERS_LICENSE_FRONT',
    )
    expect(brief(read('{entity_id}_{media_type}', '--_dl.jpg', { entityIdReading: reading }))).toMatch(
      /^none/,
    )
  })

  it('that is the same however the name is cut is one result', () => {
    const over = { entityIdReading: { remove: '_' } }
    expect(brief(read('{entity_id}_{media_type}', '4711__dl.jpg', over))).toBe(
      '4711 + IMAGE_DRIVERS_LICENSE_FRONT',
    )
  })
})

describe('where values stand', () => {
  it('is told for each of them, in the order of the path', () => {
    const path = 'Oslo/20240501 dl Verso é4711.jpg'
    const reading = read('{field:branch}/{date:YYYYMMDD} {media_type} {side} {entity_id}', path)
    const spans = reading.kind === 'match' ? reading.spans : []
    expect(spans.map(({ field, start, end }) => [field, path.slice(start, end)])).toEqual([
      ['field:branch', 'Oslo'],
      ['date', '20240501'],
      ['media_type', 'dl'],
      ['side', 'Verso'],
      ['entity_id', 'é4711'],
    ])
  })

  it('is told for folders and without the separators around a name', () => {
    const path = 'x/4711/ - passport - .jpg'
    const reading = read('{folder}/{media_type}', path, { entityId: '{folder}' })
    const spans = reading.kind === 'match' ? reading.spans : []
    expect(spans.map(({ field, start, end }) => [field, path.slice(start, end)])).toEqual([
      ['folder', '4711'],
      ['media_type', 'passport'],
    ])
  })
})

describe('literal text', () => {
  it.each([
    ['SCAN_{entity_id}', 'scan_4711.jpg'],
    ['ÜBER-{entity_id}', 'über-4711.jpg'.normalize('NFD')],
    ['ΣΟΦΟΣ {entity_id}', 'σοφος 4711.jpg'],
    ['\\{\\[\\]\\}\\\\{entity_id}', '{[]}\\4711.jpg'],
    ['İ{entity_id}', 'İ4711.jpg'],
  ])('%s is found in %s', (pattern, path) => {
    expect(brief(read(pattern, path))).toBe('4711 + null')
  })
})

describe('an entity id and a media type that may both end the other way', () => {
  const rest = (aliases: Record<string, string[]>) => ({ mediaTypeAliases: aliases })

  it('are a conflict where two names of media types stand side by side', () => {
    expect(brief(read('{entity_id}_{media_type}', '4711_passport_photo.jpg'))).toEqual([
      '4711_passport + IMAGE_PROFILE_PICTURE',
      '4711 + null',
    ])
    expect(brief(read('{media_type}_{entity_id}', 'photo_id_4711.jpg'))).toEqual([
      'id_4711 + IMAGE_PROFILE_PICTURE',
      '4711 + null',
    ])
  })

  it('are told apart by a name that a person gave to both together', () => {
    const own = rest({ PASSPORT_PHOTO: ['passport photo'] })
    expect(brief(read('{entity_id}_{media_type}', '4711_passport-photo.jpg', {}, own))).toBe(
      '4711 + PASSPORT_PHOTO',
    )
  })

  it('are told apart by a rule that can cut in one place only', () => {
    expect(brief(read('{entity_id}__{media_type}', '4711_passport__photo.jpg'))).toBe(
      '4711_passport + IMAGE_PROFILE_PICTURE',
    )
  })

  it('are told apart by the form of the organisation’s entity ids', () => {
    const digits = { entityIds: { pattern: '[0-9]+' } }
    expect(brief(read('{entity_id}_{media_type}', '4711_passport_photo.jpg', {}, digits))).toBe('4711 + null')
  })
})

describe('the organisation’s form of entity ids', () => {
  const six = { entityIds: { pattern: '[0-9]{6}' } }
  it.each([
    ['{skip}_{entity_id}_{media_type}', 'a_b_471100_dl.jpg', '471100 + IMAGE_DRIVERS_LICENSE_FRONT'],
    ['{skip}_{entity_id}_{skip}', `${'a_'.repeat(40)}471100_${'b_'.repeat(40)}x.jpg`, '471100 + null'],
    ['{entity_id}_{media_type}', '4711_dl.jpg', '4711 + IMAGE_DRIVERS_LICENSE_FRONT'],
    ['{skip}_{entity_id}_{skip}', '1_471100_471101_x.jpg', ['471100 + null', '471101 + null']],
  ])('pushes out what does not have it: %s, %s', (pattern, path, result) => {
    expect(brief(read(pattern, path, {}, six))).toEqual(result)
  })
})

describe('texts to be skipped', () => {
  it('can end in any place, one behind the other', () => {
    expect(brief(read('{skip}_{skip}_{entity_id}', 'a_b_c_d.jpg'))).toEqual(['c_d + null', 'd + null'])
  })
})

describe('several rules', () => {
  const readBy = (path: string, rules: readonly Partial<Rule>[], folderId?: string) =>
    readName(
      compiledRules({
        rules: rules.map((rule, index) => ({ id: `r${index}`, name: `R${index}`, pattern: 'x', ...rule })),
      }),
      path,
      folderId,
    )

  it('agree where one reads the entity alone', () => {
    const rules = [{ pattern: '{entity_id}_{skip}' }, { pattern: '{skip}_{media_type}', entityId: '4711' }]
    expect(readBy('4711_dl.jpg', rules)).toMatchObject({
      kind: 'match',
      ruleId: 'r1',
      mediaType: 'IMAGE_DRIVERS_LICENSE_FRONT',
    })
  })

  it('disagree in a further value, too', () => {
    const rules = [
      { pattern: '{entity_id}_{field:branch}' },
      { pattern: '{entity_id}_{skip}', fields: { branch: 'Rome' } },
    ]
    expect(brief(readBy('4711_Oslo.jpg', rules))).toEqual([
      '4711 + null {"branch":"Oslo"}',
      '4711 + null {"branch":"Rome"}',
    ])
  })

  it('do not push out results of a rule that has more of them than are looked at', () => {
    const ruleSet = compiledRules({
      rules: [
        { id: 'many', name: 'Many', pattern: '{skip}_{field:no}_{skip}', entityId: '{field:no}' },
        { id: 'one', name: 'One', pattern: '{skip}#{entity_id}' },
      ],
      entityIds: { pattern: '[0-9]{6}' },
    })
    const path = `${'a_'.repeat(12)}471100_b_#471101.jpg`
    expect(readName(ruleSet, path).kind).toBe('conflict')
  })

  it('count in their folders alone', () => {
    const rules = [
      { pattern: '{entity_id}_{media_type}', folders: ['one'] },
      { pattern: '{skip}_{media_type}', entityId: 'other', folders: ['two'] },
    ]
    expect(brief(readBy('4711_dl.jpg', rules, 'one'))).toBe('4711 + IMAGE_DRIVERS_LICENSE_FRONT')
    expect(brief(readBy('4711_dl.jpg', rules, 'two'))).toBe('other + IMAGE_DRIVERS_LICENSE_FRONT')
    expect(readBy('4711_dl.jpg', rules, 'three')).toEqual({ kind: 'none', reasons: [] })
    expect(readBy('4711_dl.jpg', rules).kind).toBe('conflict')
  })
})
