import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findSettingsProblems } from '../../../electron/engine/settings-problems.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function places() {
  const root = temporaryFolder()
  for (const name of ['a', 'b', 'archive']) mkdirSync(join(root, name))
  symlinkSync(join(root, 'b'), join(root, 'to-b'))
  const problemsOf = async (archivePath: string, over: object = {}): Promise<readonly string[]> => {
    const settings = settingsSchema.parse({
      folders: [
        { id: 'a', path: join(root, 'a'), afterUpload: 'archive', archivePath, ...over },
        { id: 'b', path: join(root, 'b') },
      ],
    })
    return (await findSettingsProblems(settings)).map(({ path, words }) => `${path}: ${words}`)
  }
  return { root, problemsOf }
}

describe('the place of an archive', () => {
  it('is the folder’s own, or one outside of every watched folder', async () => {
    const { root, problemsOf } = places()
    expect(await problemsOf('')).toEqual([])
    expect(await problemsOf(join(root, 'archive'))).toEqual([])
    expect(await problemsOf(join(root, 'not-there-yet'))).toEqual([])
  })

  it.each(['a', 'a/done', 'b/archive', 'to-b'])(
    'is not %s, where it would be taken in again',
    async (place) => {
      const { root, problemsOf } = places()
      const [problem] = await problemsOf(join(root, place))
      expect(problem).toMatch(/^folders\.0\.archivePath: The archive lies in the watched folder “[ab]”/)
      expect(await problemsOf(join(root, place), { afterUpload: 'leave' })).toEqual([])
    },
  )

  it('is no folder around a watched one, and no path without its beginning', async () => {
    const { root, problemsOf } = places()
    const around = { id: 'inner', path: join(root, 'archive', 'inner', '2026-11-23') }
    expect(await problemsOf(join(root, 'archive'), around)).toEqual([expect.stringContaining('or around it')])
    expect(await problemsOf('archive')).toEqual([expect.stringContaining('must be complete')])
  })
})
