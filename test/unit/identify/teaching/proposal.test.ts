import { describe, expect, it } from 'vitest'
import { readName } from '../../../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../../../electron/engine/identify/naming/rule-set.ts'
import type { NameToExplain } from '../../../../electron/engine/identify/teaching/name-to-explain.ts'
import { proposeRules } from '../../../../electron/engine/identify/teaching/proposal.ts'
import type { NameExample } from '../../../../electron/shared/readings.ts'
import { rulesDefinitionSchema } from '../../../../electron/shared/rules.ts'
import type { RulesDefinition } from '../../../../electron/shared/rules.ts'
import { accept } from './accepted-proposal.ts'
import { compose, corrected, date, entity, marked, media, side } from './composed-name.ts'
import { proposeAtOnce } from './propose-at-once.ts'

const shipped = rulesDefinitionSchema.parse({})
const empty = rulesDefinitionSchema.parse({ rules: [] })

const waiting = (path: string, folderId = 'scans'): NameToExplain => ({ folderId, path, confirmed: null })
const decided = (path: string, entityId: string, mediaType: string | null): NameToExplain => ({
  folderId: 'scans',
  path,
  confirmed: { entityId, mediaType },
})
const patternsOf = (
  examples: readonly NameExample[],
  names: readonly NameToExplain[] = [],
  definition: RulesDefinition = empty,
): string[] => proposeAtOnce({ examples, definition, names })[0]?.rules.map(({ pattern }) => pattern) ?? []

const corrections = (...lines: [path: string, entityId: string, mediaType?: string][]): NameExample[] =>
  lines.map(([path, entityId, mediaType]) => ({
    folderId: 'scans',
    path,
    marks: [],
    entityId,
    ...(mediaType !== undefined && { mediaType }),
  }))

const passport = 'IMAGE_PASSPORT_FRONT'
const licence = 'IMAGE_DRIVERS_LICENSE_FRONT'

describe('a proposal', () => {
  it('has words, a name and an id of its own', () => {
    const definition = rulesDefinitionSchema.parse({
      rules: [
        {
          id: 'entity-date-type',
          name: 'Entity – date – type',
          pattern: '{entity_id}#{date:YYYY}#{media_type}',
        },
      ],
    })
    const examples = [
      marked(compose([entity('4711'), '-', date('2024-05-01'), '-', media('pp', passport), '.jpg'])),
    ]
    const [best] = proposeAtOnce({ examples, definition, names: [] })
    expect(best?.words).toBe('Entity id, a dash, a date, a dash, the media type.')
    expect(best?.rules).toMatchObject([
      {
        id: 'entity-date-type-2',
        name: 'Entity – date – type 2',
        pattern: '{entity_id}-{date:YYYY-MM-DD}-{media_type}',
      },
    ])
  })

  it('is only new names where a rule in force does the rest', () => {
    const [best, ...others] = proposeAtOnce({
      examples: corrections(['4711_RP.jpg', '4711', passport], ['4712_FS.jpg', '4712', licence]),
      definition: shipped,
      names: [waiting('4713_RP.jpg'), waiting('4714_FS.jpg'), waiting('4715_XX.jpg')],
    })
    expect(best).toMatchObject({
      rules: [],
      aliases: { [passport]: ['rp'], [licence]: ['fs'] },
      matched: 2,
      tried: 3,
      conflicts: 0,
    })
    expect(best?.words).toBe(
      'The rules in force, with new names: “rp” for “Passport front”, “fs” for “Driver’s license front”.',
    )
    expect(others).toEqual([])
  })

  it('is not made where the rules read the examples already', () => {
    expect(
      proposeAtOnce({
        examples: corrections(['4711_pp.jpg', '4711', passport]),
        definition: shipped,
        names: [],
      }),
    ).toEqual([])
  })

  it('switches a rule off that reads an example otherwise', () => {
    const examples = [marked(compose(['K7/', entity('4711'), '_2031_', media('pp', passport), '.jpg']))]
    const [best] = proposeAtOnce({ examples, definition: shipped, names: [] })
    expect(best?.rules).toMatchObject([
      { pattern: '{entity_id}_{skip}_{media_type}' },
      { id: 'entity-and-type', enabled: false },
    ])
    expect(best?.words).toContain('the rule “Entity and media type” is switched off')
  })

  it('leaves such a rule to the other folders that need it', () => {
    const examples = [marked(compose([entity('4711'), '_2031_', media('pp', passport), '.jpg']), 'scanner')]
    const names = [waiting('9_pp.jpg', 'post'), waiting('4712_2032_pp.jpg', 'scanner')]
    const [best] = proposeAtOnce({ examples, definition: shipped, names })
    expect(best?.rules[1]).toMatchObject({ id: 'entity-and-type', enabled: true, folders: ['post'] })
    expect(best?.words).toContain('no longer reads this folder')
  })

  it('counts what it reads otherwise than people confirmed, and comes last with it', () => {
    const examples = corrections(['4711-1-pp.jpg', '4711', passport])
    const names = [
      decided('4712-2-pp.jpg', '2', passport),
      waiting('4713-3-pp.jpg'),
      decided('4714-1-pp.jpg', '4714', null),
    ]
    const proposals = proposeAtOnce({ examples, definition: empty, names })
    expect(proposals.map(({ rules, contradictions }) => [rules[0]?.pattern, contradictions])).toEqual([
      ['{entity_id}-1-{media_type}', 0],
      ['{entity_id}-{skip}-{media_type}', 1],
    ])
  })

  it('shows the readings most unlike the examples first', () => {
    const examples = [
      marked(compose([entity('4711'), ' ', media('pp', passport), '.jpg'])),
      marked(compose([entity('4712'), ' ', media('dl', licence), '.jpg'])),
    ]
    const names = [
      '4713 pp.jpg',
      '4714 pp.jpg',
      '47150 dl.jpg',
      'Miller pp.jpg',
      '2024-05-01 pp.jpg',
      '4711 pp.jpg',
    ]
    const proposals = proposeAtOnce({
      examples,
      definition: empty,
      names: names.map((name) => waiting(name)),
    })
    const [narrow, wide] = proposals.map(({ rules, matched, samples }) => ({
      kind: rules[0]?.kind,
      matched,
      samples: samples.map(({ path, doubtful }) => `${path}${doubtful ? ' ?' : ''}`),
    }))
    expect(narrow).toEqual({
      kind: 'expression',
      matched: 4,
      samples: ['47150 dl.jpg', '4713 pp.jpg', '4714 pp.jpg'],
    })
    expect(wide).toEqual({
      kind: 'pattern',
      matched: 6,
      samples: ['2024-05-01 pp.jpg ?', 'Miller pp.jpg ?', '47150 dl.jpg', '4713 pp.jpg', '4714 pp.jpg'],
    })
  })

  it('is the fewest rules for examples of several habits', () => {
    const examples = corrections(
      ['4711 pp.jpg', '4711', passport],
      ['scan of 4712 pp.jpg', '4712', passport],
      ['pp-4713.jpg', '4713', passport],
    )
    expect(patternsOf(examples)).toHaveLength(2)
  })

  it('is the same every time', () => {
    const teaching = {
      examples: corrections(['4711-1-pp.jpg', '4711', passport]),
      definition: shipped,
      names: [waiting('4712-2-pp.jpg')],
    }
    expect(proposeAtOnce(teaching)).toEqual(proposeAtOnce(teaching))
  })
})

describe('a pattern', () => {
  it('makes a value optional that some examples lack', () => {
    const examples = [
      marked(
        compose([
          entity('4711'),
          '-',
          media('dl', 'IMAGE_DRIVERS_LICENSE_BACK'),
          '-',
          side('back', 'back'),
          '.jpg',
        ]),
      ),
      marked(compose([entity('4712'), '-', media('pp', passport), '.jpg'])),
    ]
    expect(patternsOf(examples)).toEqual(['{entity_id}-{media_type}[-{side}]'])
  })

  it('takes a marked side for that of the kind beside it', () => {
    const examples = [
      marked(compose([entity('4711'), ' ', media('FS', licence), ' ', side('hinten'), '.jpg'])),
      marked(compose([entity('4712'), ' ', media('FS', licence), ' ', side('vorn'), '.jpg'])),
    ].map(({ folderId, path, marks }) => ({ folderId, path, marks }))
    const [best] = proposeAtOnce({ examples, definition: empty, names: [] })
    if (best === undefined) throw new Error('Nothing was proposed.')
    expect(best.rules).toMatchObject([{ pattern: '{entity_id} {media_type} {side}' }])
    const reading = readName(compileRules(accept(empty, best)), '4713 FS rs.jpg', 'scans')
    expect(reading).toMatchObject({ entityId: '4713', mediaType: 'IMAGE_DRIVERS_LICENSE_BACK' })
  })

  it('takes a side that no rule knows as a part of the name', () => {
    const back = 'IMAGE_DRIVERS_LICENSE_BACK'
    const examples = [
      marked(compose([entity('4711'), ' ', media('FS', licence), '-', side('zadná', 'back'), '.jpg'], back)),
      marked(
        compose([entity('4712'), ' ', media('FS', licence), '-', side('predná', 'front'), '.jpg'], licence),
      ),
    ]
    const [best] = proposeAtOnce({ examples, definition: empty, names: [] })
    expect(best).toMatchObject({
      rules: [{ pattern: '{entity_id} {media_type}' }],
      aliases: { [back]: ['fs-zadná'], [licence]: ['fs-predná'] },
    })
  })

  it('keeps further values', () => {
    const branch = { field: 'field:branch', text: 'Bonn' } as const
    const examples = [marked(compose([branch, '/', entity('4711'), '_', media('pp', passport), '.jpg']))]
    expect(patternsOf(examples)).toEqual(['{field:branch}/{entity_id}_{media_type}'])
  })

  it('knows a date by what it means', () => {
    const dated = (text: string, value: string): NameExample =>
      marked(
        compose([entity('4711'), ' ', { field: 'date', text, value }, ' ', media('pp', passport), '.jpg']),
      )
    expect(patternsOf([dated('01.05.2024', '2024-05-01')])).toEqual([
      '{entity_id} {date:DD.MM.YYYY} {media_type}',
    ])
    expect(patternsOf([dated('01.05.2024', '2024-01-05')])).toEqual([
      '{entity_id} {date:MM.DD.YYYY} {media_type}',
    ])
  })

  it('takes what varies among waiting names for any text', () => {
    const examples = corrections(
      ['Batch7 4711 pp.jpg', '4711', passport],
      ['Batch7 4710 dl.jpg', '4710', licence],
    )
    const names = ['Batch7 4711 pp.jpg', 'Batch8 4712 pp.jpg', 'Batch9 4713 dl.jpg'].map((name) =>
      waiting(name),
    )
    expect(patternsOf(examples)).toEqual(['Batch7 {entity_id} {media_type}'])
    expect(patternsOf(examples, names)).toEqual(['Batch{skip} {entity_id} {media_type}'])
  })

  it('reads the entity alone where nobody said a media type and none is known', () => {
    expect(patternsOf(corrections(['Case 4711.jpg', '4711']))).toEqual(['Case {entity_id}'])
  })

  it('reads a media type that nobody said where the name has one that is known', () => {
    expect(patternsOf(corrections(['Case 4711 pp.jpg', '4711']))).toEqual(['Case {entity_id} {media_type}'])
  })

  it('gives a fixed media type where nothing in the names says it', () => {
    const [best] = proposeAtOnce({
      examples: corrections(['4711.jpg', '4711', passport], ['4712.jpg', '4712', passport]),
      definition: empty,
      names: [],
    })
    expect(best?.rules).toMatchObject([{ pattern: '{entity_id}', mediaType: passport }])
    expect(best?.words).toBe('Entity id, always “Passport front”.')
  })
})

describe('nothing is proposed', () => {
  it.each<[string, NameExample[]]>([
    ['for an entity id that the name does not hold', corrections(['scan.jpg', '4711', passport])],
    [
      'for a word that could be another media type’s name as well',
      corrections(['4711 Miller RP.jpg', '4711', passport]),
    ],
    [
      'for a name that already means something else',
      corrections(['4711_pp.jpg', '4711', 'LETTER'], ['4712_pp.jpg', '4712', 'STATEMENT']),
    ],
    [
      'for words whose place differs with the habit',
      corrections(
        ['SCN_0 Miller 100000 RP.jpg', '100000', passport],
        ['FS-100001.jpg', '100001', licence],
        ['x/100002/PA 2.jpg', '100002', 'IMAGE_ID_CARD_FRONT'],
      ),
    ],
    [
      'for the same word with two meanings',
      corrections(['4711_RP.jpg', '4711', passport], ['4712_RP.jpg', '4712', licence]),
    ],
    [
      'for a mark outside the name',
      [{ folderId: 'scans', path: 'a.jpg', marks: [{ field: 'entity_id', start: 9, end: 12 }] }],
    ],
    [
      'for marks across one another',
      [
        {
          folderId: 'scans',
          path: '4711.jpg',
          marks: [
            { field: 'entity_id', start: 0, end: 3 },
            { field: 'media_type', start: 2, end: 4 },
          ],
        },
      ],
    ],
    [
      'for an unknown word that is marked as a media type without its meaning',
      [marked(compose([entity('4711'), '_', media('RP'), '.jpg']))],
    ],
  ])('%s', (_, examples) => {
    expect(proposeAtOnce({ examples, definition: shipped, names: [] })).toEqual([])
  })
})

describe('the entity id', () => {
  it.each([
    ['in other letters', 'k4711 pp.jpg', 'K4711', { case: 'upper' }],
    ['with spaces in it', '47 11 pp.jpg', '4711', { remove: ' ' }],
    ['with zeros in front', '4711 pp.jpg', '004711', { padTo: 6 }],
    ['with a prefix', '4711 pp.jpg', 'ACME-4711', { prefix: 'ACME-' }],
  ])('may be read %s', (_, path, entityId, reading) => {
    const [best] = proposeAtOnce({
      examples: corrections([path, entityId, passport]),
      definition: empty,
      names: [],
    })
    expect(best?.rules[0]?.entityIdReading).toMatchObject(reading)
  })
})

describe('25,000 names', () => {
  const words = ['RP', 'FS', 'PA']
  const surnames = ['Miller', 'van Dyk', 'Roth', "O'Neill", 'García-López', 'Nowak', 'Ng']
  const names = Array.from({ length: 25_000 }, (_, index) =>
    waiting(
      `SCN_${String(index)} ${surnames[index % 7] ?? ''} ${String(100_000 + index)} ${words[index % 3] ?? ''}.jpg`,
    ),
  )
  const examples = names.slice(0, 9).map(({ path }, index) =>
    corrected({
      path,
      entityId: String(100_000 + index),
      mediaType: [passport, licence, 'IMAGE_ID_CARD_FRONT'][index % 3] ?? null,
      marks: [],
    }),
  )

  it('are read in a moment, with pauses for others', async () => {
    let [pauses, longestMs, since] = [0, 0, performance.now()]
    const proposals = await proposeRules({ examples, definition: shipped, names }, async () => {
      pauses += 1
      longestMs = Math.max(longestMs, performance.now() - since)
      await new Promise(setImmediate)
      since = performance.now()
    })
    expect(proposals[0]).toMatchObject({ matched: 25_000, tried: 25_000, conflicts: 0 })
    expect(pauses).toBeGreaterThan(100)
    expect(longestMs).toBeLessThan(1_000)
  })

  it('give the same without pauses', () => {
    const teaching = { examples, definition: shipped, names: names.slice(0, 2_000) }
    const startedAt = performance.now()
    const [best] = proposeAtOnce(teaching)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    if (best === undefined) throw new Error('Nothing was proposed.')
    const rules = compileRules(accept(shipped, best))
    const reading = readName(rules, 'SCN_1 Van der Berg 424242 PA.jpg', 'scans')
    expect(reading).toMatchObject({ kind: 'match', entityId: '424242', mediaType: 'IMAGE_ID_CARD_FRONT' })
  })
})

describe('other folders', () => {
  const examples = [marked(compose([entity('4711'), '-1-', media('pp', passport), '.jpg']), 'scanner')]
  const inForce = rulesDefinitionSchema.parse({
    rules: [{ id: 'post', name: 'Post', pattern: '{skip}-{entity_id}-{media_type}', folders: ['post'] }],
  })

  it('get a rule too where it does no harm', () => {
    const names = [waiting('4712-2-pp.jpg', 'scanner'), waiting('4713-3-pp.jpg', 'archive')]
    const [best] = proposeAtOnce({ examples, definition: inForce, names })
    expect(best).toMatchObject({ rules: [{ folders: [] }], matched: 2, conflicts: 0 })
  })

  it('do not where others’ names would become ambiguous', () => {
    const names = [waiting('4712-2-pp.jpg', 'scanner'), waiting('3-4713-pp.jpg', 'post')]
    const [best] = proposeAtOnce({ examples, definition: inForce, names })
    expect(best).toMatchObject({ rules: [{ folders: ['scanner'] }], matched: 1, conflicts: 0 })
  })
})
