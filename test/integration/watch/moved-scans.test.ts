import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { markMoves } from '../../../electron/engine/listed-files.ts'
import { listedFile } from '../../support/ledger-steps.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { runningIntake } from './running-intake.ts'

describe('a scan that moves before it is sent', () => {
  it('between sub-folders while Intray was closed is the same item, at its new path', async () => {
    const running = await runningIntake()
    running.drop('new/cust-1_passport.png', pngBytes('a'))
    const before = await running.itemIn('new/cust-1_passport.png', 'awaiting_review')
    await running.stop()
    mkdirSync(join(running.inbox, 'sorted/deep'), { recursive: true })
    renameSync(
      join(running.inbox, 'new/cust-1_passport.png'),
      join(running.inbox, 'sorted/deep/cust-1_passport.png'),
    )
    rmSync(join(running.inbox, 'new'), { recursive: true })
    const { intake, items, itemIn } = await running.restart()
    await intake.firstComparison
    await intake.idle()
    expect((await itemIn('sorted/deep/cust-1_passport.png', 'awaiting_review')).id).toBe(before.id)
    expect(await items()).toHaveLength(1)
    expect(intake.status().unaccounted).toBe(0)
  })

  it('with its whole folder, while Intray runs, takes all items along', async () => {
    const { inbox, drop, itemIn, items, intake } = await runningIntake()
    const before: number[] = []
    for (let n = 1; n <= 5; n += 1) {
      drop(`batch/cust-${String(n)}_passport.png`, pngBytes(String(n)))
      before.push((await itemIn(`batch/cust-${String(n)}_passport.png`, 'awaiting_review')).id)
    }
    renameSync(join(inbox, 'batch'), join(inbox, 'done'))
    const after: number[] = []
    for (let n = 1; n <= 5; n += 1)
      after.push((await itemIn(`done/cust-${String(n)}_passport.png`, 'awaiting_review')).id)
    await intake.compareNow()
    expect(after).toEqual(before)
    expect(await items()).toHaveLength(5)
  })

  it('to another spelling of its name alone is the same item', async () => {
    const { inbox, drop, itemIn, items } = await runningIntake()
    drop('cust-1_PASSPORT.PNG', pngBytes('a'))
    const before = await itemIn('cust-1_PASSPORT.PNG', 'awaiting_review')
    renameSync(join(inbox, 'cust-1_PASSPORT.PNG'), join(inbox, 'cust-1_passport.png'))
    expect((await itemIn('cust-1_passport.png', 'awaiting_review')).id).toBe(before.id)
    expect(await items()).toHaveLength(1)
  })

  it('while other content comes to its old path is the same item, and the other a new one', async () => {
    const running = await runningIntake()
    running.drop('cust-1_passport.png', pngBytes('first'))
    const first = await running.itemIn('cust-1_passport.png', 'awaiting_review')
    await running.stop()
    renameSync(join(running.inbox, 'cust-1_passport.png'), join(running.inbox, 'cust-1_passport (1).png'))
    running.drop('cust-1_passport.png', pngBytes('second'))
    const { intake, items } = await running.restart()
    await intake.firstComparison
    await intake.idle()
    const [moved, fresh, ...others] = await items()
    expect(moved).toMatchObject({ id: first.id, path: 'cust-1_passport (1).png', sha256: first.sha256 })
    expect(fresh).toMatchObject({ path: 'cust-1_passport.png', state: 'awaiting_review' })
    expect([others, intake.status().unaccounted]).toEqual([[], 0])
  })

  it('into a folder that is listed later, while other content comes to its old path, loses neither', async () => {
    const running = await runningIntake()
    running.drop('a/scan.png', pngBytes('first'))
    mkdirSync(join(running.inbox, 'b'))
    const first = await running.itemIn('a/scan.png', 'needs_attention')
    await running.stop()
    renameSync(join(running.inbox, 'a/scan.png'), join(running.inbox, 'b/scan.png'))
    running.drop('a/scan.png', pngBytes('second'))
    const { intake, items } = await running.restart()
    expect((await intake.firstComparison).complete).toBe(true)
    await intake.idle()
    const paths = (await items()).map(({ id, path, sha256 }) => [
      path,
      id === first.id,
      sha256 === first.sha256,
    ])
    expect(paths).toEqual([
      ['b/scan.png', true, true],
      ['a/scan.png', false, false],
    ])
    expect(intake.status().unaccounted).toBe(0)
  })

  it('under a second name is a second item: a hard link is no move', async () => {
    const { inbox, drop, itemIn, items } = await runningIntake()
    drop('cust-1_passport.png', pngBytes('a'))
    const first = await itemIn('cust-1_passport.png', 'awaiting_review')
    linkSync(join(inbox, 'cust-1_passport.png'), join(inbox, 'cust-2_passport.png'))
    const second = await itemIn('cust-2_passport.png', 'needs_attention')
    expect(second.id).not.toBe(first.id)
    expect(second.findings.map(({ code }) => code)).toContain('duplicate_other_entity')
    expect(await items()).toHaveLength(2)
  })
})

describe('a rename where capital and small letters, or two spellings of an umlaut, count for the same', () => {
  it.each([
    ['Passport.PNG', 'passport.png'],
    ['Mu\u0308ller.png', 'M\u00FCller.png'],
  ])('from %j to %j is a move, although the old path still leads to the file', async (oldName, newName) => {
    const { ledger, inbox } = await runningIntake({ watch: false })
    writeFileSync(join(inbox, 'real'), 'x')
    const found = await stat(join(inbox, 'real'), { bigint: true })
    const fileKey = `${String(found.dev)}:${String(found.ino)}`
    const before = listedFile(oldName, { fileKey })
    const [movedItemId] = (await ledger.recordListed('inbox', [before], 1)).changedItemIds
    const after = listedFile(newName, { fileKey })
    const locate = (path: string) => path
    const mark = (nlink: bigint) =>
      markMoves(ledger, 'inbox', [after], locate, (path) =>
        Promise.resolve(path === oldName ? { dev: found.dev, ino: found.ino, nlink } : 'nothing'),
      )
    expect(await mark(1n)).toEqual({ files: [{ ...after, movedItemId }], reused: [] })
    expect(await mark(2n)).toEqual({ files: [after], reused: [] })
  })
})
