import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { say } from '../../../electron/shared/sentences/say.ts'
import { dropIntoFolder } from '../../../electron/engine/folder-drop.ts'
import type { FolderDrop } from '../../../electron/engine/folder-drop.ts'
import { dropDraftName, isOwnDraft } from '../../../electron/engine/own-drafts.ts'
import { shippedIgnorePatterns } from '../../../electron/shared/settings/intake.ts'
import { runningEngine } from '../../support/running-engine.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function twoFolders() {
  const [from, folder] = [temporaryFolder(), temporaryFolder()]
  const put = (name: string, text = name): string => {
    writeFileSync(join(from, name), text)
    return join(from, name)
  }
  const drop = (paths: readonly string[], more: Partial<FolderDrop> = {}) =>
    dropIntoFolder({ folder, paths, ledgerId: 'ledger', ignore: shippedIgnorePatterns, ...more })
  return { from, folder, put, drop }
}

describe('files that are dropped', () => {
  it('are copied whole, and stay where they were', async () => {
    const { folder, put, drop } = twoFolders()
    const [one, two] = [put('one.jpg', 'x'.repeat(3_000_000)), put('two.pdf')]
    expect(await drop([one, two])).toEqual({ copied: ['one.jpg', 'two.pdf'], refused: [] })
    expect(readFileSync(join(folder, 'one.jpg'))).toEqual(readFileSync(one))
    expect(readdirSync(folder).sort()).toEqual(['one.jpg', 'two.pdf'])
  })

  it('overwrite nothing', async () => {
    const { folder, put, drop } = twoFolders()
    writeFileSync(join(folder, 'scan.jpg'), 'was here')
    const scan = put('scan.jpg', 'is new')
    expect((await drop([scan, scan])).copied).toEqual(['scan (2).jpg', 'scan (3).jpg'])
    expect(readFileSync(join(folder, 'scan.jpg'), 'utf8')).toBe('was here')
    expect(readFileSync(join(folder, 'scan (3).jpg'), 'utf8')).toBe('is new')
  })

  it('are refused in plain words where they are no regular files, and the others are taken', async () => {
    const { from, put, drop } = twoFolders()
    mkdirSync(join(from, 'album'))
    symlinkSync('/etc/hostname', join(from, 'link.jpg'))
    const result = await drop([
      join(from, 'album'),
      join(from, 'link.jpg'),
      join(from, 'gone.jpg'),
      '/dev/zero',
      put('scan.jpg'),
    ])
    expect(result).toEqual({
      copied: ['scan.jpg'],
      refused: [
        { name: 'album', ...say('drop_folder') },
        { name: 'link.jpg', ...say('drop_link') },
        { name: 'gone.jpg', ...say('drop_gone') },
        { name: 'zero', ...say('not_regular_file') },
      ],
    })
  })

  it('are refused where intake would never take them', async () => {
    const { folder, put, drop } = twoFolders()
    const { copied, refused } = await drop([put('.hidden'), put('Thumbs.db'), put('scan.jpg.part')])
    expect(copied).toEqual([])
    expect(refused.map(({ words }) => words)).toEqual([
      'Files of this name are never taken: the settings ignore “.*”.',
      'Files of this name are never taken: the settings ignore “Thumbs.db”.',
      expect.stringContaining('“.part”'),
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  it('are refused where they lie in the folder already', async () => {
    const { folder, drop } = twoFolders()
    writeFileSync(join(folder, 'scan.jpg'), 'x')
    expect(await drop([join(folder, 'scan.jpg')])).toEqual({
      copied: [],
      refused: [{ name: 'scan.jpg', ...say('drop_lies_here') }],
    })
  })

  it('never take the last of the disk', async () => {
    const { folder, put, drop } = twoFolders()
    const paths = [put('big.jpg', 'x'.repeat(2_000)), put('small.jpg', 'x')]
    const result = await drop(paths, { readFreeBytes: () => Promise.resolve(50_000_100) })
    expect(result).toMatchObject({ copied: ['small.jpg'], refused: [{ name: 'big.jpg' }] })
    expect(readdirSync(folder)).toEqual(['small.jpg'])
  })

  it('cannot be copied into a folder that is away', async () => {
    const { from, put } = twoFolders()
    const drop = dropIntoFolder({
      folder: join(from, 'away'),
      paths: [put('scan.jpg')],
      ledgerId: 'ledger',
      ignore: [],
    })
    await expect(drop).rejects.toMatchObject({ code: 'folder_unreachable' })
  })
})

describe('the engine', () => {
  it('takes what is dropped, once, and knows nothing of its drafts', async () => {
    const from = temporaryFolder()
    writeFileSync(join(from, 'acme-1_letter.txt'), 'a letter\n'.repeat(2_000))
    const desk = await runningEngine()
    const { handlers } = desk.engine
    const drop = { folderId: 'inbox', paths: [join(from, 'acme-1_letter.txt')] }
    expect(await handlers['folders.drop'](drop)).toEqual({ copied: ['acme-1_letter.txt'], refused: [] })
    await desk.itemIn('acme-1_letter.txt', 'awaiting_review')
    await handlers['folders.compare']({})
    expect((await desk.items()).map(({ path }) => path)).toEqual(['acme-1_letter.txt'])
    expect((await handlers['status.get']({})).folders[0]?.unaccounted).toBe(0)
  })

  it('refuses a folder that is not watched', async () => {
    const desk = await runningEngine()
    await expect(
      desk.engine.handlers['folders.drop']({ folderId: 'nowhere', paths: ['/etc/hostname'] }),
    ).rejects.toMatchObject({ code: 'folder_unreachable' })
  })

  it('removes at its start what a crash left of a drop, and lists no draft of another computer', async () => {
    const desk = await runningEngine()
    const own = dropDraftName((await desk.engine.session()).ledger.id, 'left')
    const others = dropDraftName('another-ledger', 'running')
    for (const name of [own, others]) {
      expect(isOwnDraft(name)).toBe(true)
      writeFileSync(join(desk.inbox, name), 'half a scan')
      utimesSync(join(desk.inbox, name), new Date(0), new Date(0))
    }
    const again = await desk.restart()
    await again.until(() => !readdirSync(again.inbox).includes(own), 'the draft is removed')
    await again.engine.handlers['folders.compare']({})
    expect(readdirSync(again.inbox)).toEqual([others])
    expect(await again.items()).toEqual([])
  })
})
