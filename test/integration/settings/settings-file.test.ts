import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  defaultSettings,
  loadSettings,
  parseSettings,
  readProfileId,
  saveSettings,
} from '../../../electron/engine/settings-file.ts'
import { findSettingsProblems } from '../../../electron/engine/settings-problems.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('the settings file', () => {
  it('may be absent', async () => {
    expect(await loadSettings(join(temporaryFolder(), 'none.json'))).toEqual({
      settings: defaultSettings(),
      problems: [],
    })
  })

  it('may hold comments, trailing commas and a byte order mark', () => {
    const { settings, problems } = parseSettings('\uFEFF{ // mine\n "operator": "ada", }')
    expect(problems).toEqual([])
    expect(settings.operator).toBe('ada')
  })

  it('names the line of a mistake, and nothing of the file is used', () => {
    const { settings, problems } = parseSettings('{\n "mode": "live",\n "operator" "ada"\n}')
    expect(problems[0]?.words).toMatch(/line 3/)
    expect(settings.mode).toBe('practice')
  })

  it('names the place of a wrong value', () => {
    const { problems } = parseSettings(
      '{"intake": {"quietMs": -1}, "folders": [{"id": "A B", "path": "/x"}]}',
    )
    expect(problems.map(({ path }) => path)).toEqual(['folders.0.id', 'intake.quietMs'])
  })

  it('says which profile is in use, also where something else in it is wrong', async () => {
    const file = join(temporaryFolder(), 'settings.json')
    expect(await readProfileId(file)).toBeUndefined()
    writeFileSync(file, '{ "profile": { "id": "second", "colour": 7 }, "intake": 1, }')
    expect(await readProfileId(file)).toBe('second')
    writeFileSync(file, '{ "profile": { "id": "../second" } }')
    expect(await readProfileId(file)).toBeUndefined()
  })

  it('names ids that are used twice, profiles’ and their folders’ too', () => {
    const folders = [
      { id: 'a', path: '/a' },
      { id: 'a', path: '/b' },
    ]
    const otherProfiles = [{ id: 'main' }, { id: 'second', folders }]
    const { problems } = parseSettings(JSON.stringify({ otherProfiles }))
    expect(problems.map(({ path }) => path)).toEqual(['otherProfiles.0.id', 'otherProfiles.1.folders.1.id'])
  })

  it('refuses live mode without an organisation', () => {
    const { problems } = parseSettings('{"mode": "live"}')
    expect(problems.map(({ path }) => path)).toEqual(['connection.organisation'])
  })

  it('keeps comments when values change, and comes back the same', async () => {
    const file = join(temporaryFolder(), 'settings.json')
    writeFileSync(file, '{\n  // who we are\n  "operator": "ada"\n}\n')
    const settings = settingsSchema.parse({ operator: 'grace', intake: { quietMs: 5 } })
    await saveSettings(file, settings)
    expect(readFileSync(file, 'utf8')).toContain('// who we are')
    expect((await loadSettings(file)).settings).toEqual(settings)
  })

  it('sets a file that it cannot read aside instead of overwriting it', async () => {
    const file = join(temporaryFolder(), 'settings.json')
    writeFileSync(file, '{ this was typed by hand')
    await saveSettings(file, defaultSettings())
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('{ this was typed by hand')
    expect((await loadSettings(file)).problems).toEqual([])
  })

  it.each([
    ['an unknown name', '{ "folder": [], "operator": "ada" }'],
    ['a value that is not valid', '{ "operator": "ada", "intake": { "quietMs": -1 } }'],
  ])('sets a file with %s aside, and what is saved holds at the next start', async (_what, text) => {
    const file = join(temporaryFolder(), 'settings.json')
    writeFileSync(file, text)
    const settings = settingsSchema.parse({ operator: 'grace' })
    await saveSettings(file, settings)
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(text)
    expect(await loadSettings(file)).toEqual({ settings, problems: [] })
  })

  it('says so when it cannot be written, and leaves nothing half-written', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'blocked'), '')
    const file = join(folder, 'blocked', 'settings.json')
    await expect(saveSettings(file, defaultSettings())).rejects.toMatchObject({ code: 'settings_unwritable' })
    expect(existsSync(`${file}.new`)).toBe(false)
  })

  it('is readable by its owner alone', async () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o700)
    const file = join(folder, 'settings.json')
    await saveSettings(file, defaultSettings())
    const { mode } = await import('node:fs').then(({ statSync }) => statSync(file))
    expect(mode & 0o077).toBe(0)
  })
})

describe('settings that somebody wants to save', () => {
  it('may not watch a folder inside another one', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'inner'))
    const folders = [
      { id: 'outer', path: folder },
      { id: 'inner', path: join(folder, 'inner') },
    ]
    const problems = await findSettingsProblems(settingsSchema.parse({ folders }))
    expect(problems.map(({ path }) => path)).toEqual(['folders.1.path'])
    const apart = [{ ...folders[0], recursive: false }, folders[1]]
    expect(await findSettingsProblems(settingsSchema.parse({ folders: apart }))).toEqual([])
  })

  it('may not have a rule that cannot be read', async () => {
    const rules = [{ id: 'odd', name: 'Odd', pattern: '{entity}_{media_type}' }]
    const problems = await findSettingsProblems(settingsSchema.parse({ rules }))
    expect(new Set(problems.map(({ path }) => path))).toEqual(new Set(['rules.0.pattern']))
  })

  it('may not use a relative path', async () => {
    const problems = await findSettingsProblems(
      settingsSchema.parse({ folders: [{ id: 'a', path: 'scans' }] }),
    )
    expect(problems.map(({ path }) => path)).toEqual(['folders.0.path'])
  })
})
