import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

/** The modules of a window that the shell has speak German. */
async function openGermanWindow() {
  vi.stubGlobal('window', { intray: { language: 'de' } })
  vi.stubGlobal('navigator', { languages: ['en-GB', 'de-DE'], userAgent: 'X11; Linux' })
  vi.resetModules()
  return {
    ...(await import('../../../renderer/format/number.ts')),
    ...(await import('../../../renderer/format/time.ts')),
    ...(await import('../../../renderer/item/media-type-name.ts')),
    ...(await import('../../../renderer/item/reject-reasons.ts')),
    ...(await import('../../../renderer/keys/bindings.ts')),
    ...(await import('../../../renderer/keys/window-keys.ts')),
    ...(await import('../../../renderer/messages/current.ts')),
    ...(await import('../../../renderer/problems/cause.ts')),
  }
}

describe('a window that speaks German', () => {
  let german: Awaited<ReturnType<typeof openGermanWindow>>

  beforeAll(async () => {
    german = await openGermanWindow()
  })

  afterAll(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  it('has its texts, states and causes in German', () => {
    expect(german.messages.words.cancel).toBe('Abbrechen')
    expect(german.messages.states.awaiting_review).toBe('Wartet auf Prüfung')
    expect(german.causeWords({ kind: 'finding', code: 'empty_file' }).title).toBe('Die Datei ist leer')
    expect(german.causeWords({ kind: 'failure', code: 'key_missing' }).title).toBe(
      'Es gibt noch keinen API-Schlüssel.',
    )
  })

  it('writes figures and times as Germans do', () => {
    expect(german.formatCount(12_345)).toBe('12.345')
    expect(german.formatBytes(1_500_000_000)).toBe('1,5 GB')
    expect(german.formatDuration(2_300)).toBe('2,3 s')
    expect(german.formatDuration(200_000_000)).toBe('2 Tg. 7 h')
    expect(german.formatMonth('2026-03')).toBe('März 2026')
    expect(german.formatLongDay('2026-11-05')).toBe('5. Nov. 2026')
  })

  it('names media types in German, and leaves those of the house as they are', () => {
    expect(german.mediaTypeName('IMAGE_PASSPORT_FRONT')).toBe('Reisepass vorn')
    expect(german.mediaTypeName('BRANCH_FORM')).toBe('Branch form')
  })

  it('names keys as German keyboards do', () => {
    expect(['PageDown', 'Home', ' ', 'Enter', 'a'].map((key) => german.keyName(key))).toEqual([
      'Bild ↓',
      'Pos1',
      'Leertaste',
      'Eingabe',
      'A',
    ])
    expect(german.windowModifier).toBe('Strg')
  })

  it('shows a shipped reason for a rejection in German and keeps it as it was shipped', () => {
    expect(german.rejectReasons()).toContain('Falsches Dokument')
    expect(german.keptReason(german.shownReason('Wrong document'))).toBe('Wrong document')
  })

  it('leaves a reason of the house as it is', () => {
    expect(german.shownReason('Stempel fehlt')).toBe('Stempel fehlt')
    expect(german.keptReason('Stempel fehlt')).toBe('Stempel fehlt')
  })
})
