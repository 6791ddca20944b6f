import { describe, expect, it } from 'vitest'
import { folderSchema } from '../../../electron/shared/settings/folder.ts'
import type { FolderSettings } from '../../../electron/shared/settings/folder.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import type { Settings } from '../../../electron/shared/settings/settings.ts'
import { refusedValues, stillRefused } from '../../../renderer/settings/form/refused-values.ts'
import { settingsProblems } from '../../../renderer/settings/form/settings-problems.ts'
import { sectionOf } from '../../../renderer/settings/sections.ts'

const settings = settingsSchema.parse({ connection: { organisation: 'arcadia-bank' } })

const folder = (path: string, recursive = true): FolderSettings =>
  folderSchema.parse({ id: path.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, ''), path, recursive })

const wordsAt = (changed: Settings, path: string): string | undefined =>
  settingsProblems(changed).find((problem) => problem.path === path)?.words

describe('what is wrong with settings', () => {
  it('is nothing for the settings of a new installation', () => {
    expect(settingsProblems(settingsSchema.parse({}))).toEqual([])
  })

  it('is told in the unit of the field', () => {
    const changed = { ...settings, intake: { ...settings.intake, comparisonIntervalMs: 86_460_000 } }
    expect(wordsAt(changed, 'intake.comparisonIntervalMs')).toBe('At most 1,440.')
  })

  it('is told in the unit of a folder’s field', () => {
    const folders = [{ ...folder('/srv/scans'), otherSideWaitMs: 32 * 86_400_000 }]
    expect(wordsAt({ ...settings, folders }, 'folders.0.otherSideWaitMs')).toBe('At most 44,640.')
  })

  it.each([
    [Number.NaN, 'Enter a number.'],
    [2.5, 'Enter a whole number.'],
    [0, 'At least 1.'],
    [65, 'At most 64.'],
  ])('is told for %d files at the same time', (concurrency, words) => {
    expect(wordsAt({ ...settings, upload: { ...settings.upload, concurrency } }, 'upload.concurrency')).toBe(
      words,
    )
  })

  it('names an address that would show the key to the network', () => {
    const connection = { ...settings.connection, baseUrl: 'http://api.unit21.com/v1' }
    expect(wordsAt({ ...settings, connection }, 'connection.baseUrl')).toContain('https')
  })

  it.each(['proxy.example', 'ftp://proxy.example', 'http://ada:secret@proxy.example', ''])(
    'is a proxy such as %j',
    (proxy) => {
      const connection = { ...settings.connection, proxy }
      expect(wordsAt({ ...settings, connection }, 'connection.proxy')).toContain('http://host:port')
    },
  )

  it('is a schedule without a day, or with a time that is none', () => {
    const schedule = { ...settings.upload.schedule, enabled: true, from: '', days: [] }
    const changed = { ...settings, upload: { ...settings.upload, schedule } }
    expect(wordsAt(changed, 'upload.schedule.from')).toBe('A time such as 22:00.')
    expect(wordsAt(changed, 'upload.schedule.days')).toContain('at least one day')
    const off = { ...changed, upload: { ...changed.upload, schedule: { ...schedule, enabled: false } } }
    expect(wordsAt(off, 'upload.schedule.days')).toBeUndefined()
  })

  it('is a file that would be a problem before it can be quiet', () => {
    const intake = { ...settings.intake, quietMs: 60_000, neverQuietMs: 60_000 }
    expect(wordsAt({ ...settings, intake }, 'intake.neverQuietMs')).toContain('quiet time')
  })

  it('tells the bandwidth in kilobytes', () => {
    const upload = { ...settings.upload, bytesPerSecond: 20_000_000_000 }
    expect(wordsAt({ ...settings, upload }, 'upload.bytesPerSecond')).toBe('At most 10,000,000.')
  })

  it('is a missing organisation in live mode only', () => {
    const connection = { ...settings.connection, organisation: '' }
    expect(wordsAt({ ...settings, connection }, 'connection.organisation')).toBeUndefined()
    expect(wordsAt({ ...settings, connection, mode: 'live' }, 'connection.organisation')).toBeDefined()
  })

  it.each<[string, FolderSettings[], string | undefined]>([
    ['the same folder twice', [folder('/srv/scans'), folder('/srv/scans/')], 'folders.1.path'],
    ['a folder in a recursive one', [folder('/srv/scans'), folder('/srv/scans/mail')], 'folders.1.path'],
    ['a recursive one around a folder', [folder('/srv/scans/mail'), folder('/srv/scans')], 'folders.0.path'],
    ['Windows paths', [folder('C:\\Scans'), folder('C:\\Scans\\Mail')], 'folders.1.path'],
    [
      'a folder in one that is not recursive',
      [folder('/srv/scans', false), folder('/srv/scans/mail')],
      undefined,
    ],
    ['neighbours with like names', [folder('/srv/scans'), folder('/srv/scans-old')], undefined],
  ])('is seen for %s', (_, folders, path) => {
    const found = settingsProblems({ ...settings, folders }).map((problem) => problem.path)
    expect(found.filter((one) => one.endsWith('.path'))).toEqual(path === undefined ? [] : [path])
  })
})

describe('what the engine refused', () => {
  const before = { ...settings, folders: [folder('/srv/gone')] }
  const refused = refusedValues(before, [{ path: 'folders.0.path', words: 'It does not exist.' }])

  it('is told as long as the value stands', () => {
    expect(stillRefused({ ...before, operator: 'Ada' }, refused)).toHaveLength(1)
    expect(stillRefused({ ...before, folders: [folder('/srv/there')] }, refused)).toEqual([])
    expect(stillRefused({ ...before, folders: [] }, refused)).toEqual([])
  })
})

describe('the section of a settings path', () => {
  it.each([
    ['connection.baseUrl', 'connection'],
    ['connection.timeoutMs', 'uploads'],
    ['folders.3.path', 'folders'],
    ['folders.0.index.columns.1.heading', 'folders'],
    ['entityLookUp.keepMs', 'connection'],
    ['intake.manyForEntity.count', 'intake'],
    ['rules.0.pattern', undefined],
    ['operator', 'review'],
    ['ledger.backupsKept', 'ledger'],
    ['upload.schedule.days', 'uploads'],
    ['connection.proxy', 'connection'],
    ['', undefined],
    ['$schema', undefined],
  ])('of %j is %s', (path, section) => {
    expect(sectionOf(path)).toBe(section)
  })
})
