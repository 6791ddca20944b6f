import { describe, expect, it } from 'vitest'
import { sidecarOf } from '../../../../electron/engine/identify/indexing/index-name.ts'
import { readSidecar } from '../../../../electron/engine/identify/indexing/sidecar.ts'
import { indexSettings } from './whole-table.ts'

const settings = indexSettings({ sidecars: ['json', 'xml', 'txt'], columns: { ort: 'branch' } })

const read = (extension: 'json' | 'xml' | 'txt', content: string | Uint8Array) => {
  const sidecar = sidecarOf(`in/passport.${extension}`, settings)
  if (sidecar === null) throw new Error('no sidecar')
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return readSidecar(sidecar, bytes, { settings })
}

const problemOf = (extension: 'json' | 'xml' | 'txt', content: string | Uint8Array) =>
  read(extension, content).row.problem?.words

const expected = {
  rowNumber: 1,
  file: 'passport',
  fileKey: 'in/passport',
  isStem: true,
  entityId: '0012',
  mediaType: 'dl',
  side: 'back',
  fields: { branch: 'Köln' },
  problem: null,
}

describe('a sidecar', () => {
  it.each([
    ['json', '{"entity_id":"0012","type":"dl","Side":"Rückseite","Ort":"Köln","file":"C:\\\\tmp\\\\1.jpg"}'],
    [
      'json',
      '{"customer":{"id":"0012"},"document":{"type":"dl"},"metadata":{"side":"back","ort":"Köln"},"x":null}',
    ],
    [
      'xml',
      '<!-- Prüfer --><doc entity="0012"><DocumentType>dl</DocumentType><side>back</side><Ort>K&#246;ln</Ort></doc>',
    ],
    [
      'xml',
      '<?xml version="1.0"?><!-- x --><d><IndexFields><IndexField Name="Kundennummer">0012</IndexField>' +
        '<IndexField Name="Typ" Value="dl"/><IndexField Name="Seite" Value="back"/>' +
        '<IndexField Name="Ort"><![CDATA[Köln]]></IndexField></IndexFields></d>',
    ],
    ['txt', '# scanner\r\n[Index]\r\nKunde=0012\r\nTyp: dl\r\n\r\nSeite = back\r\nOrt: Köln\r\n'],
  ] as const)('in %s says whose its scan is', (extension, content) => {
    expect(read(extension, content).row).toEqual(expected)
    expect(read(extension, Buffer.from(`\uFEFF${content}`)).row).toEqual(expected)
    expect(read(extension, Buffer.from(`\uFEFF${content}`, 'utf16le'))).toMatchObject({
      encoding: 'utf-16le',
      row: expected,
    })
    expect(read(extension, Buffer.from(content, 'latin1'))).toMatchObject({
      encoding: 'windows-1252',
      row: expected,
    })
  })

  it('keeps numbers as they are written', () => {
    const { row } = read('json', '{"entity":12345678901234567890,"copies":1.50,"new":true}')
    expect(row).toMatchObject({ entityId: '12345678901234567890', fields: { copies: '1.50', new: 'true' } })
  })

  it('does not take the type of a customer for that of a document', () => {
    const { row, columns } = read('json', '{"entity":"1","customer":{"type":"private"}}')
    expect(row).toMatchObject({ mediaType: null, fields: { customer_type: 'private' } })
    expect(columns).toEqual({ entity: 'entity_id', 'customer type': 'customer_type' })
  })

  it.each([
    ['json', '{"entity":"1"', 'It is no valid JSON.'],
    ['json', '["1"]', 'It is no JSON object'],
    ['json', '{"entity":["1","2"]}', '“entity” has several values.'],
    ['json', '{"entity":"1","entity":"2"}', '“entity” stands there twice.'],
    ['json', '{"a":{"b":{"c":"1"}}}', 'holds further values'],
    ['json', '{"name":"x"}', 'none of them stands for the entity id'],
    ['json', '{}', 'It holds no values.'],
    ['json', '['.repeat(100_000), 'nested too deeply'],
    ['xml', '<a><b>1</a>', 'It is no valid XML'],
    ['xml', 'entity: 1', 'It is no valid XML'],
    ['xml', '<a/><b/>', 'one root element'],
    ['xml', '<a>1</a>', 'Its root element has no values.'],
    ['xml', '<a><entity>1</entity><entity>2</entity></a>', '“entity” has several values.'],
    ['xml', '<a><b><c><d>1</d></c></b></a>', 'holds further values'],
    ['xml', `<a>${'<b>'.repeat(60_000)}${'</b>'.repeat(20_000)}</a>`, 'is no valid XML'],
    ['xml', '<a><__proto__><x>1</x></__proto__></a>', 'is no valid XML'],
    ['xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><entity>&x;</entity></a>', 'DOCTYPE'],
    ['txt', 'entity: 1\nnonsense\n', 'Line 2 is neither “name: value” nor “name=value”.'],
    ['txt', '', 'It holds no values.'],
    ['txt', 'entity: \n', 'It has no entity id.'],
    ['txt', 'entity: 1\nentity: 2\n', 'mean the same'],
    ['txt', 'entity: 1\nx: \u0000\n', 'control character'],
    ['txt', 'a: 1\n'.repeat(10_000), 'It has 10,000 values; at most 200 are read.'],
    ['txt', ' '.repeat(300_000), 'at most 262.1 kB (262,144 bytes) are read'],
  ] as const)('in %s is a problem in words: %.60s', (extension, content, words) => {
    expect(problemOf(extension, content)).toContain(words)
  })

  it('with ever growing entities is refused at once', () => {
    const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
    const bomb = `<!DOCTYPE a [<!ENTITY l0 "lol">${lol.join('')}]><a><entity>&l9;</entity></a>`
    expect(problemOf('xml', bomb)).toContain('DOCTYPE')
  })
})
