import { beforeEach, describe, expect, it } from 'vitest'
import { preferencesSchema } from '../../../electron/shared/preferences.ts'
import { KeyEditing } from '../../../renderer/keys/key-editing.svelte.ts'
import { keyBook, placesOf } from '../../../renderer/keys/key-book.ts'
import { conflictsOf } from '../../../renderer/keys/keys-in-force.ts'
import { bindingsOf } from '../../../renderer/keys/own-keys.ts'
import { viewOfKey } from '../../../renderer/keys/window-keys.ts'
import { preferences } from '../../../renderer/state/preferences.svelte.ts'
import { bridgeWindow } from './window-bridge.ts'

beforeEach(async () => {
  bridgeWindow({ 'preferences.save': ({ preferences: saved }) => preferencesSchema.parse(saved) })
  await preferences.change({ keys: {} })
})

describe('a key that another command has', () => {
  it('is taken from every view in which it would give two commands', async () => {
    const editing = new KeyEditing()
    editing.begin({ place: 'picture', command: 'loupe' }, false)
    await editing.press('a')
    expect(editing.refusal).toEqual({
      kind: 'taken',
      key: 'a',
      owners: [
        { place: 'review', command: 'approve' },
        { place: 'problems', command: 'approve' },
      ],
    })
    await editing.takeOver()
    for (const view of ['review', 'problems'] as const) {
      const all = placesOf[view].flatMap((place) => bindingsOf(place, keyBook[place].bindings))
      expect(conflictsOf(all)).toEqual([])
      expect(all.filter(({ keys }) => keys.includes('a')).map(({ command }) => command)).toEqual(['loupe'])
    }
  })

  it('may be another key of the same command', async () => {
    const editing = new KeyEditing()
    editing.begin({ place: 'review', command: 'approve' }, true)
    await editing.press('Enter')
    expect(editing.refusal).toBeNull()
  })
})

describe('the digits that lead to views', () => {
  const pressed = (key: string, code: string) => ({
    key,
    code,
    ctrlKey: true,
    metaKey: false,
    altKey: false,
    shiftKey: false,
  })

  it.each([
    ['2', 'Digit2', 'problems'],
    ['2', 'Numpad2', 'problems'],
    // A French keyboard gives these without Shift.
    ['&', 'Digit1', 'review'],
    ['é', 'Digit2', 'problems'],
    ['"', 'Digit3', 'uploads'],
    ['a', 'KeyQ', undefined],
    ['0', 'Digit0', undefined],
    ['à', 'Digit0', undefined],
  ])('are %s on %s', (key, code, view) => {
    expect(viewOfKey(pressed(key, code))).toBe(view)
  })
})
