import { describe, expect, it } from 'vitest'
import { parsePreviewRequest } from '../../../electron/main/preview-request.ts'

const sha256 = 'ab'.repeat(32)
const parse = (address: string) => parsePreviewRequest(new URL(address, 'app://intray'))

describe('an address of a preview', () => {
  it.each([
    ['/preview/7', { itemId: 7 }],
    ['/preview/7?v=0a1b2c3d', { itemId: 7 }],
    ['/preview/7?v=0a1b2c3d&page=3', { itemId: 7, page: 3 }],
    [`/preview/7?repair=${sha256}`, { itemId: 7, repairSha256: sha256 }],
    [`/preview/7?repair=${sha256}&page=2`, { itemId: 7, repairSha256: sha256, page: 2 }],
  ])('asks for %s', (address, wanted) => {
    expect(parse(address)).toEqual(wanted)
  })

  it.each([
    '/preview/7?page=0',
    '/preview/7?page=-1',
    '/preview/7?page=1.5',
    '/preview/7?page=1e2',
    '/preview/7?page=0x2',
    '/preview/7?page=10001',
    '/preview/7?page=',
    '/preview/7?page=1&page=2',
    '/preview/7?repair=abc',
    `/preview/7?repair=${sha256.toUpperCase()}`,
    '/preview/7?repair=..%2f..%2fetc',
    '/preview/7?path=/etc/passwd',
  ])('is refused as %s', (address) => {
    expect(parse(address)).toBe('refused')
  })

  it.each([
    '/',
    '/preview/',
    '/preview/0',
    '/preview/01',
    '/preview/1e3',
    '/preview/7/x',
    '/assets/preview/7',
  ])('is not %s', (address) => {
    expect(parse(address)).toBeNull()
  })
})
