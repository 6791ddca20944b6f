import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexSettings, wholeTable } from './whole-table.ts'
import { readSidecar } from '../../../../electron/engine/identify/indexing/sidecar.ts'

const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters))

const encode = {
  'utf-8': (text: string) => Buffer.from(`\uFEFF${text}`),
  plain: (text: string) => Buffer.from(text),
  'utf-16le': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
}

const note = fc
  .string({ unit: oneOf('aé€ü 1.;,|\t"\n😀='), maxLength: 20 })
  .map((text) => text.trim())
  // A text that is an Excel formula or a text mark is unwrapped, which other tests show.
  .filter((text) => !text.startsWith('=') && text !== '')

const row = fc.record({
  file: fc.stringMatching(/^[a-z0-9äß]{1,8}$/).map((stem) => `${stem}.jpg`),
  entityId: fc.stringMatching(/^[A-Za-z0-9_.:@-]{1,12}$/).filter((id) => !/E[+-]/i.test(id)),
  mediaType: fc.constantFrom('passport', 'dl back', 'x y'),
  note,
})

describe('any table', () => {
  it('is read back as a correct writer wrote it', async () => {
    const layout = fc.record({
      encoding: fc.constantFrom('utf-8', 'plain', 'utf-16le', 'utf-16be' as const),
      delimiter: fc.constantFrom(';', ',', '\t', '|'),
      lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
      always: fc.boolean(),
      pieceLength: fc.integer({ min: 1, max: 50 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), layout, async (rows, writer) => {
        const cell = (text: string): string =>
          writer.always || /[;,|\t"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        const lines = [['file', 'entity', 'type', 'note'], ...rows.map((each) => Object.values(each))].map(
          (cells) => cells.map(cell).join(writer.delimiter),
        )
        const bytes = encode[writer.encoding](lines.map((line) => line + writer.lineEnd).join(''))
        const read = await wholeTable(bytes, {}, writer.pieceLength)
        expect(read.unreadable).toBeNull()
        expect(
          read.rows.map(({ file, entityId, mediaType, fields, problem }) => ({
            file,
            entityId,
            mediaType,
            note: fields['note'],
            problem,
          })),
        ).toEqual(rows.map((each) => ({ ...each, problem: null })))
      }),
    )
  })

  it('of rubbish neither throws nor hangs', async () => {
    const rubbish = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({ unit: oneOf('ab";,\n\r\t|=\u0000\uFFFD\'é '), maxLength: 400 })
        .map((text) => Buffer.from(`file;entity;note\n${text}`)),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(rubbish, fc.integer({ min: 1, max: 60 }), async (bytes, pieceLength) => {
        const { rows } = await wholeTable(bytes, {}, pieceLength)
        for (const each of rows) expect(each.problem === null ? each.entityId !== null : true).toBe(true)
        for (const kind of ['json', 'xml', 'txt'] as const) {
          const sidecar = { kind, file: 'a', fileKey: 'a', isStem: true }
          const read = readSidecar(sidecar, bytes, { settings: indexSettings() })
          expect(read.row.problem !== null || read.row.entityId !== null).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
