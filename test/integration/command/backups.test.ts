import { existsSync, readFileSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LedgerBackup } from '../../../electron/shared/records.ts'
import { intray, intrayInside, startIntray } from './running-command.ts'
import { workplace } from './workplace.ts'
import type { Workplace } from './workplace.ts'

async function uploadOne(place: Workplace, name: string): Promise<void> {
  place.drop(name.endsWith('.png') ? 'valid.png' : 'valid.jpg', name)
  expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(0)
}

async function backUp({ here }: Workplace): Promise<LedgerBackup & { path: string }> {
  const { code, stdout, stderr } = await intrayInside(['backup', '--json', ...here])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return JSON.parse(stdout) as LedgerBackup & { path: string }
}

async function itemCount({ here }: Workplace): Promise<number> {
  return (await intrayInside(['list', '--json', ...here])).stdout.split('\n').filter(Boolean).length
}

const liveFiles = ({ root }: Workplace): string[] => readdirSync(join(root, 'data', 'live'))

describe('backups by the command', () => {
  it('are made beside a running engine, and listed, the newest first', async () => {
    const place = await workplace()
    await uploadOne(place, 'cust-1_passport.jpg')
    const running = startIntray(['run', ...place.here], place.key)
    await running.appeared('Folder: ')
    const [first, second] = [await backUp(place), await backUp(place)]
    running.process.kill('SIGINT')
    await running.ended
    expect(existsSync(first.path)).toBe(true)

    const { stdout } = await intrayInside(['backups', '--json', ...place.here])
    const names = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as LedgerBackup).name)
    expect(names.indexOf(second.name)).toBeLessThan(names.indexOf(first.name))
    expect((await intrayInside(['backups', ...place.here])).stdout).toContain(first.name)
  })

  it('are listed where there is none', async () => {
    const place = await workplace()
    const listed = await intrayInside(['backups', ...place.here])
    expect(listed).toMatchObject({ code: 0, stdout: '' })
    expect(listed.stderr).toContain('There is no backup yet.')
  })
})

describe('intray restore', () => {
  it('puts the backup in the ledger’s place, keeps the one before, and sends nothing twice', async () => {
    const place = await workplace()
    await uploadOne(place, 'cust-1_passport.jpg')
    const { name } = await backUp(place)
    await uploadOne(place, 'cust-2_passport.png')
    expect(await itemCount(place)).toBe(2)

    const restored = await intrayInside(['restore', name, '--json', ...place.here])
    expect(restored.code).toBe(0)
    const { setAside } = JSON.parse(restored.stdout) as { setAside: string }
    expect(readFileSync(setAside).length).toBeGreaterThan(0)
    expect(await itemCount(place)).toBe(1)
    expect((await intrayInside(['verify', ...place.here])).code).toBe(0)

    await intray(['run', '--once', ...place.here], place.key)
    expect(place.sandbox.mediaCount()).toBe(2)
  })

  it('is refused while an engine runs, and changes nothing', async () => {
    const place = await workplace()
    await uploadOne(place, 'cust-1_passport.jpg')
    const { name } = await backUp(place)
    const running = startIntray(['run', ...place.here], place.key)
    await running.appeared('Folder: ')
    const refused = await intrayInside(['restore', name, ...place.here])
    running.process.kill('SIGINT')
    await running.ended
    expect(refused.code).toBe(73)
    expect(refused.stderr).toContain('Another Intray is already at work')
    expect(liveFiles(place).filter((file) => file.includes('replaced'))).toEqual([])
    expect((await intrayInside(['verify', ...place.here])).code).toBe(0)
  })

  it('refuses a name that is no backup, and a backup that is damaged', async () => {
    const place = await workplace()
    await uploadOne(place, 'cust-1_passport.jpg')
    const { name, path } = await backUp(place)
    truncateSync(path, 20_000)
    for (const wrong of ['../ledger.sqlite3', 'nothing.sqlite3', name]) {
      const refused = await intrayInside(['restore', wrong, ...place.here])
      expect(refused.code, wrong).toBe(1)
      expect(refused.stderr, wrong).toContain('[backup_refused]')
    }
    expect(liveFiles(place).filter((file) => /replaced|restoring/.test(file))).toEqual([])
    expect(await itemCount(place)).toBe(1)
    expect((await intrayInside(['verify', ...place.here])).code).toBe(0)
  })
})
