import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entityUrl, linkMediaUrl } from '../../../electron/engine/upload/endpoint-url.ts'
import { IntrayError } from '../../../electron/shared/error-codes.ts'

const address = { baseUrl: 'https://api.unit21.com/v1', organisation: 'acme' }

function codeOf(build: () => unknown): string {
  try {
    build()
  } catch (error) {
    if (error instanceof IntrayError) return error.code
    throw error
  }
  return 'none'
}

describe('the address of an upload', () => {
  it('has the endpoint’s form', () => {
    expect(linkMediaUrl(address, 'C-1')).toEqual({
      origin: 'https://api.unit21.com',
      path: '/v1/acme/entities/C-1/link-media',
      href: 'https://api.unit21.com/v1/acme/entities/C-1/link-media',
    })
    expect(entityUrl(address, 'C-1').path).toBe('/v1/acme/entities/C-1')
  })

  it('takes a base URL with a slash at its end, a port or a longer path', () => {
    for (const [baseUrl, href] of [
      ['https://api.unit21.com/v1/', 'https://api.unit21.com/v1/acme/entities/x'],
      ['http://127.0.0.1:8080/v1', 'http://127.0.0.1:8080/v1/acme/entities/x'],
      ['https://gateway.example.org/unit21/v1//', 'https://gateway.example.org/unit21/v1/acme/entities/x'],
    ] as const) {
      expect(entityUrl({ ...address, baseUrl }, 'x').href).toBe(href)
    }
  })

  it('percent-encodes everything that means something in a URL', () => {
    expect(entityUrl(address, "a/b?c#d%e&f=g+h:i@j!k$l*m^n`o{p'q").path).toBe(
      '/v1/acme/entities/a%2Fb%3Fc%23d%25e%26f%3Dg%2Bh%3Ai%40j%21k%24l%2Am%5En%60o%7Bp%27q',
    )
  })

  it('brings every id of the alphabet through a URL parser unchanged, or refuses it', () => {
    const ids = fc.stringMatching(/^[a-zA-Z0-9\-_:.@!#$%&*+/=?^`{']{1,128}$/)
    fc.assert(
      fc.property(fc.oneof(ids, fc.stringMatching(/^[./]{1,6}$/)), (entityId) => {
        const code = codeOf(() => linkMediaUrl(address, entityId))
        const hasDotSegment = entityId.split('/').some((part) => part === '.' || part === '..')
        expect(code).toBe(hasDotSegment ? 'entity_id_unsafe' : 'none')
        if (hasDotSegment) return
        const parsed = new URL(linkMediaUrl(address, entityId).href)
        const segments = parsed.pathname.split('/')
        expect(segments).toHaveLength(6)
        expect(decodeURIComponent(segments[4] ?? '')).toBe(entityId)
        expect(parsed.search + parsed.hash).toBe('')
      }),
    )
  })

  it('refuses dot segments because encoding would not save them', () => {
    expect(new URL('https://api.unit21.com/v1/acme/entities/%2E%2E/link-media').pathname).toBe(
      '/v1/acme/link-media',
    )
    for (const entityId of ['.', '..', '../x', 'x/..', 'x/./y']) {
      expect(codeOf(() => linkMediaUrl(address, entityId))).toBe('entity_id_unsafe')
    }
  })

  it('refuses a wrong organisation or base URL', () => {
    for (const wrong of [
      { organisation: '' },
      { organisation: '.' },
      { organisation: '..' },
      { organisation: 'a/b' },
      { baseUrl: 'http://api.unit21.com/v1' },
      { baseUrl: 'https://api.unit21.com/v1?x=1' },
      { baseUrl: 'https://user:pass@api.unit21.com/v1' },
      { baseUrl: '' },
    ]) {
      expect(codeOf(() => linkMediaUrl({ ...address, ...wrong }, 'C-1'))).toBe('settings_invalid')
    }
  })
})
