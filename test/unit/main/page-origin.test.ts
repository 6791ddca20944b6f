import { describe, expect, it } from 'vitest'
import { isOwnOrigin, isOwnPage } from '../../../electron/main/page-origin.ts'

describe('the window’s own page', () => {
  it.each(['app://intray/', 'app://intray/index.html', 'app://intray/?view=history#top'])(
    'is %s',
    (address) => {
      expect(isOwnPage(address)).toBe(true)
    },
  )

  it.each([
    'app://intray/preview/1',
    'app://intray/assets/main.js',
    'app://other/',
    'app://intray.example/',
    'app://user@intray/',
    'https://intray/',
    'file:///index.html',
    'data:text/html,hello',
    'about:blank',
    'intray',
    '',
  ])('is not %s', (address) => {
    expect(isOwnPage(address)).toBe(false)
  })

  it('shares its origin with its files and previews, and with nothing else', () => {
    expect(isOwnOrigin('app://intray/preview/1')).toBe(true)
    expect(isOwnOrigin('app://other/preview/1')).toBe(false)
    expect(isOwnOrigin('app://intray:1/preview/1')).toBe(false)
  })
})
