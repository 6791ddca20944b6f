import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../electron/engine/sandbox/refusal.ts'
import { matchRoute } from '../../../electron/engine/sandbox/router.ts'

describe('the router', () => {
  it('finds the two calls, with or without a query', () => {
    expect(matchRoute('PUT', '/v1/acme/entities/a-1/link-media')).toEqual({
      action: 'link_media',
      organisation: 'acme',
      entityId: 'a-1',
    })
    expect(matchRoute('GET', '/v1/acme/entities/a%2F1?x=/y')).toEqual({
      action: 'read_entity',
      organisation: 'acme',
      entityId: 'a/1',
    })
  })

  it.each([
    ['GET', '/', 404],
    ['GET', '', 404],
    ['GET', '/v2/acme/entities/a', 404],
    ['GET', '/v1/acme/entities/', 404],
    ['GET', '/v1//entities/a', 404],
    ['GET', '/v1/acme/entities/a/b', 404],
    ['GET', '/v1/acme/entities/a/', 404],
    ['PUT', '/v1/acme/entities/a/link-media/', 404],
    ['GET', 'http://127.0.0.1/v1/acme/entities/a', 404],
    ['GET', '/v1/acme/entities/a/link-media', 405],
    ['PUT', '/v1/acme/entities/a', 405],
  ])('answers %s %s with %i', (method, target, status) => {
    const route = matchRoute(method, target)
    expect(route instanceof Refusal && route.status).toBe(status)
  })

  it('gives back any text that was percent-encoded, and never fails on any other target', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }).filter(isWellFormed), (text) => {
        const route = matchRoute('GET', `/v1/acme/entities/${encodeURIComponent(text)}`)
        expect(route).toMatchObject({ entityId: text })
        matchRoute('GET', `/v1/acme/entities/${text}`)
      }),
    )
  })
})

function isWellFormed(text: string): boolean {
  return text.isWellFormed()
}
