import { describe, expect, it } from 'vitest'
import { exportSettings, importSettings } from '../../../electron/engine/settings-transfer.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'

const pin = 'scrypt:1:c2FsdA==:a2V5'

const here = settingsSchema.parse({
  mode: 'live',
  operator: 'ada',
  operators: [{ name: 'Ada', pin }],
  connection: { organisation: 'acme' },
  folders: [{ id: 'inbox', path: '/srv/scans', policy: 'review_exceptions' }],
  otherProfiles: [{ id: 'test', connection: { organisation: 'acme-test' } }],
  ledger: { anchorFile: '/mnt/anchors.txt', backupsKept: 30 },
  review: { graceMs: 9_000 },
})

describe('settings for another computer', () => {
  it('hold no PIN, nobody’s name, no mode and no place of this computer’s ledger', () => {
    const text = exportSettings(here)
    const given = JSON.parse(text) as Record<string, unknown>
    for (const name of ['operators', 'operator', 'mode']) expect(given).not.toHaveProperty(name)
    expect(given['ledger']).toEqual({ backupsKept: 30 })
    expect(text).not.toContain('scrypt')
    expect(text).not.toContain('anchors.txt')
  })

  it('arrive there as they were, beside what belongs to that computer', async () => {
    const there = settingsSchema.parse({
      operator: 'grace',
      operators: [{ name: 'Grace', pin }],
      ledger: { anchorFile: '/other/anchors.txt' },
    })
    const { settings, problems } = await importSettings(exportSettings(here), there)
    expect(problems).toEqual([])
    expect(settings).toEqual({
      ...here,
      mode: 'practice',
      operator: 'grace',
      operators: there.operators,
      ledger: { backupsKept: 30, anchorFile: '/other/anchors.txt' },
    })
  })

  it('change nothing that they do not name', async () => {
    const { settings } = await importSettings('{ "review": { "graceMs": 1 }, /* mine */ }', here)
    expect(settings).toEqual({ ...here, review: { ...here.review, graceMs: 1 } })
  })

  it('bring no PIN along, even where a text has one', async () => {
    const text = JSON.stringify({ operators: [{ name: 'Mallory', pin }], operator: 'mallory' })
    const there = settingsSchema.parse({})
    expect((await importSettings(text, there)).settings).toEqual(there)
  })

  it('are refused with the place of each mistake', async () => {
    expect(await importSettings('{ broken', here)).toMatchObject({ settings: null, problems: [{ path: '' }] })
    expect(await importSettings('{"review": {"graceMs": -1}}', here)).toMatchObject({
      settings: null,
      problems: [{ path: 'review.graceMs' }],
    })
  })

  it('show what does not fit here', async () => {
    const text = JSON.stringify({ folders: [{ id: 'inbox', path: 'scans' }] })
    const { settings, problems } = await importSettings(text, here)
    expect(settings?.folders[0]?.path).toBe('scans')
    expect(problems).toMatchObject([{ path: 'folders.0.path' }])
  })
})
