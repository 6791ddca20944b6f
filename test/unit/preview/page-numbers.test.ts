import { expect, it } from 'vitest'
import { isNear, isOtherPage, pageAhead } from '../../../renderer/preview/pages/page-numbers.ts'

it('goes to pages that exist and are not shown yet', () => {
  expect([0, 1, 2, 3, 4, 1.5].map((page) => isOtherPage(page, 2, 3))).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
  ])
})

it('keeps the pages beside the present one drawn, and no others', () => {
  expect([1, 2, 3, 4, 5].filter((page) => isNear(page, 3))).toEqual([2, 3, 4])
})

it('draws the next page ahead until the last', () => {
  expect([1, 2, 3].map((page) => pageAhead(page, 3))).toEqual([2, 3, null])
  expect(pageAhead(1, 1)).toBeNull()
})
