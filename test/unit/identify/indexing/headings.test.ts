import { describe, expect, it } from 'vitest'
import { fieldNamePattern, reservedFieldNames } from '../../../../electron/shared/rules.ts'
import { FieldNames } from '../../../../electron/engine/identify/indexing/field-name.ts'
import { wholeTable } from './whole-table.ts'

const columnsOf = async (heading: string, columns: Record<string, string> = {}) =>
  (await wholeTable(`${heading}\n`, { columns })).layout.columns

const unreadable = async (content: string, columns: Record<string, string> = {}) =>
  (await wholeTable(content, { columns })).unreadable

describe('headings', () => {
  it.each([
    ['FILE-NAME', 'Entity_ID', 'Media Type', 'Side'],
    ['Datei', 'Kunden-Nr.', 'Art', 'Seite'],
    ['Image', 'Client ID', 'Doc type', 'side'],
    ['Scan', 'Kundennummer', 'Dokumenttyp', 'SEITE'],
  ])('are known: %s, %s, %s, %s', async (file, entity, type, side) => {
    expect(await columnsOf(`${file};${entity};${type};${side}`)).toEqual({
      [file]: 'file',
      [entity]: 'entity_id',
      [type]: 'media_type',
      [side]: 'side',
    })
  })

  it('mean the number rather than the name of a customer', async () => {
    expect(await columnsOf('Customer,File,Customer number')).toEqual({
      Customer: 'customer',
      File: 'file',
      'Customer number': 'entity_id',
    })
  })

  it('mean what the settings say', async () => {
    const columns = { 'Ref. 1': 'entity_id', bild: 'file', Customer: 'ignore', Ort: 'branch' }
    expect(await columnsOf('Bild;REF 1;Customer;File;Ort', columns)).toEqual({
      Bild: 'file',
      'REF 1': 'entity_id',
      Customer: 'ignore',
      File: 'file_value',
      Ort: 'branch',
    })
  })

  it('become names that custom data takes', async () => {
    expect(await columnsOf('file,entity,Größe (cm),Timestamp,2nd,Note,note,,日本')).toEqual({
      file: 'file',
      entity: 'entity_id',
      'Größe (cm)': 'groesse_cm',
      Timestamp: 'timestamp_value',
      '2nd': 'column_2nd',
      Note: 'note',
      note: 'note_2',
      '(column 8)': 'column_8',
      日本: 'column_9',
    })
  })

  it('get a name each, whatever they are', () => {
    const names = new FieldNames()
    const headings = ['media', '__proto__', 'x'.repeat(60), 'x'.repeat(60), '', 'Ignore', 'SHA256', '🙂', 'é']
    const given = headings.map((heading, at) => names.nameOf(heading, at + 1))
    expect(new Set(given).size).toBe(headings.length)
    for (const name of given) {
      expect(name).toMatch(fieldNamePattern)
      expect(reservedFieldNames.has(name)).toBe(false)
    }
  })

  it('say what is missing', async () => {
    expect(await unreadable('Name;Ort\nx;y\n')).toBe(
      'Its first line has the headings “Name” and “Ort”; none of them stands for the file and the entity id.',
    )
    expect(await unreadable('file;Ort\nx;y\n')).toContain('none of them stands for the entity id')
    expect(await unreadable('Scans of today\n')).toContain('only the heading “Scans of today”')
    expect(await unreadable('')).toBe('It is empty.')
    expect(await unreadable('\r\n \r\n')).toBe('It is empty.')
    expect(await unreadable('file;"entity\nx;y\n')).toContain('Its headings cannot be read.')
    expect(await unreadable(`file;entity${';x'.repeat(300)}\n`)).toBe(
      'It has 302 columns; at most 200 are read.',
    )
  })

  it('cannot mean the same twice', async () => {
    expect(await unreadable('file;entity;Entity\na;1;2\n')).toContain('“entity” and “Entity” mean the same')
    expect(await unreadable('file;a;b\nx;1;2\n', { a: 'entity_id', b: 'entity_id' })).toContain('“a” and “b”')
  })

  it('find the delimiter, in spite of others in the cells', async () => {
    const delimiterOf = async (text: string) => (await wholeTable(text)).layout.delimiter
    expect(await delimiterOf('Datei;Kunde, Nr;Betrag, EUR\na.jpg;1;1,50\nb.jpg;2;2,50\n')).toBe(';')
    expect(await delimiterOf('file,entity,note\na.jpg,1,"x;y;z"\nb.jpg,2,"a;b;c"\n')).toBe(',')
    expect(await delimiterOf('file\tentity\ta,b;c\n')).toBe('\t')
    expect((await wholeTable('file|x;entity|y\na;b\n', { delimiter: ';' })).layout.delimiter).toBe(';')
  })
})
