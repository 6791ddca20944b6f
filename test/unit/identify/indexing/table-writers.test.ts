import { describe, expect, it } from 'vitest'
import { indexSettings, wholeTable } from './whole-table.ts'

/** Only what matters of a row, in the order of the columns. */
const valuesOf = async (content: Uint8Array | string, settings = indexSettings()) => {
  const { rows, unreadable } = await wholeTable(content, settings)
  expect(unreadable).toBeNull()
  return rows.map(({ rowNumber, fileKey, entityId, mediaType, fields, problem }) => ({
    rowNumber,
    fileKey,
    entityId,
    mediaType,
    fields,
    problem,
  }))
}

const german = 'Dateiname;Kundennummer;Dokumentart;Filiale;Betrag\r\nPaß 1.JPG;0012;Reisepass;Köln;4,71\r\n'
const germanRow = {
  rowNumber: 2,
  fileKey: 'in/paß 1.jpg',
  entityId: '0012',
  mediaType: 'Reisepass',
  fields: { filiale: 'Köln', betrag: '4,71' },
  problem: null,
}

const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => (character === '€' ? 0x80 : character.charCodeAt(0)))

describe('tables as programs write them', () => {
  it.each([
    ['Excel, CSV UTF-8, with a mark', Buffer.from(`\uFEFF${german}`), 'utf-8'],
    ['LibreOffice, UTF-8 without a mark', Buffer.from(german), 'utf-8'],
    ['Excel in German, ANSI', windows1252(german), 'windows-1252'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${german}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from(german, 'utf16le'), 'utf-16le'],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${german}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16, the other way round, without a mark', Buffer.from(german, 'utf16le').swap16(), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await valuesOf(bytes)).toEqual([germanRow])
    expect((await wholeTable(bytes)).layout).toEqual({
      encoding,
      delimiter: ';',
      columns: {
        Dateiname: 'file',
        Kundennummer: 'entity_id',
        Dokumentart: 'media_type',
        Filiale: 'filiale',
        Betrag: 'betrag',
      },
    })
  })

  it('knows the characters of Windows-1252 beyond Latin-1', async () => {
    const [row] = await valuesOf(windows1252('file;entity;note\na.jpg;1;5 €\n'))
    expect(row?.fields).toEqual({ note: '5 €' })
  })

  it('finds the encoding by the first letter beyond ASCII, however late it comes', async () => {
    const plain = 'a.jpg;1;nothing\n'.repeat(20_000)
    for (const [bytes, encoding] of [
      [windows1252(`file;entity;note\n${plain}b.jpg;2;Köln\n`), 'windows-1252'],
      [Buffer.from(`file;entity;note\n${plain}b.jpg;2;Köln\n`), 'utf-8'],
    ] as const) {
      const { rows, layout } = await wholeTable(bytes, {}, 50_000)
      expect(layout.encoding).toBe(encoding)
      expect(rows).toHaveLength(20_001)
      expect(rows.at(-1)).toMatchObject({ rowNumber: 20_002, fields: { note: 'Köln' } })
    }
  })

  it('takes the encoding that the settings name', async () => {
    const { layout, rows } = await wholeTable(Buffer.from('file;entity;note\na.jpg;1;Ã¶\n', 'latin1'), {
      encoding: 'windows-1252',
    })
    expect(layout.encoding).toBe('windows-1252')
    expect(rows[0]?.fields).toEqual({ note: 'Ã¶' })
  })

  it('reads the English Excel and its tabs', async () => {
    expect(
      await valuesOf('File Name,Customer No.,Document Type\r\na.jpg,4711,"Passport, page 1"\r\n'),
    ).toMatchObject([{ entityId: '4711', mediaType: 'Passport, page 1' }])
    const text = 'File name\tEntity ID\tType\r\n"a ""1"".jpg"\t4711\tpassport\r\n'
    expect(await valuesOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toMatchObject([
      { fileKey: 'in/a "1".jpg', entityId: '4711', mediaType: 'passport' },
    ])
  })

  it('heeds and skips the line in which Excel names the delimiter', async () => {
    const table = await wholeTable('sep=;\r\nfile;entity;x,y,z\r\na.jpg;1;1,2\r\n')
    expect(table.layout.delimiter).toBe(';')
    expect(table.rows).toMatchObject([{ rowNumber: 3, file: 'a.jpg', fields: { x_y_z: '1,2' } }])
    expect((await wholeTable('sep=\t\nfile\tentity\na.jpg\t1\n')).rows).toHaveLength(1)
    expect((await wholeTable('sep=^\nfile^entity\na.jpg^1\n')).rows).toHaveLength(1)
  })

  it('reads the table of a scanner with full paths, ends of rows in old form and no heading of its own for sides', async () => {
    const text = [
      'ImagePath|Document Class|CustomerId|Side|BatchID',
      String.raw`D:\Kofax\Batch 7\00000001.TIF|IDCard|4711|Vorderseite|B7`,
      String.raw`\\scan01\out\00000002.TIF|IDCard|4711|Rückseite|B7`,
      String.raw`.\sub\00000003|IDCard|4712||B7`,
    ].join('\r')
    const { rows, layout } = await wholeTable(`${text}\r`)
    expect(layout.delimiter).toBe('|')
    expect(rows.map(({ fileKey, isStem, side, fields }) => ({ fileKey, isStem, side, fields }))).toEqual([
      { fileKey: 'in/00000001.tif', isStem: false, side: 'front', fields: { batchid: 'B7' } },
      { fileKey: 'in/00000002.tif', isStem: false, side: 'back', fields: { batchid: 'B7' } },
      { fileKey: 'in/sub/00000003', isStem: true, side: null, fields: { batchid: 'B7' } },
    ])
  })

  it('reads cells over several lines, and counts lines as an editor does', async () => {
    const text = 'file;entity;note\r\na.jpg;1;"first\nsecond; ""third"""\r\n\r\nb.jpg;2;x\r\n'
    expect(await valuesOf(text)).toMatchObject([
      { rowNumber: 2, fields: { note: 'first\nsecond; "third"' } },
      { rowNumber: 5, fields: { note: 'x' } },
    ])
  })

  it('does not mind delimiters at the end, missing ones, empty rows and blanks', async () => {
    const text = 'file;entity;type;note;;\n a.jpg ;1;; x ;;\n;;;;;\n"b.jpg" ; "2"\n\n'
    expect(await valuesOf(text)).toMatchObject([
      { rowNumber: 2, fileKey: 'in/a.jpg', entityId: '1', mediaType: null, fields: { note: 'x' } },
      { rowNumber: 4, fileKey: 'in/b.jpg', entityId: '2', fields: {} },
    ])
  })

  it('takes off what keeps an id from becoming a number', async () => {
    const text = `file;entity;note\na.jpg;="0012";="x y"\nb.jpg;"=""0013""";'+49\nc.jpg;'0014;'s-Hertogenbosch\n`
    expect(await valuesOf(text)).toMatchObject([
      { entityId: '0012', fields: { note: 'x y' } },
      { entityId: '0013', fields: { note: '+49' } },
      { entityId: '0014', fields: { note: "'s-Hertogenbosch" } },
    ])
  })

  it('is a table without rows when it has headings alone', async () => {
    const { rows, unreadable, layout } = await wholeTable('file,entity')
    expect({ rows, unreadable, columns: layout.columns }).toEqual({
      rows: [],
      unreadable: null,
      columns: { file: 'file', entity: 'entity_id' },
    })
  })
})
