import { describe, expect, it } from 'vitest'
import { noticeLook } from '../../../../electron/main/presence/notice-words.ts'
import { trayLook } from '../../../../electron/main/presence/tray-look.ts'
import { shellWords } from '../../../../electron/main/words/words.ts'
import { someStatus } from './some-status.ts'

const { en, de } = shellWords

describe('the tray', () => {
  it('shows what waits, and leads there', () => {
    const look = trayLook(someStatus({ awaiting_review: 3, failed: 1, uploading: 1_200 }), en)
    expect(look.items).toMatchObject([
      { kind: 'open' },
      { kind: 'separator' },
      { kind: 'view', view: 'review', label: '3 files to review' },
      { kind: 'view', view: 'problems', label: '1 file with a problem' },
      { kind: 'view', view: 'uploads', label: '1,200 files on the way' },
      { kind: 'separator' },
      { kind: 'pause', label: 'Pause uploads' },
      { kind: 'separator' },
      { kind: 'quit' },
    ])
    expect(look.tooltip).toContain('3 files to review')
    expect(look.title).toBe('4')
  })

  it('says when there is nothing to do', () => {
    const look = trayLook(someStatus({ uploaded: 9 }), en)
    expect(look.items).toContainEqual({ kind: 'words', label: 'Nothing to do' })
    expect(look.title).toBe('')
  })

  it.each([
    ['running', 'pause', ''],
    ['scheduled', 'pause', ''],
    ['paused_by_person', 'resume', 'Uploads paused'],
    ['stopped', 'resume', 'Uploads stopped'],
  ] as const)('offers for a lane that is %s to %s', (state, kind, words) => {
    const look = trayLook(someStatus({}, { state }), en)
    expect(look.items.filter((item) => item.kind === 'pause' || item.kind === 'resume')).toMatchObject([
      { kind },
    ])
    expect(look.tooltip).toContain(words)
  })

  it('can be opened and ended while the engine is away', () => {
    expect(trayLook(null, en).items.map(({ kind }) => kind)).toEqual(['open', 'separator', 'quit'])
  })

  it('speaks the chosen language', () => {
    const look = trayLook(someStatus({ awaiting_review: 1, needs_attention: 2 }), de)
    expect(look.tooltip).toContain('1 Datei zu prüfen')
    expect(look.tooltip).toContain('2 Dateien mit einem Problem')
  })
})

describe('a notification', () => {
  it('says what happened and where more stands', () => {
    expect(noticeLook({ kind: 'problems', count: 12 }, en)).toMatchObject({
      title: '12 files need attention',
      view: 'problems',
    })
    expect(noticeLook({ kind: 'problems', count: 1 }, de).title).toBe('1 Datei braucht Aufmerksamkeit')
    const stopped = { kind: 'uploads_stopped', failure: { code: 'disk_full', detail: '/secret' } } as const
    expect(noticeLook(stopped, en)).toMatchObject({ title: 'Uploads stopped', view: 'uploads' })
    expect(noticeLook(stopped, en).body).not.toContain('/secret')
    expect(noticeLook({ kind: 'uploads_resumed' }, en).view).toBe('uploads')
    expect(noticeLook({ kind: 'finished', count: 3 }, en).body).toBe('3 files sent.')
  })
})
