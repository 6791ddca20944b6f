import { describe, expect, it } from 'vitest'
import { wholeTable } from './whole-table.ts'

const heading = 'file;entity;type;note\n'

/** The rows of a table, each as its line, its file and whether it can be used. */
const outline = async (rows: string): Promise<string[]> =>
  (await wholeTable(heading + rows)).rows.map(
    ({ rowNumber, fileKey, problem }) =>
      `${rowNumber} ${fileKey.replace('in/', '')} ${problem === null ? 'ok' : 'bad'}`,
  )

const problemOf = async (row: string): Promise<string | undefined> =>
  (await wholeTable(`${heading}${row}\n`)).rows[0]?.problem?.words

describe('a row that cannot be used', () => {
  it('costs itself alone, wherever a quotation mark is lost', async () => {
    const good = (name: string): string => `${name}.jpg;1;passport;x\n`
    expect(await outline(`${good('a')}b.jpg;1;"passport;x\n${good('c')}${good('d')}`)).toEqual([
      '2 a.jpg ok',
      '3 b.jpg bad',
      '4 c.jpg ok',
      '5 d.jpg ok',
    ])
    expect(await outline(`a.jpg;1;passport;"x\n"b.jpg";"1";"passport";"x"\n${good('c')}`)).toEqual([
      '2 a.jpg bad',
      '3 b.jpg ok',
      '4 c.jpg ok',
    ])
    expect(await outline(`"a.jpg;"1";"passport";"x"\n${good('b')}`)).toEqual(['2 a.jpg bad', '3 b.jpg ok'])
    expect(await outline(`a.jpg;1;passport;5" screen\n${good('b')}`)).toEqual(['2 a.jpg bad', '3 b.jpg ok'])
    expect(await outline(`a.jpg;1;passport;"x" y\n${good('b')}`)).toEqual(['2 a.jpg bad', '3 b.jpg ok'])
    expect(await outline(`${good('a')}b.jpg;1;passport;"x`)).toEqual(['2 a.jpg ok', '3 b.jpg bad'])
  })

  it('does not swallow the rows between two stray quotation marks', async () => {
    const rows = 'a.jpg;1;passport;"x\nb.jpg;2;passport;y\nc.jpg;3;passport;z"\nd.jpg;4;passport;w\n'
    expect(await outline(rows)).toEqual(['2 a.jpg bad', '3 b.jpg ok', '4 c.jpg bad', '5 d.jpg ok'])
    const inFront = '"a.jpg;1;passport;x\nb.jpg;2;passport;y\nc.jpg";3;passport;z\n'
    expect(await outline(inFront)).toEqual(['2 a.jpg bad', '3 b.jpg ok', '4 c.jpg bad'])
  })

  it('gives up a quotation mark after a hundred lines', async () => {
    const open = `a.jpg;1;passport;"${'text\n'.repeat(150)}end"\nb.jpg;2;passport;x\n`
    const lines = await outline(open)
    expect(lines[0]).toBe('2 a.jpg bad')
    expect(lines.at(-1)).toBe('153 b.jpg ok')
  })

  it.each([
    ['a.jpg;1;passport;x;y', 'It has 5 cells; the headings are 4.'],
    ['a.jpg', 'It has 1 cell; the headings are 4.'],
    ['a.jpg;4,71E+03;passport;x', 'Excel turned the id into a number'],
    ['a.jpg;4.71123E+12;passport;x', 'Format the column as text'],
    ['a.jpg;#NV;passport;x', 'an error of the spreadsheet'],
    ['a.jpg;;passport;x', 'It has no entity id.'],
    [';1;passport;x', 'It names no file.'],
    ['../../a.jpg;1;passport;x', 'leads out of the watched folder'],
    ['a\u0000.jpg;1;passport;x', 'a line break or another control character'],
    ['"a\nb.jpg";1;passport;x', 'not closed'],
    ['a.jpg;1;passport;x\u0007', 'control character'],
    ['a.jpg;1\uFFFD;passport;x', 'characters that are broken'],
    [`a.jpg;1;passport;${'x'.repeat(1_001)}`, 'has 1,001 characters; at most 1,000 are taken'],
    [`a.jpg;1;passport;${'x'.repeat(70_000)}`, 'longer than 65,536 characters'],
  ])('says why: %s', async (row, words) => {
    expect(await problemOf(row)).toContain(words)
  })

  it('has no values that anything could use by mistake', async () => {
    const { rows } = await wholeTable(`${heading}a.jpg;1;passport;x;y\n`)
    expect(rows[0]).toMatchObject({ file: 'a.jpg', entityId: null, mediaType: null, side: null, fields: {} })
  })

  it('is one whose side is no side', async () => {
    const { rows } = await wholeTable('file;entity;side\na.jpg;1;back\nb.jpg;1;7\n')
    expect(rows.map(({ side, problem }) => [side, problem?.words])).toEqual([
      ['back', undefined],
      [null, '“7” is neither the front nor the back.'],
    ])
  })

  it('is a last one that its writer did not finish', async () => {
    expect(await outline('a.jpg;1;passport;x\nb.jpg;47')).toEqual(['2 a.jpg ok', '3 b.jpg bad'])
    expect(await outline('a.jpg;1;passport;x\nb.jpg;47\n')).toEqual(['2 a.jpg ok', '3 b.jpg ok'])
  })

  it('is read past where it is longer than memory should hold', async () => {
    const { rows } = await wholeTable(
      `${heading}a.jpg;1;"${'x'.repeat(300_000)}\nb.jpg;2;passport;x\n`,
      {},
      4_096,
    )
    expect(rows).toMatchObject([{ file: 'a.jpg' }, { file: 'b.jpg', problem: null }])
  })
})
