import { expect, it } from 'vitest'
import { conflictsOf } from '../../../renderer/keys/keys-in-force.ts'
import { historyKeys } from '../../../renderer/keys/history-keys.ts'
import { problemKeys } from '../../../renderer/keys/problem-keys.ts'
import { reviewKeys } from '../../../renderer/keys/review-keys.ts'
import { messages } from '../../../renderer/messages/current.ts'
import { previewKeys } from '../../../renderer/preview/keys.ts'

it.each([
  ['review', reviewKeys],
  ['problems', problemKeys],
  ['history', historyKeys],
])('shares no key with the %s view', (_, viewKeys) => {
  expect(conflictsOf([...viewKeys, ...previewKeys])).toEqual([])
})

it('leaves the keys of lists and dialogs alone', () => {
  const taken = ['Enter', 'Escape', 'Home', 'End', ' ', '?', 'Tab', 'ArrowUp', 'ArrowDown']
  const keys = previewKeys.flatMap((binding) => [...binding.keys])
  expect(keys.filter((key) => taken.includes(key))).toEqual([])
})

it('has a name for each command', () => {
  expect(Object.keys(messages.preview.commands).toSorted()).toEqual(
    previewKeys.map(({ command }) => command).toSorted(),
  )
})
