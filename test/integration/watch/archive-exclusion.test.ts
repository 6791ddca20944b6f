import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archiveExclusion } from '../../../electron/engine/archive-exclusion.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { runningIntake } from './running-intake.ts'

const archiving = { id: 'inbox', afterUpload: 'archive', archivePath: '' } as const

describe('what was uploaded and moved away', () => {
  it('is not taken again from the folder’s own archive, by comparison or by event', async () => {
    const { drop, inbox, intake, items, itemIn } = await runningIntake({ folder: { afterUpload: 'archive' } })
    drop('uploaded/2026-11-23/cust-1_passport.png', pngBytes('a'))
    await intake.compareNow()
    drop('uploaded/2026-11-23/deep/cust-2_passport.png', pngBytes('b'))
    drop('uploaded/2026-11-24/cust-3_passport.png', pngBytes('c'))
    // What a person puts beside the days is a scan like any other.
    drop('uploaded/cust-4_passport.png', pngBytes('d'))
    await itemIn('uploaded/cust-4_passport.png', 'awaiting_review')
    await intake.compareNow()
    expect((await items()).map(({ path }) => path)).toEqual(['uploaded/cust-4_passport.png'])
    expect(existsSync(join(inbox, 'uploaded/2026-11-24/cust-3_passport.png'))).toBe(true)
  })

  it('does not make its item missing while it still waited', async () => {
    const { drop, inbox, intake, itemIn } = await runningIntake({ folder: { afterUpload: 'archive' } })
    drop('cust-1_passport.png', pngBytes('a'))
    await itemIn('cust-1_passport.png', 'awaiting_review')
    mkdirSync(join(inbox, 'uploaded/2026-11-23'), { recursive: true })
    renameSync(join(inbox, 'cust-1_passport.png'), join(inbox, 'uploaded/2026-11-23/cust-1_passport.png'))
    await intake.compareNow()
    // A person moved it there: it is not in the folder any more.
    await itemIn('cust-1_passport.png', 'missing')
  })

  it('is not taken from another folder’s archive that lies inside', async () => {
    const path = temporaryFolder()
    const folder = { ...archiving, path, afterUpload: 'leave' } as const
    const other = {
      id: 'desk',
      path: temporaryFolder(),
      afterUpload: 'archive',
      archivePath: join(path, 'done'),
    } as const
    mkdirSync(join(path, 'done'))
    const isExcluded = await archiveExclusion(folder, [folder, other])
    expect(['done/desk', 'done/desk/2026-11-23/a.png'].map(isExcluded)).toEqual([true, true])
    expect(['done', 'done/desks', 'uploaded/2026-11-23', 'a.png'].map(isExcluded)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('is known in any spelling where capital and small letters count for the same', async () => {
    const folder = { ...archiving, path: temporaryFolder() }
    const isExcluded = await archiveExclusion(folder, [folder], 'win32')
    expect(isExcluded('Uploaded/2026-11-23/a.png')).toBe(true)
    expect((await archiveExclusion(folder, [folder], 'linux'))('Uploaded/2026-11-23/a.png')).toBe(false)
  })
})
