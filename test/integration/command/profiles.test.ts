import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { intray, intrayInside } from './running-command.ts'
import { workplace } from './workplace.ts'

/** A live set-up whose second profile has a folder and a simulator of its own. */
async function twoProfiles() {
  const first = await workplace()
  const second = await workplace()
  const settings = JSON.parse(readFileSync(first.settingsFile, 'utf8').replace(/^\/\/.*\n/, '')) as object
  const { connection, folders } = JSON.parse(
    readFileSync(second.settingsFile, 'utf8').replace(/^\/\/.*\n/, ''),
  ) as { connection: unknown; folders: unknown }
  const otherProfiles = [{ id: 'second', name: 'Second', connection, folders }]
  writeFileSync(first.settingsFile, JSON.stringify({ ...settings, otherProfiles }))
  return { first, second }
}

describe('intray --profile', () => {
  it('works on the other profile’s folders, address and ledger', async () => {
    const { first, second } = await twoProfiles()
    first.drop('valid.pdf', 'acme-1_letter.pdf')
    second.drop('valid.pdf', 'acme-2_letter.pdf')
    const run = await intray(['run', '--once', '--profile', 'second', ...first.here], first.key)
    expect(run.code).toBe(0)
    expect(run.stdout).toContain(join('profiles', 'second', 'ledger.sqlite3'))
    expect(second.sandbox.entities()).toEqual(['acme-2'])
    expect(first.sandbox.requests().total).toBe(0)

    const listed = await intrayInside(['list', '--profile', 'second', ...first.here])
    expect(listed.stdout).toContain('acme-2_letter.pdf')
    expect((await intrayInside(['list', ...first.here])).code).toBe(66)
    // The settings file still has the first profile in use.
    expect(readFileSync(first.settingsFile, 'utf8')).not.toMatch(/"profile":/)
  })

  it('says which profiles there are where it knows none of that name', async () => {
    const { first } = await twoProfiles()
    const { code, stderr } = await intrayInside(['list', '--live', '--profile', 'nobody', ...first.here])
    expect(code).toBe(2)
    expect(stderr).toContain('There is no such profile.')
    expect(stderr).toContain('“nobody” is none of main, second.')
  })
})

describe('intray settings export and import', () => {
  it('carry settings to another computer, and nothing of this one’s people', async () => {
    const { first } = await twoProfiles()
    const exported = await intrayInside(['settings', 'export', ...first.here])
    expect(exported.code).toBe(0)
    expect(exported.stdout).not.toContain('Ada Okafor')
    const there = temporaryFolder()
    const file = join(there, 'from-there.json')
    writeFileSync(file, exported.stdout)
    const at = ['--data-dir', there]
    expect((await intrayInside(['settings', 'import', file, '--dry-run', ...at])).code).toBe(0)
    expect(() => readFileSync(join(there, 'settings.json'))).toThrow()
    expect((await intrayInside(['settings', 'import', file, ...at])).code).toBe(0)
    const { stdout } = await intrayInside(['settings', '--json', ...at])
    expect(JSON.parse(stdout)).toMatchObject({
      settings: {
        mode: 'practice',
        operator: '',
        otherProfiles: [{ id: 'second' }],
        folders: [{ id: 'scans' }],
      },
    })
  })

  it('name each mistake and save nothing', async () => {
    const there = temporaryFolder()
    const file = join(there, 'wrong.json')
    writeFileSync(file, JSON.stringify({ folders: [{ id: 'inbox', path: 'here' }] }))
    const { code, stdout } = await intrayInside(['settings', 'import', file, '--data-dir', there])
    expect(code).toBe(78)
    expect(stdout).toContain('folders.0.path')
    expect(() => readFileSync(join(there, 'settings.json'))).toThrow()
  })
})
