import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPageFile } from '../../../electron/main/page-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function builtPage(): string {
  const root = temporaryFolder()
  const page = join(root, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  mkdirSync(join(root, 'page-of-another'))
  writeFileSync(join(page, 'index.html'), '<p>page</p>')
  writeFileSync(join(page, 'assets', 'main.js'), 'run()')
  writeFileSync(join(page, 'assets', 'notes.exe'), 'no')
  writeFileSync(join(root, 'secret.json'), '{}')
  writeFileSync(join(root, 'page-of-another', 'index.html'), 'no')
  symlinkSync(join(root, 'secret.json'), join(page, 'linked.json'))
  symlinkSync(root, join(page, 'up'))
  return page
}

describe('the files of the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/main.js', 'text/javascript; charset=utf-8'],
    ['/assets/../index.html', 'text/html; charset=utf-8'],
  ])('are served: %s', async (pathname, mime) => {
    await expect(readPageFile(builtPage(), pathname)).resolves.toMatchObject({ mime })
  })

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/../page-of-another/index.html',
    '/linked.json',
    '/up/secret.json',
    '/index.html%00.js',
    '/%zz.js',
    '/assets',
    '/assets/notes.exe',
    '/missing.js',
    '//etc/hosts.json',
  ])('are all that is served: not %s', async (pathname) => {
    await expect(readPageFile(builtPage(), pathname)).resolves.toBeUndefined()
  })
})
