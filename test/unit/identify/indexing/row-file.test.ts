import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileKey, stemKey } from '../../../../electron/engine/identify/indexing/file-key.ts'
import { isIndexName, sidecarOf } from '../../../../electron/engine/identify/indexing/index-name.ts'
import { resolveRowFile } from '../../../../electron/engine/identify/indexing/row-file.ts'
import { indexSettings } from './whole-table.ts'

describe('the file that a row names', () => {
  it.each([
    ['a.jpg', 'in/a.jpg', false],
    ['A.JPG', 'in/a.jpg', false],
    ['Mu\u0308ller.jpg', 'in/müller.jpg', false],
    ['.\\sub\\x.jpg', 'in/sub/x.jpg', false],
    ['sub/x.jpg', 'in/sub/x.jpg', false],
    ['..\\x.jpg', 'x.jpg', false],
    ['C:\\Scans\\2026\\x.jpg', 'in/x.jpg', false],
    ['c:x.jpg', 'in/x.jpg', false],
    ['\\\\server\\share\\x.jpg', 'in/x.jpg', false],
    ['/srv/scans/x.jpg', 'in/x.jpg', false],
    ['file:///C:/scans/x.jpg', 'in/x.jpg', false],
    ['scan_0001', 'in/scan_0001', true],
    ['v1.2', 'in/v1.2', true],
  ])('%s', (text, key, isStem) => {
    expect(resolveRowFile(text, 'in/index.csv')).toEqual({ kind: 'file', key, isStem })
  })

  it.each(['', '  ', '.', '..', 'sub/', 'C:\\', '../../x.jpg', '..\\..\\..\\x.jpg', 'a/../../../x.jpg'])(
    'is none: “%s”',
    (text) => {
      expect(resolveRowFile(text, 'in/index.csv').kind).toBe('problem')
    },
  )

  it('has the key of the scan that lies there', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9äöüÄ _-]{1,12}$/).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 3 }),
        name,
        fc.constantFrom('.jpg', '.PDF', '.tif'),
        (folders, stem, end) => {
          const path = [...folders, stem].join('/')
          expect(resolveRowFile(path + end, 'in/index.csv')).toMatchObject({
            key: fileKey(`in/${path}${end}`),
          })
          expect(resolveRowFile(path, 'index.csv')).toMatchObject({ key: stemKey(path + end), isStem: true })
        },
      ),
    )
  })
})

describe('the names of index files', () => {
  it('are compared by the last name, without regard to case', () => {
    const settings = indexSettings({ files: ['index.csv', 'batch_*.txt', 'Übersicht*'] })
    const of = (path: string): boolean => isIndexName(path, settings)
    expect(['Index.CSV', 'a/b/INDEX.csv', 'batch_7.TXT', 'u\u0308bersicht'].filter(of)).toHaveLength(4)
    expect(['index.csv/a.jpg', 'index.csv.bak', 'xindex.csv'].filter(of)).toEqual([])
    expect(isIndexName('index.csv', indexSettings({ files: [] }))).toBe(false)
  })

  it('of sidecars are those of their scans', () => {
    const settings = indexSettings({ sidecars: ['json', 'txt'], files: ['*.index.txt'] })
    expect(sidecarOf('in/Passport.JSON', settings)).toEqual({
      kind: 'json',
      file: 'Passport',
      fileKey: 'in/passport',
      isStem: true,
    })
    expect(sidecarOf('passport.jpg.txt', settings)).toMatchObject({ fileKey: 'passport.jpg', isStem: false })
    expect(sidecarOf('passport.xml', settings)).toBeNull()
    expect(sidecarOf('passport.index.txt', settings)).toBeNull()
    expect(sidecarOf('.json', settings)).toBeNull()
  })
})
