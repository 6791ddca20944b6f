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

describe('a settings file that somebody else wrote while Intray runs', () => {
  it('is told of, and kept beside the one that replaces it', async () => {
    const intray = await runningEngine()
    const { settings } = await settingsOf(intray)
    expect(await intray.engine.handlers['settings.save']({ settings })).toEqual({
      problems: [],
      keptAs: null,
    })
    expect((await settingsOf(intray)).changedOnDisk).toBe(false)

    const byHand = JSON.stringify({ ...settings, review: { ...settings.review, graceMs: 77_000 } })
    writeFileSync(fileOf(intray), byHand)
    expect((await settingsOf(intray)).changedOnDisk).toBe(true)

    const keptAs = `${fileOf(intray)}.replaced`
    expect(await intray.engine.handlers['settings.save']({ settings })).toEqual({ problems: [], keptAs })
    expect(readFileSync(keptAs, 'utf8')).toBe(byHand)
    expect((await settingsOf(intray)).changedOnDisk).toBe(false)
  })

  it('keeps what they wrote when rules are saved', async () => {
    const intray = await runningEngine()
    const { settings } = await settingsOf(intray)
    await intray.engine.handlers['settings.save']({ settings })
    writeFileSync(fileOf(intray), JSON.stringify({ ...settings, operator: 'Written by hand' }))
    const { definition, version } = await intray.engine.handlers['rules.get']({})
    const sideNames = { ...definition.sideNames, front: ['obverse'] }
    await intray.engine.handlers['rules.save']({
      definition: { ...definition, sideNames },
      baseVersion: version.version,
    })
    expect(JSON.parse(readFileSync(fileOf(intray), 'utf8'))).toMatchObject({
      operator: 'Written by hand',
      sideNames: { front: ['obverse'] },
    })
  })
})

function folder(id: string, path: string) {
  return { id, path }
}
