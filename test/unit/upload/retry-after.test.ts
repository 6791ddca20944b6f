import { describe, expect, it } from 'vitest'
import { readRetryAfterMs } from '../../../electron/engine/upload/retry-after.ts'

const nowMs = Date.UTC(2026, 10, 23, 12, 0, 0)
const nowSeconds = nowMs / 1000

describe('the wait that the endpoint asks for', () => {
  it.each([
    [{}, null],
    [{ 'retry-after': '' }, null],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': '2026' }, 2_026_000],
    [{ 'retry-after': '5' }, 5_000],
    [{ 'retry-after': '0' }, 1_000],
    [{ 'retry-after': '999999999' }, 3_600_000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 12:00:07 GMT' }, 7_000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, 1_000],
    [{ 'x-ratelimit-reset': String(nowSeconds + 9) }, 9_000],
    [{ 'x-ratelimit-reset': `${nowSeconds + 9}.5` }, 9_500],
    [{ 'x-ratelimit-reset': String(nowSeconds - 60) }, 1_000],
    // Milliseconds are not what the header is documented to hold.
    [{ 'x-ratelimit-reset': String(nowSeconds * 1_000) }, null],
    [{ 'x-ratelimit-reset': '12' }, 12_000],
    [{ 'x-ratelimit-reset': 'never' }, null],
    [{ 'retry-after': '3', 'x-ratelimit-reset': String(nowSeconds + 9) }, 9_000],
    [{ 'retry-after': '30', 'x-ratelimit-reset': String(nowSeconds + 9) }, 30_000],
  ])('of %j is %s', (headers, waitMs) => {
    expect(readRetryAfterMs(headers, nowMs)).toBe(waitMs)
  })

  it('does not depend on this computer’s clock where the answer is dated', () => {
    const headers = {
      date: 'Mon, 23 Nov 2026 12:00:00 GMT',
      'x-ratelimit-reset': String(nowSeconds + 4),
    }
    for (const skewMs of [-86_400_000, 0, 86_400_000])
      expect(readRetryAfterMs(headers, nowMs + skewMs)).toBe(4_000)
    expect(readRetryAfterMs({ ...headers, date: 'yesterday' }, nowMs + 1_000)).toBe(3_000)
  })
})
