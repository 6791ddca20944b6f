import { describe, expect, it } from 'vitest'
import { resolveLanguage } from '../../../electron/main/language.ts'

describe('the language', () => {
  it('is the chosen one, whatever the system speaks', () => {
    expect(resolveLanguage('en', ['de-DE'])).toBe('en')
    expect(resolveLanguage('de', ['en-GB'])).toBe('de')
  })

  it('is else the first of the system’s that Intray speaks', () => {
    expect(resolveLanguage('system', ['de-AT', 'en'])).toBe('de')
    expect(resolveLanguage('system', ['fr-FR', 'DE_de', 'en-US'])).toBe('de')
    expect(resolveLanguage('system', ['en-US', 'de'])).toBe('en')
  })

  it('is English where none fits', () => {
    expect(resolveLanguage('system', ['fr', 'den'])).toBe('en')
    expect(resolveLanguage('system', [])).toBe('en')
  })
})
