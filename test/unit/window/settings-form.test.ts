import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { formOf, settingsOf } from '../../../renderer/settings/form/settings-form.ts'

const pin = 'scrypt:16384:c2FsdA==:aGFzaA=='
const unusual = settingsSchema.parse({
  mode: 'live',
  operator: 'Anna',
  profile: { id: 'eu', name: 'Europe', colour: 'green' },
  otherProfiles: [{ id: 'main', connection: { organisation: 'acme' }, folders: [{ id: 'in', path: '/in' }] }],
  operators: [{ name: 'Anna', pin }],
  connection: { organisation: 'acme', proxy: 'http://proxy.example:3128' },
  folders: [
    {
      id: 'scans',
      path: '/scans',
      repair: 'automatic',
      secondReview: true,
      otherSideWaitMs: 90_000,
      index: { files: ['a.csv'], columns: { Datei: 'file' } },
    },
  ],
  entityLookUp: { enabled: true, keepMs: 7_200_000 },
  ledger: { backupsKept: 3, anchorFile: '/share/anchors.jsonl' },
  review: { graceMs: 12_500, rejectReasons: ['Too dark'], secondReviewMediaTypes: ['LETTER'] },
  retention: { enabled: true, afterDays: 400 },
  upload: { bytesPerSecond: 250_000, schedule: { enabled: true, days: [1, 5] } },
})

describe('the fields of the settings', () => {
  it.each([
    ['shipped settings', settingsSchema.parse({})],
    ['settings with every part changed', unusual],
  ])('give back %s as they were', (_what, settings) => {
    expect(settingsOf(formOf(settings), settings)).toEqual(settings)
  })

  it('are what counts, not what was there before', () => {
    expect(settingsOf(formOf(unusual), settingsSchema.parse({}))).toEqual({
      ...unusual,
      intake: settingsSchema.parse({}).intake,
    })
  })
})
