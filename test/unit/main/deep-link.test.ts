import { describe, expect, it } from 'vitest'
import { itemLinkIn, parseItemLink } from '../../../electron/main/deep-link.ts'

describe('an address of an item', () => {
  it('leads to its number', () => {
    expect(parseItemLink('intray://item/123')).toBe(123)
    // Systems add a slash, and write schemes as they like.
    expect(parseItemLink('INTRAY://item/7/')).toBe(7)
  })

  it.each([
    'intray://item/0',
    'intray://item/01',
    'intray://item/-1',
    'intray://item/1e3',
    'intray://item/1?x=2',
    'intray://item/1#x',
    'intray://item/../1',
    'intray://item/1/2',
    'intray://item/9999999999999999',
    'intray://item/',
    'intray://settings/1',
    'intray:item/1',
    'https://item/1',
    ' intray://item/1',
    'intray://item/1\n--no-sandbox',
    '',
  ])('is nothing else: %j', (text) => {
    expect(parseItemLink(text)).toBeUndefined()
  })

  it('is found on a command line', () => {
    expect(itemLinkIn(['/usr/bin/intray', '--data-dir=/x', 'intray://item/5'])).toBe(5)
    expect(itemLinkIn(['/usr/bin/intray', '--data-dir=/x'])).toBeUndefined()
  })
})
