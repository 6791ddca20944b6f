import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsJsonSchema } from '../../../electron/engine/command/settings-json-schema.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { intray, intrayJson } from './running-command.ts'
import { workplace } from './workplace.ts'

describe('intray settings', () => {
  it('prints what is in force', async () => {
    const { here, settingsFile } = await workplace()
    const { code, value } = await intrayJson(['settings', '--practice', ...here])
    expect(code).toBe(0)
    expect(value).toMatchObject({
      path: settingsFile,
      settings: { mode: 'practice', operator: 'Ada Okafor' },
    })
  })

  it('takes the data folder from the environment, and the defaults where there is no file', async () => {
    const data = temporaryFolder()
    const { value } = await intrayJson(['settings'], { INTRAY_DATA_DIR: data })
    expect(value).toMatchObject({
      dataDir: data,
      path: join(data, 'settings.json'),
      settings: { mode: 'practice' },
    })
  })

  it('checks a file without using it', async () => {
    const { settingsFile, root } = await workplace()
    expect((await intray(['settings', 'check', settingsFile])).code).toBe(0)

    const other = join(root, 'other.json')
    writeFileSync(
      other,
      JSON.stringify({
        folders: ['in', 'in/side'].map((path, n) => ({ id: `f${String(n)}`, path: `/${path}` })),
      }),
    )
    const checked = await intrayJson(['settings', 'check', other])
    expect(checked.code).toBe(78)
    expect(checked.value).toMatchObject({ ok: false, problems: [{ path: 'folders.1.path' }] })
  })

  it('publishes the JSON Schema that the settings really have', async () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL('../../../resources/settings.schema.json', import.meta.url), 'utf8'),
    )
    expect(published).toEqual(settingsJsonSchema())
    expect((await intray(['settings', 'schema'])).stdout).toContain('"title": "Settings of Intray"')
  })
})
