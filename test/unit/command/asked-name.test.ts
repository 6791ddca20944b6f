import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askedName } from '../../../electron/engine/command/explain/asked-name.ts'
import { folderSchema } from '../../../electron/shared/settings/folder.ts'

const folders = ['scans', 'mail'].map((id) => folderSchema.parse({ id, path: resolve('/srv', id) }))

describe('a name that is asked about', () => {
  it.each([
    ['/srv/scans/2024/a.jpg', undefined, 'scans', '2024/a.jpg'],
    ['/srv/mail/../scans/a.jpg', undefined, 'scans', 'a.jpg'],
    ['/srv/scans-old/a.jpg', undefined, undefined, 'srv/scans-old/a.jpg'],
    ['./2024//a.jpg', undefined, undefined, '2024/a.jpg'],
    ['../a.jpg', undefined, undefined, 'a.jpg'],
    ['/srv/scans/a.jpg', 'scans', 'scans', 'a.jpg'],
    ['2024/a.jpg', 'mail', 'mail', '2024/a.jpg'],
    ['2024/a.jpg', 'elsewhere', 'elsewhere', '2024/a.jpg'],
    ['..a.jpg', undefined, undefined, '..a.jpg'],
  ])('%s, with the folder %s, lies in %s as %s', (given, folder, folderId, path) => {
    expect(askedName(given, folders, folder)).toEqual({ given, folderId, path })
  })
})
