import { describe, expect, it } from 'vitest'
import { manualClock } from './manual-clock.ts'
import { converse, openConnection, readToEnd } from './raw-connection.ts'
import { entityId, putJson, putScan, readEntity, runSandbox, whenSettled } from './running-sandbox.ts'

const head = (length: number | string): string =>
  `PUT /v1/practice/entities/${entityId}/link-media HTTP/1.1\r\nhost: x\r\nu21-key: practice-key\r\n` +
  `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n`

describe('a hostile or broken client', () => {
  it('gets 400 for what is no HTTP, and the next client is served', async () => {
    const sandbox = await runSandbox()
    for (const nonsense of ['\x16\x03\x01\x02\0\x01\0\x01', 'GET\r\n\r\n', head('many')]) {
      expect(await converse(sandbox.port, nonsense)).toMatch(/^HTTP\/1\.1 400 /)
    }
    expect((await putScan(sandbox)).status).toBe(200)
  })

  it('gets 431 for endless headers', async () => {
    const sandbox = await runSandbox()
    const endless = `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(40_000)}\r\n\r\n`
    expect(await converse(sandbox.port, endless)).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('gets 408 when its headers or its body come too slowly', async () => {
    const sandbox = await runSandbox({ headersTimeoutMs: 50, requestTimeoutMs: 100 })
    expect(await converse(sandbox.port, 'GET / HTTP/1.1\r\nhost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /)
    const settled = whenSettled(sandbox)
    expect(await converse(sandbox.port, `${head(100)}[{`)).toMatch(/^HTTP\/1\.1 408 /)
    expect(await settled).toBe('client_gone')
  })

  it('is refused with 413 over the limit of a body, and the connection stays usable', async () => {
    const sandbox = await runSandbox({ maxBodyBytes: 10_000 })
    const media = Buffer.alloc(12_000).toString('base64')
    const response = await putJson(sandbox, [{ media, name: 'a.jpg' }])
    expect([response.status, await response.json()]).toMatchObject([413, { error_code: 'payload_too_large' }])
    expect(response.headers.get('connection')).toBe('keep-alive')
    expect((await putScan(sandbox)).status).toBe(200)
  })

  it('is cut off when it never stops sending', async () => {
    const sandbox = await runSandbox({ maxBodyBytes: 10_000 })
    const socket = openConnection(sandbox.port)
    socket.write(head(1_000_000_000))
    const answer = readToEnd(socket)
    const chunk = Buffer.alloc(65_536)
    while (!socket.destroyed) await new Promise((resolve) => socket.write(chunk, resolve))
    await answer
    const [record] = sandbox.requestLog()
    expect(record).toMatchObject({ status: 413, storedMedia: 0 })
    expect(record?.bodyBytes).toBeLessThan(200_000)
  })

  it('cannot make the simulator hold more than its share of memory', async () => {
    const clock = manualClock()
    const sandbox = await runSandbox({ maxHeldBytes: 1_500, busyMs: 10 }, clock)
    const body = [{ media: Buffer.alloc(600).toString('base64'), name: 'a.jpg' }]
    const first = putJson(sandbox, body)
    await clock.whenWaiting()
    const second = await putJson(sandbox, body)
    expect([second.status, await second.json()]).toMatchObject([503, { error_code: 'service_unavailable' }])
    clock.advance(10)
    expect((await first).status).toBe(200)
    const third = putJson(sandbox, body)
    await clock.whenWaiting()
    clock.advance(10)
    expect((await third).status).toBe(200)
  })

  it('leaves nothing behind when it goes away in the middle of its body', async () => {
    const sandbox = await runSandbox()
    const socket = openConnection(sandbox.port)
    const gone = new Promise<void>((resolve) => {
      sandbox.watchRequests(({ stage }) => {
        if (stage === 'arrived') socket.destroy()
        else resolve()
      })
    })
    socket.write(`${head(1_000)}[{"media":"YWE=","name":"a.txt"}]`)
    await gone
    expect(sandbox.requests()).toMatchObject({ total: 1, client_gone: 1, pending: 0 })
    expect(sandbox.mediaCount()).toBe(0)
  })

  it('that goes away before the answer leaves its upload stored', async () => {
    const clock = manualClock()
    const sandbox = await runSandbox({ busyMs: 100 }, clock)
    const giveUp = new AbortController()
    const response = fetch(sandbox.linkMediaUrl(entityId), {
      method: 'PUT',
      headers: { 'u21-key': 'practice-key', 'content-type': 'application/json' },
      body: JSON.stringify([{ media: 'YWE=', name: 'a.txt' }]),
      signal: giveUp.signal,
    })
    await clock.whenWaiting()
    giveUp.abort()
    await expect(response).rejects.toMatchObject({ name: 'AbortError' })
    const settled = whenSettled(sandbox)
    clock.advance(100)
    await settled
    expect(sandbox.media(entityId)).toHaveLength(1)
  })
})

describe('stopping', () => {
  it('ends hanging and delayed requests, closes the port, and may be asked for twice', async () => {
    const clock = manualClock()
    const sandbox = await runSandbox({}, clock)
    sandbox.faults.next([{ kind: 'delay', delayMs: 60_000, stage: 'before_storing' }])
    const delayed = putScan(sandbox)
    await clock.whenWaiting()
    const refused = expect(delayed).rejects.toMatchObject({ name: 'TypeError' })
    await Promise.all([sandbox.stop(), sandbox.stop()])
    await refused
    expect(sandbox.requests()).toMatchObject({ pending: 0, cut: 1 })
    await expect(readEntity(sandbox)).rejects.toMatchObject({ name: 'TypeError' })
  })

  it('rejects with the reason where the port is taken', async () => {
    const sandbox = await runSandbox()
    await expect(runSandbox({ port: sandbox.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('listens on the loopback address alone', async () => {
    const sandbox = await runSandbox()
    expect(sandbox.baseUrl).toBe(`http://127.0.0.1:${sandbox.port}/v1`)
    await expect(fetch(`http://127.0.0.2:${sandbox.port}/`)).rejects.toMatchObject({ name: 'TypeError' })
  })
})

describe('a failure of the simulator itself', () => {
  it('is a 500 that the log explains, and the entity is free again', async () => {
    let broken = true
    const clock = {
      ...manualClock(),
      wait: () => (broken ? Promise.reject(new Error('no timer')) : Promise.resolve()),
    }
    const sandbox = await runSandbox({ busyMs: 5 }, clock)
    expect((await putScan(sandbox)).status).toBe(500)
    expect(sandbox.requestLog()).toMatchObject([{ status: 500, storedMedia: 0 }])
    expect(sandbox.requestLog()[0]?.failure).toContain('no timer')
    broken = false
    expect((await putScan(sandbox)).status).toBe(200)
  })
})
