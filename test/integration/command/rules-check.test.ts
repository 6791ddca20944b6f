import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { intray, intrayInside } from './running-command.ts'

const rules = [
  { id: 'plain', name: 'Plain', pattern: '{entity_id}_{media_type}' },
  { id: 'branch', name: 'Branch', pattern: '{field:branch}-{entity_id}-{media_type}' },
]

function exampleFolder(tables: Readonly<Record<string, string>>): { root: string; rulesFile: string } {
  const root = temporaryFolder()
  const rulesFile = join(root, 'rules.json')
  writeFileSync(rulesFile, JSON.stringify({ intrayRules: 1, rules }))
  mkdirSync(join(root, 'examples', 'more'), { recursive: true })
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(root, 'examples', name), text)
  return { root: join(root, 'examples'), rulesFile }
}

describe('intray rules check', () => {
  it('passes in a pipeline that has neither settings nor a ledger', async () => {
    const { root, rulesFile } = exampleFolder({
      'one.csv': 'path,entity_id,media_type\n4711_passport.jpg,4711,IMAGE_PASSPORT_FRONT\nnobody.jpg,,\n',
      'more/two.tsv': 'path\tentity_id\tmedia_type\tbranch\nleeds-4711-selfie.jpg\t4711\tselfie\tleeds\n',
    })
    const checked = await intray(['rules', 'check', root, '--rules', rulesFile])
    expect(checked).toEqual({ code: 0, stdout: '3 of 3 names are read as expected.\n', stderr: '' })
  })

  it('names what is read otherwise, with what was expected, what was read and why', async () => {
    const { root, rulesFile } = exampleFolder({
      'one.csv': [
        'path,entity_id,media_type',
        '4711_passport.jpg,4712,IMAGE_PASSPORT_FRONT',
        'nobody.jpg,1,LETTER',
        '1_passport.jpg,ambiguous,',
        '2_passport.jpg,,',
        '',
      ].join('\r\n'),
    })
    const table = join(root, 'one.csv')
    const checked = await intrayInside(['rules', 'check', table, '--rules', rulesFile])
    expect(checked.code).toBe(1)
    expect(checked.stdout).toContain(
      [
        `${table}:2  4711_passport.jpg`,
        '  expected  4712, IMAGE_PASSPORT_FRONT',
        '  read      4711, IMAGE_PASSPORT_FRONT (by “Plain”)',
        `${table}:3  nobody.jpg`,
        '  expected  1, LETTER',
        '  read      nothing',
        '    Plain: ',
      ].join('\n'),
    )
    expect(checked.stdout).toContain('0 of 4 names are read as expected.')

    const { stdout } = await intrayInside(['rules', 'check', table, '--rules', rulesFile, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      tests: 4,
      failures: 4,
      suites: [
        {
          name: table,
          tests: 4,
          cases: [
            { name: '4711_passport.jpg', line: 2, status: 'failed', expected: { entityId: '4712' } },
            { status: 'failed', read: { kind: 'none' } },
            { expected: { kind: 'conflict' } },
            { expected: { kind: 'none' }, read: { kind: 'match', entityId: '2' } },
          ],
        },
      ],
    })
  })

  it('refuses tables with mistakes, a folder without tables, and what is not there', async () => {
    const { root, rulesFile } = exampleFolder({ 'one.csv': 'path,entity_id\n,1\na.jpg,1,2\n' })
    const check = (path: string) => intrayInside(['rules', 'check', path, '--rules', rulesFile])
    const refused = await check(root)
    expect(refused.code).toBe(65)
    expect(refused.stderr).toContain('Line 2: The path is missing.')
    expect(refused.stderr).toContain('Line 3: ')

    expect((await check(join(root, 'more'))).stderr).toContain('no .csv or .tsv file is in it')
    expect((await check(join(root, 'none.csv'))).code).toBe(65)
    expect((await intrayInside(['rules', 'check'])).code).toBe(2)
  })

  it('takes tables as Excel writes them', async () => {
    const { root, rulesFile } = exampleFolder({})
    const text = 'path;entity_id;media_type;branch\r\nmünchen-4711-selfie.jpg;4711;selfie;münchen\r\n'
    writeFileSync(join(root, 'ansi.csv'), Buffer.from(text, 'latin1'))
    writeFileSync(join(root, 'unicode.csv'), Buffer.from(`\uFEFF${text.replaceAll(';', '\t')}`, 'utf16le'))
    const checked = await intrayInside(['rules', 'check', root, '--rules', rulesFile])
    expect(checked).toMatchObject({ code: 0, stdout: '2 of 2 names are read as expected.\n' })
  })
})
