import { describe, expect, it } from 'vitest'
import {
  entityId,
  keyHeader,
  putForm,
  putScan,
  readEntity,
  runSandbox,
  scanBytes,
} from './running-sandbox.ts'

const part = { key: 'scan', file: { name: 'a.jpg', bytes: scanBytes } }

describe('the key', () => {
  const keys = [
    { key: 'full' },
    { key: 'elsewhere', environment: 'production' },
    { key: 'reader', scopes: ['read_entity' as const] },
  ]

  it.each([
    ['no key', undefined, 401, 'unauthorized'],
    ['an empty key', '', 401, 'unauthorized'],
    ['a wrong key', 'fuller', 401, 'unauthorized'],
    ['a key of another environment', 'elsewhere', 401, 'unauthorized'],
    ['a key without the scope', 'reader', 403, 'forbidden'],
  ])('%s is refused', async (_what, key, status, errorCode) => {
    const sandbox = await runSandbox({ keys })
    const headers: Record<string, string> = key === undefined ? {} : { 'u21-key': key }
    const response = await putForm(sandbox, [part], { headers })
    expect(response.status).toBe(status)
    const body = await response.text()
    expect(body).toContain(errorCode)
    if (key) expect(body).not.toContain(key)
    expect(sandbox.mediaCount()).toBe(0)
  })

  it('opens what its scopes name', async () => {
    const sandbox = await runSandbox({ keys })
    expect((await putForm(sandbox, [part], { headers: { 'u21-key': 'full' } })).status).toBe(200)
    expect((await fetch(sandbox.entityUrl(entityId), { headers: { 'u21-key': 'reader' } })).status).toBe(200)
  })
})

describe('the path', () => {
  it('answers another organisation with 404, or as switched', async () => {
    for (const status of [404, 403, 401] as const) {
      const sandbox = await runSandbox({ wrongOrganisationStatus: status, organisation: 'acme' })
      const url = sandbox.entityUrl(entityId).replace('/acme/', '/other/')
      expect((await fetch(url, { headers: keyHeader })).status).toBe(status)
    }
  })

  it('answers an unknown path with 404 and another method with 405', async () => {
    const sandbox = await runSandbox()
    const ask = async (url: string, method: string): Promise<number> =>
      (await fetch(url, { method, headers: keyHeader })).status
    expect(await ask(`${sandbox.baseUrl}/practice/events/e-1/link-media`, 'PUT')).toBe(404)
    expect(await ask(sandbox.baseUrl.replace('/v1', '/'), 'GET')).toBe(404)
    expect(await ask(`${sandbox.linkMediaUrl(entityId)}/more`, 'PUT')).toBe(404)
    expect(await ask(sandbox.linkMediaUrl(entityId), 'POST')).toBe(405)
    expect(await ask(sandbox.entityUrl(entityId), 'DELETE')).toBe(405)
  })

  it.each([
    ['a character outside the alphabet', 'a%20b'],
    ['a letter outside ASCII', '%C3%A9'],
    ['more than 128 characters', 'x'.repeat(129)],
    ['\\u0000', 'a%00'],
    ['a malformed percent sign', 'a%zz'],
    ['bytes that are not UTF-8', '%FF'],
  ])('refuses an entity id with %s', async (_what, segment) => {
    const sandbox = await runSandbox({ createUnknownEntities: true })
    const response = await fetch(`${sandbox.baseUrl}/practice/entities/${segment}`, { headers: keyHeader })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error_code: 'invalid_input' })
    expect(sandbox.entities()).toEqual([entityId])
  })
})

describe('an entity', () => {
  it('that is unknown is a 404 for both calls', async () => {
    const sandbox = await runSandbox()
    const response = await putScan(sandbox, 'a.jpg', 'nobody')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      error_code: 'resource_not_found',
      message: 'There is no entity of this id.',
    })
    expect((await readEntity(sandbox, 'nobody')).status).toBe(404)
  })

  it('that is a placeholder cannot be updated: 404, or 409 by switch; the look-up never finds it', async () => {
    for (const status of [404, 409] as const) {
      const sandbox = await runSandbox({ placeholders: ['shadow'], placeholderStatus: status })
      expect((await putScan(sandbox, 'a.jpg', 'shadow')).status).toBe(status)
      expect((await readEntity(sandbox, 'shadow')).status).toBe(404)
      sandbox.addEntity('shadow')
      expect((await putScan(sandbox, 'a.jpg', 'shadow')).status).toBe(200)
    }
  })

  it('is created at its first request in practice, save for the listed ones', async () => {
    const sandbox = await runSandbox({
      createUnknownEntities: true,
      unknownEntities: ['nobody'],
      placeholders: ['shadow'],
    })
    sandbox.addUnknown('left')
    expect((await putScan(sandbox, 'a.jpg', 'newcomer')).status).toBe(200)
    expect((await readEntity(sandbox, 'looked-at')).status).toBe(200)
    for (const id of ['nobody', 'shadow', 'left'])
      expect((await putScan(sandbox, 'a.jpg', id)).status).toBe(404)
    expect(sandbox.entities()).toEqual([entityId, 'newcomer', 'looked-at'])
  })

  it('can be added while the simulator runs', async () => {
    const sandbox = await runSandbox()
    sandbox.addEntity('late')
    sandbox.addPlaceholder('shadow')
    expect((await putScan(sandbox, 'a.jpg', 'late')).status).toBe(200)
    expect((await putScan(sandbox, 'a.jpg', 'shadow')).status).toBe(404)
  })
})

describe('the form of a refusal', () => {
  it.each([
    ['full', /^\{"error_code":"resource_not_found","message":".+"\}$/, 'application/json'],
    ['without_message', /^\{"error_code":"resource_not_found"\}$/, 'application/json'],
    ['empty', /^$/, null],
    ['load_balancer_html', /^<html>[^]*404[^]*<\/html>\r\n$/, 'text/html; charset=utf-8'],
  ] as const)('is switched to %s', async (errorBody, body, contentType) => {
    const sandbox = await runSandbox({ errorBody })
    const response = await readEntity(sandbox, 'nobody')
    expect(response.status).toBe(404)
    expect(await response.text()).toMatch(body)
    expect(response.headers.get('content-type')).toBe(contentType)
  })
})
