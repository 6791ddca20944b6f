import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { numberOf, textOf } from '../../../renderer/settings/form/number-fields.ts'
import { formOf, settingsOf } from '../../../renderer/settings/form/settings-form.ts'

const settings = settingsSchema.parse({
  $schema: './settings.schema.json',
  mode: 'live',
  operator: 'Ada Okafor',
  connection: {
    organisation: 'arcadia-bank',
    bodyForm: 'json',
    timeoutMs: 45_500,
    proxy: 'http://proxy.example:3128',
    systemCertificates: false,
  },
  folders: [
    {
      id: 'counter',
      path: '/srv/scans',
      recursive: false,
      policy: 'review_exceptions',
      otherSideWaitMs: 90_000,
      afterUpload: 'archive',
      archivePath: '/srv/archive',
      priority: 'high',
      severities: { picture_blank: 'block', duplicate_rejected: 'info' },
      index: {
        files: ['index.csv', 'batch*.txt'],
        sidecars: ['json', 'txt'],
        columns: { Datei: 'file', 'Nr. des Kunden': 'entity_id', Filiale: 'branch' },
        encoding: 'windows-1252',
        delimiter: ';',
        required: true,
        waitMs: 120_000,
      },
    },
  ],
  rules: [
    { id: 'plain', name: 'Plain', pattern: '{entity_id}_{media_type}' },
    { id: 'letters', name: 'Letters', pattern: 'letter-{entity_id}', mediaType: 'LETTER', enabled: false },
  ],
  mediaTypeAliases: { IMAGE_PASSPORT_FRONT: ['reisepass', 'pass'], STATEMENT: [] },
  intake: {
    quietMs: 500,
    neverQuietMs: 5_400_000,
    comparisonIntervalMs: 90_000,
    ignore: ['*.bak', 'old/**'],
    maxFileSizeBytes: 1_000,
    minPicturePixels: 150,
    manyForEntity: { count: 0, withinMs: 1_800_000 },
  },
  entityLookUp: { enabled: true, keepMs: 7_200_000 },
  ledger: { backupsKept: 30 },
  sideNames: { front: ['vorne'], back: ['hinten'] },
  entityIds: { pattern: 'C-[0-9]+', checkDigit: 'luhn' },
  upload: {
    concurrency: 2,
    requestsPerSecond: 0.25,
    bytesPerSecond: 1_234_567,
    schedule: { enabled: true, from: '21:30', to: '05:00', days: [1, 2, 5] },
    filesPerRequest: 4,
    maxAttempts: 3,
    backoffBaseMs: 1_500,
    backoffMaxMs: 60_000,
  },
})

describe('settings in their fields', () => {
  it('come back as they were, with what has no field', () => {
    expect(settingsOf(formOf(settings), settings)).toEqual(settings)
  })

  it('count as unchanged until a field changes', () => {
    const form = formOf(settings)
    expect(form).toEqual(formOf(settings))
    form.numbers['intake.quietMs'] = '0.6'
    expect(settingsOf(form, settings).intake.quietMs).toBe(600)
  })

  it('lose the spaces and the slash that a copied address brings along', () => {
    const form = formOf(settings)
    form.connection.baseUrl = ' https://api.unit21.com/v1/ '
    form.connection.organisation = ' arcadia-bank\n'
    const { connection } = settingsOf(form, settings)
    expect([connection.baseUrl, connection.organisation]).toEqual([
      'https://api.unit21.com/v1',
      'arcadia-bank',
    ])
  })

  it('keep the address of a proxy while another way is chosen, and do not store it', () => {
    const form = formOf(settings)
    form.connection.proxy.kind = 'none'
    expect(settingsOf(form, settings).connection.proxy).toBe('none')
    form.connection.proxy.kind = 'address'
    expect(settingsOf(form, settings).connection.proxy).toBe('http://proxy.example:3128')
  })

  it.each([
    [' proxy.example:3128 ', 'http://proxy.example:3128'],
    ['https://proxy.example', 'https://proxy.example'],
    ['  ', ''],
  ])('read %j as a proxy', (address, proxy) => {
    const form = formOf(settings)
    form.connection.proxy = { kind: 'address', address }
    expect(settingsOf(form, settings).connection.proxy).toBe(proxy)
  })

  it('take kilobytes for the bandwidth, and minutes for what is still being written', () => {
    const form = formOf(settings)
    expect(form.numbers['upload.bytesPerSecond']).toBe('1234.567')
    form.numbers['upload.bytesPerSecond'] = '2500'
    form.numbers['intake.neverQuietMs'] = '0,5'
    const { upload, intake } = settingsOf(form, settings)
    expect([upload.bytesPerSecond, intake.neverQuietMs]).toEqual([2_500_000, 30_000])
  })

  it('name the days of the schedule in the order of the week', () => {
    const form = formOf(settings)
    form.schedule.days = [5, 0, 2]
    expect(settingsOf(form, settings).upload.schedule.days).toEqual([0, 2, 5])
    expect(settings.upload.schedule.days).toEqual([1, 2, 5])
  })

  it('leave out empty lines', () => {
    const form = formOf(settings)
    form.ignore = '\n *.bak \n\n'
    expect(settingsOf(form, settings).intake.ignore).toEqual(['*.bak'])
  })
})

describe('a number that was typed', () => {
  it.each([
    ['2', 1_000, 2_000],
    [' 0,5 ', 1_000, 500],
    ['0.1', 1_000, 100],
    ['2.5', 1, 2.5],
    ['-3', 1, -3],
  ])('reads %j in units of %i as %d', (text, unit, stored) => {
    expect(numberOf(text, unit)).toBe(stored)
  })

  it.each(['', 'abc', '1e3', '1.', '2 3', '0x10', 'Infinity'])('does not take %j for a number', (text) => {
    expect(numberOf(text, 1)).toBeNaN()
  })

  it('is shown without a tail of digits', () => {
    expect(textOf(100, 1_000)).toBe('0.1')
    expect(textOf(90_000, 60_000)).toBe('1.5')
    expect(textOf(100_000, 60_000)).toBe('1.667')
  })
})
