import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openErrorLog } from '../../../electron/main/error-log.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('the shell’s log', () => {
  it('holds what happened, when, and the stack, for this user only', () => {
    const folder = join(temporaryFolder(), 'logs')
    openErrorLog(folder, () => new Date('2026-11-23T10:00:00Z')).write('call_failed', new Error('broken'))
    const file = join(folder, 'main-2026-11-23.log')
    const line: unknown = JSON.parse(readFileSync(file, 'utf8'))
    expect(line).toMatchObject({ time: '2026-11-23T10:00:00.000Z', event: 'call_failed' })
    expect(line).toHaveProperty('error', expect.stringMatching(/^Error: broken\n\s+at /))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('begins a file each day and keeps fourteen', () => {
    const folder = temporaryFolder()
    let day = 0
    const log = openErrorLog(folder, () => new Date(Date.UTC(2026, 0, day)))
    for (day = 1; day <= 20; day += 1) log.write('again', 'x')
    expect(readdirSync(folder).sort()).toHaveLength(14)
    expect(readdirSync(folder).sort().at(0)).toBe('main-2026-01-07.log')
  })
})
