import { compose, date, entity, media, seeded, side } from './composed-name.ts'
import type { ComposedName } from './composed-name.ts'

/** How a scanner, or the people at it, name files. */
export interface Habit {
  readonly name: string
  readonly names: readonly ComposedName[]
  /** Which of the names a person teaches. */
  readonly taught: readonly number[]
}

const count = 120

const kinds = [
  { short: 'PP', code: 'RP', german: 'Reisepass', type: 'IMAGE_PASSPORT_FRONT' },
  { short: 'DL', code: 'FS', german: 'Führerschein', type: 'IMAGE_DRIVERS_LICENSE_FRONT' },
  { short: 'ID', code: 'PA', german: 'Personalausweis', type: 'IMAGE_ID_CARD_FRONT' },
  { short: 'SELFIE', code: 'GB', german: 'Gesichtsbild', type: 'IMAGE_FACE_IMAGE' },
] as const
const surnames = [
  'Müller',
  'Schmidt',
  'von der Leyen',
  'Özdemir',
  "O'Neill",
  'Weber',
  'Nowak',
  'García-López',
]
const sides = [
  { word: 'vorne', letter: 'F', long: 'Vorderseite', side: 'front' },
  { word: 'hinten', letter: 'B', long: 'Rückseite', side: 'back' },
] as const

type Random = (below: number) => number

const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[], random: Random): Item => {
  const item = items[random(items.length)]
  if (item === undefined) throw new Error('Nothing to pick from.')
  return item
}
const digits = (random: Random, length: number): string =>
  String(1 + random(9)) + Array.from({ length: length - 1 }, () => String(random(10))).join('')
const padded = (value: number, length: number): string => String(value).padStart(length, '0')
const dayOf = (random: Random): { year: string; month: string; day: string } => ({
  year: String(2019 + random(8)),
  month: padded(1 + random(12), 2),
  day: padded(1 + random(28), 2),
})
const sided = (type: string, which: 'front' | 'back'): string =>
  which === 'front' ? type : type.replace(/_FRONT$/, '_BACK')

/** The names of a habit; the first ones hold each kind once, so that they can teach it. */
function habit(
  name: string,
  taught: readonly number[],
  build: (random: Random, kind: (typeof kinds)[number], index: number) => ComposedName,
): Habit {
  const random = seeded(name.length * 7_919)
  const names = Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length] ?? kinds[0]
    return build(random, kind, index)
  })
  return { name, names, taught }
}

const twoSided = (index: number): (typeof kinds)[1] | (typeof kinds)[2] =>
  index % 2 === 0 ? kinds[1] : kinds[2]

/** Habits that the shipped rules do not foresee. */
export const habits: readonly Habit[] = [
  habit('SCN_0001 Müller 4711 RP.jpg', [0, 1, 2, 3], (random, { code, type }, index) =>
    compose([
      `SCN_${padded(index + 1, 4)} ${pick(surnames, random)} `,
      entity(digits(random, 4)),
      ' ',
      media(code, type),
      '.jpg',
    ]),
  ),
  habit('2024-05-01__K-004711__AusweisVS.pdf', [0, 1, 2, 3], (random, { german, type }) => {
    const { year, month, day } = dayOf(random)
    return compose([
      date(`${year}-${month}-${day}`),
      '__',
      entity(`K-${padded(random(90_000), 6)}`),
      '__',
      media(`${german}VS`, type),
      '.pdf',
    ])
  }),
  habit('4711(2) führerschein hinten.png', [0, 1, 2, 3], (random, _, index) => {
    const { german, type } = twoSided(index)
    const { word, side: which } = index % 4 < 2 ? sides[0] : sides[1]
    return compose(
      [
        entity(digits(random, 4 + random(2))),
        `(${String(1 + random(9))}) `,
        media(german.toLowerCase(), sided(type, which)),
        ' ',
        side(word, which),
        '.png',
      ],
      sided(type, which),
    )
  }),
  habit(
    '4711 führerschein.png or 4711(2) führerschein.png',
    [0, 1, 2, 3, 4],
    (random, { german, type }, index) =>
      compose([
        entity(digits(random, 4)),
        index % 3 === 0 ? ' ' : `(${String(1 + random(9))}) `,
        media(german.toLowerCase(), type),
        '.png',
      ]),
  ),
  habit('branch12/4711/IMG_2031_pp.jpg', [0, 1, 2], (random, { short, type }) =>
    compose([
      `branch${digits(random, 2)}/`,
      entity(digits(random, 4)),
      `/IMG_${digits(random, 4)}_`,
      media(short.toLowerCase(), type),
      '.jpg',
    ]),
  ),
  habit('Kunde 4711 - Personalausweis - Vorderseite - 01.05.2024.pdf', [0, 1, 2, 3], (random, _, index) => {
    const { german, type } = twoSided(index)
    const { long, side: which } = index % 4 < 2 ? sides[0] : sides[1]
    const { year, month, day } = dayOf(random)
    return compose(
      [
        ...[
          'Kunde ',
          entity(digits(random, 4)),
          ' - ',
          media(german, sided(type, which)),
          ' - ',
          side(long, which),
          ' - ',
        ],
        ...[date(`${day}.${month}.${year}`), '.pdf'],
      ],
      sided(type, which),
    )
  }),
  habit('4711+DL+F+scan3.tif', [0, 1, 2], (random, _, index) => {
    const { short, type } = twoSided(index)
    const { letter, side: which } = index % 4 < 2 ? sides[0] : sides[1]
    return compose(
      [
        entity(digits(random, 4)),
        '+',
        media(short, sided(type, which)),
        '+',
        side(letter, which),
        `+scan${String(random(30))}.tif`,
      ],
      sided(type, which),
    )
  }),
  habit('ENT4711-PPORT-v2-final.pdf', [0, 1, 2, 3], (random, { german, type }) =>
    compose([
      ...['ENT', entity(digits(random, 4)), '-', media(`${german.slice(0, 4)}ORT`, type)],
      `-v${String(1 + random(9))}${random(2) === 0 ? '-final' : ''}.pdf`,
    ]),
  ),
  habit('ids with letters and dashes: AB-12-xyz9.passport.2.jpg', [0, 1, 2], (random, { short, type }) =>
    compose([
      entity(`AB-${digits(random, 2)}-${pick(['xyz', 'qrs', 'klm'], random)}${digits(random, 1)}`),
      '.',
      media(short, type),
      `.${String(1 + random(9))}.jpg`,
    ]),
  ),
  habit(
    'ids with leading zeros that do not count: scan_004711_RP.jpg',
    [0, 1, 2, 3],
    (random, { code, type }) => {
      const id = digits(random, 3 + random(3))
      return compose(['scan_', entity(padded(Number(id), 6), id), '_', media(code, type), '.jpg'])
    },
  ),
  habit(
    'a folder for the entity, a file for the type: K4711/Seite 3 RP.jpg',
    [0, 1, 2, 3],
    (random, { code, type }) =>
      compose([
        entity(`K${digits(random, 5)}`),
        `/Seite ${String(1 + random(20))} `,
        media(code, type),
        '.jpg',
      ]),
  ),
  habit(
    'the type in the folder, the entity in the file: Reisepass/2024/4711.jpg',
    [0, 1, 2, 3],
    (random, { german, type }) =>
      compose([media(german, type), `/${dayOf(random).year}/`, entity(digits(random, 4)), '.jpg']),
  ),
  habit('a camera date and time: IMG_20240501_101500 4711 RP.jpg', [0, 1, 2, 3], (random, { code, type }) => {
    const { year, month, day } = dayOf(random)
    return compose([
      `IMG_${year}${month}${day}_${padded(random(24), 2)}${padded(random(60), 2)}${padded(random(60), 2)} `,
      ...[entity(digits(random, 5)), ' ', media(code, type), '.jpg'],
    ])
  }),
  habit('nothing between: 4711RP.jpg', [0, 1, 2, 3], (random, { code, type }) =>
    compose([entity(digits(random, 4)), media(code, type), '.jpg']),
  ),
  habit(
    'a prefix that the name leaves out: 4711 RP.jpg for CUST-004711',
    [0, 1, 2, 3],
    (random, { code, type }) => {
      const id = digits(random, 4)
      return compose([entity(id, `CUST-00${id}`), ' ', media(code, type), '.jpg'])
    },
  ),
]
