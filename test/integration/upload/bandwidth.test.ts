import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../electron/engine/time/clock.ts'
import { createBandwidth } from '../../../electron/engine/upload/bandwidth.ts'
import type { HttpPort } from '../../../electron/engine/upload/http-exchange.ts'
import { openHttpPort } from '../../../electron/engine/upload/http-port.ts'
import { bodyOf, putTo } from './http-requests.ts'
import { startAnsweringServer } from './http-server.ts'
import type { AnsweringServer } from './http-server.ts'
import { startRawServer } from './raw-server.ts'

const bytesPerSecond = 400_000

let server: AnsweringServer
let port: HttpPort

beforeEach(async () => {
  server = await startAnsweringServer()
  port = openHttpPort({ bandwidth: createBandwidth(bytesPerSecond, systemClock) })
})

afterEach(async () => {
  await port.close()
  await server.stop()
})

function request(parts: Parameters<typeof putTo>[1] = {}) {
  return putTo(new URL(server.baseUrl).origin, parts)
}

describe('a limited bandwidth', () => {
  it('is kept by all requests together, and every byte arrives', async () => {
    const body = Buffer.alloc(100_000, 'byte for byte')
    const startedAt = performance.now()
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => port.send(request({ body: bodyOf(body) }))),
    )
    const seconds = (performance.now() - startedAt) / 1_000
    expect(answers.map(({ status, sentWhole }) => [status, sentWhole])).toEqual(
      Array.from({ length: 4 }, () => [200, true]),
    )
    expect(server.requests.every((received) => received.body.equals(body))).toBe(true)
    expect(server.requests[0]?.headers['content-length']).toBe('100000')
    // 400,000 bytes less the eighth of a second in advance.
    expect(seconds).toBeGreaterThan(0.85)
    expect(seconds).toBeLessThan(2)
  })

  it('shows progress as the bytes go out', async () => {
    const told: number[] = []
    const body = bodyOf(Buffer.alloc(200_000))
    await port.send(request({ body, onSent: (sentBytes) => told.push(sentBytes) }))
    expect(told.length).toBeGreaterThanOrEqual(4)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(200_000)
  })

  it('takes nothing from the time that the endpoint has to answer', async () => {
    const body = bodyOf(Buffer.alloc(400_000))
    const { status } = await port.send(request({ body, timeoutMs: 300 }))
    expect(status).toBe(200)
  })

  it('still ends a request whose server stays silent', async () => {
    const silent = await startRawServer(() => Promise.resolve())
    const sent = port.send(putTo(silent.origin, { body: bodyOf(Buffer.alloc(100_000)), timeoutMs: 200 }))
    await expect(sent).rejects.toMatchObject({ kind: 'timeout', phase: 'after_sending' })
    await silent.stop()
  })

  it('tells apart what was stopped while it waited for its first byte', async () => {
    const connected = Promise.withResolvers<undefined>()
    const silent = await startRawServer(() => {
      connected.resolve(undefined)
      return Promise.resolve()
    })
    const bandwidth = createBandwidth(1_000, systemClock)
    const slow = openHttpPort({ bandwidth })
    // Somebody else has ten seconds' worth of bytes before it.
    const other = new AbortController()
    const taken = bandwidth?.take(10_000, other.signal)
    const stopper = new AbortController()
    const sent = slow.send(
      putTo(silent.origin, { body: bodyOf(Buffer.alloc(50_000)), signal: stopper.signal }),
    )
    await connected.promise
    stopper.abort()
    await expect(sent).rejects.toMatchObject({ kind: 'aborted', phase: 'before_sending' })
    other.abort()
    await expect(taken).rejects.toThrow()
    await slow.close()
    await silent.stop()
    expect(silent.connections[0]?.text()).toBe('')
  })

  it('knows what was stopped after its first byte', async () => {
    const stopper = new AbortController()
    const sent = port.send(
      request({
        body: bodyOf(Buffer.alloc(400_000)),
        signal: stopper.signal,
        onSent: () => {
          stopper.abort()
        },
      }),
    )
    await expect(sent).rejects.toMatchObject({ kind: 'aborted', phase: 'after_sending' })
  })
})
