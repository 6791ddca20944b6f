import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Engine } from '../../../electron/engine/engine.ts'
import { startSandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import { otherProfileSchema } from '../../../electron/shared/settings/profile.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import type { Settings } from '../../../electron/shared/settings/settings.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { RunningEngine } from '../../support/running-engine.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const keyOfMain = 'key-of-the-tests'
const keyOfOther = 'key-of-the-other-profile'

/** An engine with two profiles, each with a simulator, a folder and a key of its own. */
async function twoProfiles() {
  const inboxOfOther = temporaryFolder()
  const other = await startSandbox({
    organisation: 'beta',
    keys: [{ key: keyOfOther }],
    createUnknownEntities: true,
  })
  onTestFinished(() => other.stop())
  const main = await runningEngine({
    key: null,
    settings: (settings) =>
      settingsSchema.parse({
        ...settings,
        folders: settings.folders.map((folder) => ({ ...folder, policy: 'upload_when_certain' })),
        intake: { ...settings.intake, minPicturePixels: 0 },
        otherProfiles: [
          {
            id: 'other',
            name: 'The other one',
            connection: { baseUrl: other.baseUrl, organisation: 'beta' },
            folders: [{ id: 'inbox', path: inboxOfOther, policy: 'upload_when_certain' }],
          },
        ],
      }),
  })
  await main.engine.handlers['secrets.provide']({ keys: { main: keyOfMain, other: keyOfOther } })
  return { main, other, inboxOfOther }
}

const settingsOf = async (engine: Engine): Promise<Settings> =>
  (await engine.handlers['settings.get']({})).settings

const scan = (text: string): string => `${text}\n`.repeat(20)

function refusals({ sandbox }: Pick<RunningEngine, 'sandbox'>): unknown[] {
  return sandbox.requestLog().filter(({ status }) => status === 401 || status === 403)
}

describe('another profile', () => {
  it('has its own ledger, folders, address and key, and nothing of the two mixes', async () => {
    const { main, other, inboxOfOther } = await twoProfiles()
    const { engine } = main
    main.drop('mains_letter.txt', scan('of main'))
    await main.itemIn('mains_letter.txt', 'uploaded')
    const before = await engine.handlers['status.get']({})

    await engine.handlers['settings.useProfile']({ profileId: 'other' })
    const status = await engine.handlers['status.get']({})
    expect(status.profile).toMatchObject({ id: 'other', name: 'The other one' })
    expect(status.ledgerId).not.toBe(before.ledgerId)
    expect(status.connection).toMatchObject({ baseUrl: other.baseUrl, organisation: 'beta', hasKey: true })
    expect(status.folders.map(({ path }) => path)).toEqual([inboxOfOther])
    expect(await main.items()).toEqual([])

    writeFileSync(join(inboxOfOther, 'others_letter.txt'), scan('of the other'))
    await main.itemIn('others_letter.txt', 'uploaded')
    expect(refusals(main)).toEqual([])
    expect(refusals({ sandbox: other })).toEqual([])
    expect(main.sandbox.entities()).toEqual(['mains'])
    expect(other.entities()).toEqual(['others'])

    await engine.handlers['settings.useProfile']({ profileId: 'main' })
    expect((await main.items()).map(({ path }) => path)).toEqual(['mains_letter.txt'])
    expect((await engine.handlers['status.get']({})).ledgerId).toBe(before.ledgerId)
    expect(existsSync(join(main.dataRoot, 'live', 'ledger.sqlite3'))).toBe(true)
    expect(existsSync(join(main.dataRoot, 'profiles', 'other', 'ledger.sqlite3'))).toBe(true)
  })

  it('takes the place of the first one in the settings file, which it gets back', async () => {
    const { main, other } = await twoProfiles()
    const file = join(main.dataRoot, 'settings.json')
    const before = await settingsOf(main.engine)
    await main.engine.handlers['settings.useProfile']({ profileId: 'other' })
    const kept = settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(kept).toMatchObject({ profile: { id: 'other' }, connection: { baseUrl: other.baseUrl } })
    expect(kept.otherProfiles).toEqual([
      otherProfileSchema.parse({
        id: 'main',
        connection: before.connection,
        folders: before.folders,
      }),
    ])
    await main.engine.handlers['settings.useProfile']({ profileId: 'main' })
    expect(await settingsOf(main.engine)).toEqual(before)
  })

  it('is told of in its own ledger', async () => {
    const { main } = await twoProfiles()
    await main.engine.handlers['settings.useProfile']({ profileId: 'other' })
    const { ledger } = await main.engine.session()
    const events = await ledger.eventsAfter(0, 100)
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'settings.changed', data: { mode: 'live', profile: 'other' } }),
    )
  })

  it('is refused where there is none of that name, and nothing changes', async () => {
    const { main } = await twoProfiles()
    const before = await settingsOf(main.engine)
    await expect(main.engine.handlers['settings.useProfile']({ profileId: 'nobody' })).rejects.toMatchObject({
      code: 'profile_unknown',
      detail: '“nobody” is none of main, other.',
    })
    expect(await settingsOf(main.engine)).toEqual(before)
  })

  it('stays out of use where its settings have a mistake', async () => {
    const { main } = await twoProfiles()
    const before = await settingsOf(main.engine)
    const [other] = before.otherProfiles
    if (other === undefined) throw new Error('the profile is missing')
    const nobody = { ...other, connection: { ...other.connection, organisation: '' } }
    await main.engine.handlers['settings.save']({ settings: { ...before, otherProfiles: [nobody] } })
    await expect(main.engine.handlers['settings.useProfile']({ profileId: 'other' })).rejects.toMatchObject({
      code: 'settings_invalid',
    })
    expect((await main.engine.handlers['status.get']({})).profile.id).toBe('main')
  })

  it('gets none of what is on its way when it comes into use', async () => {
    const { main, other } = await twoProfiles()
    for (let number = 0; number < 30; number += 1) {
      main.drop(`many${String(number)}_letter.txt`, scan(`number ${String(number)}`))
    }
    await main.until(() => main.sandbox.mediaCount() > 0, 'the first upload')
    await main.engine.handlers['settings.useProfile']({ profileId: 'other' })
    await main.engine.handlers['settings.useProfile']({ profileId: 'main' })
    await main.until(() => main.sandbox.mediaCount() === 30, 'all uploads at the right address')
    expect(other.requests().total).toBe(0)
    expect(refusals(main)).toEqual([])
  })
})

describe('the kept key of a profile', () => {
  it('is not sent to the address of another one when a connection is tried', async () => {
    const { main, other } = await twoProfiles()
    const seen: (string | undefined)[] = []
    const listening = createServer((request, response) => {
      seen.push(JSON.stringify(request.headers))
      response.writeHead(404).end('{}')
    })
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void listening.close())
    const { port } = listening.address() as AddressInfo
    const address = `http://127.0.0.1:${String(port)}/v1`
    const settings = await settingsOf(main.engine)
    const [kept] = settings.otherProfiles
    if (kept === undefined) throw new Error('the profile is missing')
    const moved = { ...kept, connection: { ...kept.connection, baseUrl: address } }
    await main.engine.handlers['settings.save']({ settings: { ...settings, otherProfiles: [moved] } })

    await main.engine.handlers['connection.test']({ connection: moved.connection, profileId: 'main' })
    expect(seen.join()).not.toContain(keyOfMain)
    await main.engine.handlers['connection.test']({ connection: moved.connection, profileId: 'other' })
    expect(seen.join()).toContain(keyOfOther)
    expect(other.requests().total).toBe(0)
  })
})

describe('folders of two profiles', () => {
  it('may not be the same, or lie in one another', async () => {
    const { main } = await twoProfiles()
    const settings = await settingsOf(main.engine)
    const [other] = settings.otherProfiles
    const [folder] = settings.folders
    if (other === undefined || folder === undefined) throw new Error('profile or folder is missing')
    mkdirSync(join(folder.path, 'inside'))
    const shared = { ...other, folders: [{ ...folder, id: 'shared', path: join(folder.path, 'inside') }] }
    const { problems } = await main.engine.handlers['settings.save']({
      settings: { ...settings, otherProfiles: [shared] },
    })
    expect(problems).toEqual([
      {
        path: 'otherProfiles.0.folders.0.path',
        said: { code: 'folder_of_profile', values: { name: 'main' } },
        words:
          'The profile “main” watches this folder too, or one inside it. Each file belongs to one profile.',
      },
    ])
  })
})
