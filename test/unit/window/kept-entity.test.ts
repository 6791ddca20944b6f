import { afterEach, expect, it } from 'vitest'
import { drafts } from '../../../renderer/item/drafts.svelte.ts'
import { keptEntity } from '../../../renderer/item/kept-entity.svelte.ts'
import { sampleItem } from '../../support/sample-item.ts'

const first = sampleItem({ id: 1, entityId: 'cust-1' })
const second = sampleItem({ id: 2, entityId: 'cust-2' })
const third = sampleItem({ id: 3, entityId: 'cust-3' })

afterEach(() => {
  keptEntity.release()
  for (const item of [first, second, third]) drafts.clear(item)
})

it('fills what was typed into the next files, where everybody sees it', () => {
  drafts.setEntityId(first, ' acme-7 ')
  keptEntity.keepOf(first)
  keptEntity.fill(second)
  expect(drafts.entityIdOf(second)).toBe('acme-7')
  expect(keptEntity.replacedIn(second)).toBe('cust-2')
})

it('fills each file once: what a person makes of it stays', () => {
  drafts.setEntityId(first, 'acme-7')
  keptEntity.keepOf(first)
  keptEntity.fill(second)
  drafts.clearEntityId(second)
  keptEntity.fill(second)
  expect(drafts.entityIdOf(second)).toBe('cust-2')
  expect(keptEntity.replacedIn(second)).toBeNull()
})

it('ends when it is released, and keeps nothing that is empty', () => {
  keptEntity.keepOf(first)
  keptEntity.toggle(first)
  keptEntity.fill(third)
  expect(drafts.isChanged(third)).toBe(false)
  keptEntity.keepOf(sampleItem({ id: 9, entityId: null }))
  expect(keptEntity.value).toBeNull()
})

it('leaves what was typed for a file before', () => {
  drafts.setEntityId(second, 'typed-2')
  drafts.setEntityId(first, 'acme-7')
  keptEntity.keepOf(first)
  keptEntity.fill(second)
  expect(drafts.entityIdOf(second)).toBe('typed-2')
})

it('goes from files that were only passed by when it is released, and stays in the one in hand', () => {
  drafts.setEntityId(first, 'acme-7')
  keptEntity.keepOf(first)
  keptEntity.fill(second)
  keptEntity.fill(third)
  keptEntity.toggle(third)
  expect(drafts.entityIdOf(first)).toBe('acme-7')
  expect(drafts.entityIdOf(second)).toBe('cust-2')
  expect(drafts.entityIdOf(third)).toBe('acme-7')
})

it('leaves what a person made of a filled entity when it is released', () => {
  drafts.setEntityId(first, 'acme-7')
  keptEntity.keepOf(first)
  keptEntity.fill(second)
  drafts.setEntityId(second, 'acme-8')
  keptEntity.release(third)
  expect(drafts.entityIdOf(second)).toBe('acme-8')
})
