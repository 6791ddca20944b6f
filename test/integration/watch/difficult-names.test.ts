import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemFolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import type { FolderReader } from '../../../electron/engine/watch/folder-reader.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { runningIntake } from './running-intake.ts'

describe('what lies in folders, up to the ledger', () => {
  it.each([
    [
      'names that differ in capital letters alone',
      ['cust-1_selfie.png', 'CUST-1_selfie.png', 'cust-1_SELFIE.PNG'],
    ],
    ['both spellings of an umlaut', ['cust-1_M\u00FCller.png', 'cust-1_Mu\u0308ller.png']],
    ['a name of 255 bytes', [`${'ü'.repeat(125)}_.png`]],
    [
      'a path of over 1,024 bytes',
      [`${Array.from({ length: 6 }, (_, n) => `${String(n)}${'d'.repeat(199)}`).join('/')}/a.png`],
    ],
    ['names with line breaks, quotes and backslashes', ['a\nb.png', 'it\'s "q".png', 'c:\\a.png']],
    ['names that look like options or paths', ['-rf.png', '..png', '...', ' .png', 'a.png ']],
  ])('takes %s, each as one item', async (_what, names) => {
    const { drop, intake, items, restart } = await runningIntake({ intake: { ignore: [] } })
    for (const name of names) drop(name, pngBytes(name))
    await intake.compareNow()
    await intake.idle()
    const taken = await items()
    expect(taken.map(({ path }) => path).sort()).toEqual([...names].sort())
    expect(taken.filter(({ sha256 }) => sha256 === null)).toEqual([])
    expect(intake.status().unaccounted).toBe(0)

    const again = await restart()
    await again.intake.firstComparison
    await again.intake.idle()
    const revisions = (rows: typeof taken) =>
      rows.map(({ path, state, revision }) => ({ path, state, revision }))
    expect(revisions(await again.items())).toEqual(revisions(taken))
  })

  it('accounts for what is no file or cannot be read, with the reason, and follows no loop', async () => {
    const elsewhere = temporaryFolder()
    writeFileSync(join(elsewhere, 'secret.png'), pngBytes('secret'))
    const failing = new Set(['bad.png', 'closed'])
    const refuse = () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
    const isFailing = (path: string) => failing.has(path.slice(path.lastIndexOf('/') + 1))
    const reader: FolderReader = {
      ...systemFolderReader,
      readEntry: (path) => (isFailing(path) ? refuse() : systemFolderReader.readEntry(path)),
      readDirectory: (path) => (isFailing(path) ? refuse() : systemFolderReader.readDirectory(path)),
    }
    const { drop, inbox, intake, items, itemIn } = await runningIntake({ reader })
    drop('bad.png', pngBytes('bad'))
    drop('closed/a.png', pngBytes('closed'))
    symlinkSync(inbox, join(inbox, 'loop'))
    symlinkSync('.', join(inbox, 'here'))
    symlinkSync(join(elsewhere, 'secret.png'), join(inbox, 'link.png'))
    execFileSync('mkfifo', [join(inbox, 'pipe.png')])
    const server = createServer().listen(join(inbox, 'socket.png'))
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    for (const bytes of [
      [0x61, 0xe9],
      [0x62, 0xe8],
      [0x62, 0xe9],
    ])
      writeFileSync(Buffer.concat([Buffer.from(`${inbox}/`), Buffer.from(bytes)]), 'x')
    drop('cust-1_passport.png', pngBytes('good'))

    expect(await intake.compareNow()).toMatchObject({ complete: false, failure: null })
    await itemIn('cust-1_passport.png', 'awaiting_review')

    const all = await items()
    const reasons = Object.fromEntries(all.map(({ path, state, reason }) => [path, [state, reason]]))
    expect(reasons).toMatchObject({
      'bad.png': ['ignored', expect.stringContaining('EACCES')],
      closed: ['ignored', expect.stringContaining('EACCES')],
      loop: ['ignored', expect.stringContaining('link')],
      here: ['ignored', expect.stringContaining('link')],
      'link.png': ['ignored', expect.stringContaining('link')],
      'pipe.png': ['ignored', expect.stringContaining('pipe')],
      'socket.png': ['ignored', expect.stringContaining('socket')],
      'a\uFFFD': ['ignored', expect.stringContaining('a\\xe9')],
      'b\uFFFD [b\\xe8]': ['ignored', expect.stringContaining('b\\xe8')],
      'b\uFFFD [b\\xe9]': ['ignored', expect.stringContaining('b\\xe9')],
    })
    expect(all).toHaveLength(11)

    failing.clear()
    await intake.compareNow()
    await itemIn('bad.png', 'needs_attention')
    await itemIn('closed/a.png', 'needs_attention')
    expect(intake.status().unaccounted).toBe(0)
  })

  it('reads what a closed folder hides only when it is opened, and calls nothing in it missing', async () => {
    let isClosed = false
    const reader: FolderReader = {
      ...systemFolderReader,
      readDirectory: (path) =>
        isClosed && path.endsWith('batch')
          ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
          : systemFolderReader.readDirectory(path),
    }
    const { drop, inbox, intake, itemIn } = await runningIntake({ reader })
    drop('batch/cust-1_passport.png', pngBytes('a'))
    await itemIn('batch/cust-1_passport.png', 'awaiting_review')
    isClosed = true
    expect(await intake.compareNow()).toMatchObject({ complete: false })
    await itemIn('batch/cust-1_passport.png', 'awaiting_review')
    isClosed = false
    mkdirSync(join(inbox, 'empty'))
    expect(await intake.compareNow()).toMatchObject({ complete: true, fileCount: 1 })
    await itemIn('batch/cust-1_passport.png', 'awaiting_review')
  })
})
