import { beforeEach, expect, it } from 'vitest'
import { toasts } from '../../../renderer/state/toasts.svelte.ts'

beforeEach(() => {
  for (const { id } of toasts.list) toasts.dismiss(id)
})

const titles = () => toasts.list.map(({ title }) => title)

it('keeps what stays until it is dismissed, however many others come', () => {
  toasts.show({ tone: 'success', title: '37 approved, 2 held', shownForMs: null })
  for (const count of [1, 2, 3, 4, 5]) toasts.show({ tone: 'success', title: `passing ${count}` })
  expect(titles()).toEqual(['37 approved, 2 held', 'passing 3', 'passing 4', 'passing 5'])
})

it('always shows the newest beside what stays', () => {
  for (const count of [1, 2, 3, 4, 5]) toasts.show({ tone: 'danger', title: `failed ${count}` })
  toasts.show({ tone: 'success', title: 'passing' })
  expect(titles()).toEqual(['failed 1', 'failed 2', 'failed 3', 'failed 4', 'failed 5', 'passing'])
})
