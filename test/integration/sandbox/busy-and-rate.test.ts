import { describe, expect, it } from 'vitest'
import { manualClock } from './manual-clock.ts'
import { entityId, putScan, readEntity, runSandbox } from './running-sandbox.ts'

describe('an entity that is busy', () => {
  it('answers a second upload with 423, and takes one when the first is through', async () => {
    const clock = manualClock()
    const sandbox = await runSandbox({ busyMs: 500, entities: [entityId, 'other'] }, clock)
    const first = putScan(sandbox)
    await clock.whenWaiting()

    const second = await putScan(sandbox)
    expect(second.status).toBe(423)
    expect(await second.json()).toMatchObject({ error_code: 'locked' })
    expect((await readEntity(sandbox)).status).toBe(200)
    const other = putScan(sandbox, 'a.jpg', 'other')
    await clock.whenWaiting(2)

    clock.advance(500)
    expect([(await first).status, (await other).status]).toEqual([200, 200])
    const third = putScan(sandbox)
    await clock.whenWaiting()
    clock.advance(500)
    expect((await third).status).toBe(200)
    expect(sandbox.requests().byStatus).toEqual({ 200: 4, 423: 1 })
  })
})

describe('the rate', () => {
  it('allows the documented number per second, then 429 with its three headers', async () => {
    const clock = manualClock(1_764_000_000_000)
    const sandbox = await runSandbox({ ratePerSecond: 3 }, clock)
    const statuses = []
    for (let call = 0; call < 3; call += 1) {
      const response = await putScan(sandbox)
      statuses.push(response.status)
      expect(response.headers.has('x-ratelimit-limit')).toBe(false)
    }
    expect(statuses).toEqual([200, 200, 200])

    const refused = await putScan(sandbox)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ error_code: 'rate_limit_exceeded' })
    expect(refused.headers.get('x-ratelimit-limit')).toBe('3')
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(refused.headers.get('x-ratelimit-reset')).toBe('1764000001')
    expect(refused.headers.has('retry-after')).toBe(false)

    clock.advance(1_000)
    expect((await putScan(sandbox)).status).toBe(200)
    expect(sandbox.mediaCount()).toBe(4)
  })

  it('sends Retry-After and the headers on every answer by switch', async () => {
    const options = { ratePerSecond: 1, retryAfterSeconds: 2, rateLimitHeaders: 'always' as const }
    const sandbox = await runSandbox(options, manualClock())
    const allowed = await putScan(sandbox)
    expect(allowed.headers.get('x-ratelimit-remaining')).toBe('0')
    const refused = await putScan(sandbox)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('2')
  })

  it('is off with null', async () => {
    const sandbox = await runSandbox({ ratePerSecond: null }, manualClock())
    const statuses = await Promise.all(
      Array.from({ length: 250 }, async () => (await readEntity(sandbox)).status),
    )
    expect(new Set(statuses)).toEqual(new Set([200]))
  })
})
