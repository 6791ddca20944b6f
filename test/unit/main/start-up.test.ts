import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageHeaders } from '../../../electron/main/content-security-policy.ts'
import { findDataDir } from '../../../electron/main/paths.ts'
import { isScreenMissing } from '../../../electron/main/screen-check.ts'

describe('the screen', () => {
  it('is missing only on a Linux without a display', () => {
    expect(isScreenMissing('linux', {}, [])).toBe(true)
    expect(isScreenMissing('linux', { DISPLAY: '' }, [])).toBe(true)
    expect(isScreenMissing('linux', { DISPLAY: ':0' }, [])).toBe(false)
    expect(isScreenMissing('linux', { WAYLAND_DISPLAY: 'wayland-0' }, [])).toBe(false)
    expect(isScreenMissing('linux', {}, ['--ozone-platform=headless'])).toBe(false)
    expect(isScreenMissing('darwin', {}, [])).toBe(false)
    expect(isScreenMissing('win32', {}, [])).toBe(false)
  })
})

describe('the data folder', () => {
  it('is the one that is named, by argument before environment', () => {
    const environment = { INTRAY_DATA_DIR: '/from/environment' }
    expect(findDataDir(['intray', '--data-dir=data'], environment)).toBe(resolve('data'))
    expect(findDataDir(['intray'], environment)).toBe(resolve('/from/environment'))
    expect(findDataDir(['intray', '--data-dir='], {})).toBeUndefined()
  })
})

describe('the page’s policy', () => {
  it('allows nothing inline and no other origin', () => {
    const policy = pageHeaders['Content-Security-Policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-|https?:|\*/)
  })
})
