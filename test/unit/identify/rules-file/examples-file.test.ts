import { describe, expect, it } from 'vitest'
import { readExamplesFile } from '../../../../electron/engine/identify/rules-file/examples-file.ts'

describe('a file with example names', () => {
  it('says what is expected of each name', () => {
    const table = [
      '\uFEFFpath,entity_id,media_type,side,branch,folder',
      'in/4711_passport.jpg,4711,IMAGE_PASSPORT_FRONT,front,Leeds,scans',
      '"a, ""b"".jpg",,,,,',
      'both.jpg,ambiguous',
      'letter.pdf,4712,,,,',
    ].join('\r\n')
    expect(readExamplesFile(table)).toEqual({
      mistakes: [],
      examples: [
        {
          line: 2,
          folderId: 'scans',
          path: 'in/4711_passport.jpg',
          expected: {
            kind: 'match',
            entityId: '4711',
            mediaType: 'IMAGE_PASSPORT_FRONT',
            side: 'front',
            fields: { branch: 'Leeds' },
          },
        },
        { line: 3, folderId: null, path: 'a, "b".jpg', expected: { kind: 'none' } },
        { line: 4, folderId: null, path: 'both.jpg', expected: { kind: 'conflict' } },
        {
          line: 5,
          folderId: null,
          path: 'letter.pdf',
          expected: { kind: 'match', entityId: '4712', mediaType: null, side: null, fields: { branch: '' } },
        },
      ],
    })
  })

  it.each([';', '\t'])(
    'may have its columns apart by %j, and does not ask for what has no column',
    (mark) => {
      const table = ['path', 'entity_id'].join(mark) + '\n' + ['a,b.jpg', '1'].join(mark) + '\n'
      expect(readExamplesFile(table).examples).toEqual([
        {
          line: 2,
          folderId: null,
          path: 'a,b.jpg',
          expected: { kind: 'match', entityId: '1', mediaType: undefined, side: null, fields: {} },
        },
      ])
    },
  )

  it.each([
    ['', [[1, 'The table is empty.']]],
    ['file,entity_id\na,1', [[1, 'The column “path” is missing.']]],
    ['path,entity_id,entity_id\na,1,1', [[1, 'The column “entity_id” stands there twice.']]],
    ['path,entity_id,Ort der Tat\na,1,x', [[1, '“ort der tat” cannot be the name of a further value.']]],
    ['path,entity_id,sha256\na,1,x', [[1, '“sha256” cannot be the name of a further value.']]],
    [
      'path,entity_id,side\na.jpg,1,left\n\n,2,front\nb.jpg,3,,x',
      [
        [2, 'The side is “left”; it can be front or back.'],
        [4, 'The path is missing.'],
        [5, 'The row has more cells than the heading.'],
      ],
    ],
  ])('is told what is wrong with it, by line: %j', (table, mistakes) => {
    expect(readExamplesFile(table).mistakes.map(({ line, words }) => [line, words])).toEqual(mistakes)
  })

  it('loses one line where a quote has no partner, and says which', () => {
    const { examples, mistakes } = readExamplesFile('path,entity_id\n"a.jpg,1\nb.jpg,2\n')
    expect(examples).toMatchObject([{ line: 3, path: 'b.jpg' }])
    expect(mistakes).toEqual([
      { line: 2, words: 'A quotation mark in it is not closed, or stands where none may be.' },
    ])
  })
})
