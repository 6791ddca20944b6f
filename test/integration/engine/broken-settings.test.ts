import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../../electron/engine/data-folder.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { RunningEngine } from '../../support/running-engine.ts'

const fileOf = ({ dataRoot }: RunningEngine): string => dataFolder(dataRoot).settingsFile
const statusOf = ({ engine }: RunningEngine) => engine.handlers['status.get']({})
const settingsOf = ({ engine }: RunningEngine) => engine.handlers['settings.get']({})

describe('a settings file that holds a mistake', () => {
  it.each([
    ['no JSON', '{ "mode": "live"'],
    ['an unknown name', '{ "mode": "live", "folder": [] }'],
    // Only the folders themselves tell that one lies in the other.
    ['folders inside one another', JSON.stringify({ folders: [folder('a', '/srv'), folder('b', '/srv/b')] })],
  ])('%s: changes nothing that runs, then means practice mode until it is replaced', async (_what, text) => {
    const before = await runningEngine()
    const { settings } = await settingsOf(before)
    writeFileSync(fileOf(before), text)
    expect(await statusOf(before)).toMatchObject({ mode: 'live', settingsProblems: [] })

    const broken = await before.restart()
    expect(await statusOf(broken)).toMatchObject({ mode: 'practice' })
    expect((await statusOf(broken)).settingsProblems).not.toEqual([])
    expect((await settingsOf(broken)).settings).toEqual(settingsSchema.parse({}))
    expect(readFileSync(fileOf(broken), 'utf8')).toBe(text)

    await broken.engine.handlers['settings.save']({ settings })
    expect(await statusOf(broken)).toMatchObject({ mode: 'live', settingsProblems: [] })
    expect(readFileSync(`${fileOf(broken)}.damaged`, 'utf8')).toBe(text)

    const mended = await broken.restart()
    expect(await settingsOf(mended)).toMatchObject({ settings, problems: [] })
  })
})

function folder(id: string, path: string) {
  return { id, path }
}
