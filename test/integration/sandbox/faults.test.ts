import { describe, expect, it } from 'vitest'
import { manualClock } from './manual-clock.ts'
import { entityId, putForm, putScan, readEntity, runSandbox, whenSettled } from './running-sandbox.ts'

/** Rejects, as fetch does, where the connection is cut. */
const lost = { name: 'TypeError' }

describe('a scripted fault', () => {
  it('refuses with any status, body and header, once', async () => {
    const sandbox = await runSandbox()
    sandbox.faults.next([
      { kind: 'refuse', status: 423 },
      { kind: 'refuse', status: 500, errorCode: 'oops', message: 'So it goes.' },
      {
        kind: 'refuse',
        status: 503,
        body: '<html>',
        headers: { 'Content-Type': 'text/html' },
        retryAfterSeconds: 7,
      },
    ])
    const locked = await putScan(sandbox)
    expect([locked.status, await locked.json()]).toMatchObject([423, { error_code: 'locked' }])
    const failed = await putScan(sandbox)
    expect([failed.status, await failed.json()]).toEqual([
      500,
      { error_code: 'oops', message: 'So it goes.' },
    ])
    const away = await putScan(sandbox)
    expect([away.status, await away.text()]).toEqual([503, '<html>'])
    expect(away.headers.get('content-type')).toBe('text/html')
    expect(away.headers.get('retry-after')).toBe('7')
    expect((await putScan(sandbox)).status).toBe(200)
    expect(sandbox.mediaCount()).toBe(1)
    expect(sandbox.requests()).toMatchObject({
      total: 4,
      answered: 4,
      byFault: { refuse: 3 },
      storedMedia: 1,
    })
  })

  it('refuses with 429 and the headers of the rate', async () => {
    const sandbox = await runSandbox()
    sandbox.faults.next([{ kind: 'refuse', status: 429, retryAfterSeconds: 1 }])
    const response = await putScan(sandbox)
    expect(response.headers.get('x-ratelimit-limit')).toBe('200')
    expect(response.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(Number(response.headers.get('x-ratelimit-reset'))).toBeGreaterThan(1_700_000_000)
    expect(response.headers.get('retry-after')).toBe('1')
  })

  it('refuses although the media were stored', async () => {
    const sandbox = await runSandbox()
    sandbox.faults.next([{ kind: 'refuse', status: 504, stored: true }])
    expect((await putScan(sandbox)).status).toBe(504)
    expect(sandbox.media(entityId)).toHaveLength(1)
  })

  it('cuts before, while and after the body is read', async () => {
    const sandbox = await runSandbox()
    const bytes = new Uint8Array(200_000)
    const put = (): Promise<Response> => putForm(sandbox, [{ key: 'a', file: { name: 'a.jpg', bytes } }])
    sandbox.faults.next([
      { kind: 'cut_before_reading' },
      { kind: 'cut_while_reading', afterBytes: 10_000 },
      { kind: 'cut_after_storing' },
      { kind: 'cut_while_answering' },
    ])
    await expect(put()).rejects.toMatchObject(lost)
    await expect(put()).rejects.toMatchObject(lost)
    expect(sandbox.mediaCount()).toBe(0)
    await expect(put()).rejects.toMatchObject(lost)
    expect(sandbox.mediaCount()).toBe(1)
    const halved = await put()
    expect(halved.status).toBe(200)
    await expect(halved.text()).rejects.toMatchObject(lost)
    expect(sandbox.mediaCount()).toBe(2)

    const [before, during, after, answering] = sandbox.requestLog()
    expect(before).toMatchObject({ outcome: 'cut', fault: 'cut_before_reading', bodyBytes: 0, status: null })
    expect(during?.bodyBytes).toBeGreaterThanOrEqual(10_000)
    expect(during?.bodyBytes).toBeLessThan(bytes.length)
    expect(after).toMatchObject({ outcome: 'cut', storedMedia: 1, status: null })
    expect(answering).toMatchObject({ outcome: 'cut', storedMedia: 1, status: 200 })
    expect(sandbox.requests()).toMatchObject({ total: 4, cut: 4, answered: 0 })
  })

  it('cuts while reading a body that is shorter than asked for, storing nothing', async () => {
    const sandbox = await runSandbox()
    sandbox.faults.next([{ kind: 'cut_while_reading', afterBytes: 1_000_000 }])
    await expect(putScan(sandbox)).rejects.toMatchObject(lost)
    expect(sandbox.mediaCount()).toBe(0)
  })

  it('delays the answer after or before storing', async () => {
    const clock = manualClock()
    const sandbox = await runSandbox({}, clock)
    sandbox.faults.next([
      { kind: 'delay', delayMs: 5_000 },
      { kind: 'delay', delayMs: 5_000, stage: 'before_storing' },
    ])
    const late = putScan(sandbox)
    await clock.whenWaiting()
    expect(sandbox.mediaCount()).toBe(1)
    clock.advance(5_000)
    expect((await late).status).toBe(200)

    const later = putScan(sandbox)
    await clock.whenWaiting()
    expect(sandbox.mediaCount()).toBe(1)
    clock.advance(5_000)
    expect((await later).status).toBe(200)
    expect(sandbox.mediaCount()).toBe(2)
  })

  it.each([
    ['captive_portal', 'text/html; charset=utf-8', /Sign in/],
    ['not_json', 'application/json', /^OK$/],
    ['truncated_json', 'application/json', /^\{.+[^}]$/],
    ['wrong_shape', 'application/json', /^\[.+\]$/],
    ['empty', null, /^$/],
  ] as const)(
    'answers 200 with %s and stores nothing, unless told to',
    async (content, contentType, body) => {
      const sandbox = await runSandbox()
      sandbox.faults.next([
        { kind: 'junk', content },
        { kind: 'junk', content, stored: true },
      ])
      const response = await putScan(sandbox)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe(contentType)
      expect(await response.text()).toMatch(body)
      expect(sandbox.mediaCount()).toBe(0)
      await putScan(sandbox)
      expect(sandbox.mediaCount()).toBe(1)
    },
  )

  it('redirects to another origin', async () => {
    const sandbox = await runSandbox()
    sandbox.faults.next([{ kind: 'redirect', status: 302, location: 'https://elsewhere.invalid/v1' }])
    const response = await fetch(sandbox.entityUrl(entityId), { redirect: 'manual' })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('https://elsewhere.invalid/v1')
  })

  it('hangs until the client gives up, having stored or not', async () => {
    const sandbox = await runSandbox()
    sandbox.faults.next([{ kind: 'hang' }, { kind: 'hang', stored: true }])
    for (const stored of [0, 1]) {
      const hung = whenSettled(sandbox)
      const giveUp = new AbortController()
      const response = fetch(sandbox.linkMediaUrl(entityId), {
        method: 'PUT',
        headers: { 'u21-key': 'practice-key', 'content-type': 'application/json' },
        body: JSON.stringify([{ media: 'YWE=', name: 'a.txt' }]),
        signal: giveUp.signal,
      })
      expect(await hung).toBe('hung')
      expect(sandbox.mediaCount()).toBe(stored)
      giveUp.abort()
      await expect(response).rejects.toMatchObject({ name: 'AbortError' })
    }
  })

  it('waits for its entity, its method and its turn, and strikes as often as told', async () => {
    const sandbox = await runSandbox({ entities: [entityId, 'other'] })
    sandbox.faults.next([
      { kind: 'refuse', status: 500, match: { entityId: 'other' } },
      { kind: 'refuse', status: 502, match: { method: 'PUT', entityId, nth: 2 }, times: 2 },
    ])
    const statuses = []
    for (let call = 0; call < 4; call += 1) {
      statuses.push((await readEntity(sandbox)).status, (await putScan(sandbox)).status)
    }
    expect(statuses).toEqual([200, 200, 200, 502, 200, 502, 200, 200])
    expect(sandbox.faults.waiting()).toBe(1)
    expect((await putScan(sandbox, 'a.jpg', 'other')).status).toBe(500)
    expect(sandbox.faults.waiting()).toBe(0)
  })

  it('is taken away by clear, and a wrong one is refused when it is scripted', async () => {
    const sandbox = await runSandbox({ faults: { script: [{ kind: 'refuse', status: 500 }] } })
    expect(sandbox.faults.waiting()).toBe(1)
    sandbox.faults.clear()
    expect((await putScan(sandbox)).status).toBe(200)
    expect(() => sandbox.faults.next([{ kind: 'refuse', status: 200 }])).toThrow()
    expect(() => sandbox.faults.next([{ kind: 'refuse', headers: { 'x-a': 'b\r\nc' } }])).toThrow()
    expect(() => sandbox.faults.chance({ seed: 1, rate: 2, kinds: ['hang'] })).toThrow()
  })
})

describe('faults by chance', () => {
  it('strike the same requests from the same seed, about as often as the rate says', async () => {
    const run = async (seed: number): Promise<number[]> => {
      const kinds = ['refuse' as const, { kind: 'refuse' as const, status: 500 }]
      const sandbox = await runSandbox({
        ratePerSecond: null,
        faults: { chance: { seed, rate: 0.3, kinds } },
      })
      const statuses = []
      for (let call = 0; call < 100; call += 1) statuses.push((await readEntity(sandbox)).status)
      return statuses
    }
    const statuses = await run(7)
    expect(await run(7)).toEqual(statuses)
    expect(await run(8)).not.toEqual(statuses)
    const struck = statuses.filter((status) => status !== 200)
    expect(struck.length).toBeGreaterThan(15)
    expect(struck.length).toBeLessThan(45)
    expect(new Set(struck)).toEqual(new Set([503, 500]))
  })

  it('come after the script and end with null', async () => {
    const sandbox = await runSandbox()
    sandbox.faults.chance({ seed: 1, rate: 1, kinds: [{ kind: 'refuse', status: 500 }] })
    sandbox.faults.next([{ kind: 'refuse', status: 502 }])
    const statuses = [(await putScan(sandbox)).status, (await putScan(sandbox)).status]
    sandbox.faults.chance(null)
    statuses.push((await putScan(sandbox)).status)
    expect(statuses).toEqual([502, 500, 200])
  })
})
