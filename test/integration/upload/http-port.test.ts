import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../electron/engine/upload/http-exchange.ts'
import type { HttpPort, HttpRequest } from '../../../electron/engine/upload/http-exchange.ts'
import { openHttpPort } from '../../../electron/engine/upload/http-port.ts'
import { bodyOf, getFrom, putTo } from './http-requests.ts'
import { holdsWholeRequest, listen, startRawServer } from './raw-server.ts'
import type { RawConnection, RawServer } from './raw-server.ts'

const stops: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

function openPort(connections?: number): HttpPort {
  const port = openHttpPort({ connections, connectTimeoutMs: 1_000 })
  stops.push(() => port.close())
  return port
}

async function serveHttp(
  serve: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(serve)
  const port = await listen(server)
  stops.push(async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  })
  return `http://127.0.0.1:${port}`
}

async function serveRaw(serve: (connection: RawConnection) => Promise<void>): Promise<RawServer> {
  const server = await startRawServer(serve)
  stops.push(() => server.stop())
  return server
}

/** The failure of a request that must not get an answer. */
async function failureOf(port: HttpPort, request: HttpRequest): Promise<HttpFailure> {
  const outcome: unknown = await port.send(request).catch((error: unknown) => error)
  if (outcome instanceof HttpFailure) return outcome
  throw new Error('The request did not fail as it should.', { cause: outcome })
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const answer = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}'

describe('an exchange that works', () => {
  it('sends the path, the headers and every byte of 5 MB, and tells how far it is', async () => {
    const bytes = Buffer.alloc(5_000_000, 'scan of a passport ')
    const seen: { url: string; headers: IncomingMessage['headers']; body: Buffer }[] = []
    const origin = await serveHttp((request, response) => {
      void readBody(request).then((body) => {
        seen.push({ url: request.url ?? '', headers: request.headers, body })
        response.setHeader('x-test', ['one', 'two'])
        response.end('{}')
      })
    })
    const progress: number[] = []
    const result = await openPort().send(
      putTo(origin, {
        path: '/v1/acme/entities/a%2Fb%3F%23%25%2E%2E/link-media',
        body: bodyOf(bytes, 'image/jpeg'),
        onSent: (sentBytes, totalBytes) => {
          expect(totalBytes).toBe(bytes.length)
          progress.push(sentBytes)
        },
      }),
    )

    expect(result).toMatchObject({ status: 200, complete: true, sentWhole: true })
    expect(Buffer.from(result.body).toString()).toBe('{}')
    expect(result.headers['x-test']).toBe('one, two')
    expect(seen).toHaveLength(1)
    expect(seen[0]?.url).toBe('/v1/acme/entities/a%2Fb%3F%23%25%2E%2E/link-media')
    expect(seen[0]?.headers).toMatchObject({
      'u21-key': 'secret',
      'content-type': 'image/jpeg',
      'content-length': '5000000',
    })
    expect(seen[0]?.headers['transfer-encoding']).toBeUndefined()
    expect(seen[0]?.body.equals(bytes)).toBe(true)
    expect(progress.length).toBeGreaterThan(50)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(bytes.length)
  })

  it('uses a connection again while it is busy, for many requests at once', async () => {
    const sockets = new Set<unknown>()
    const seen = new Map<string, number>()
    const origin = await serveHttp((request, response) => {
      sockets.add(request.socket)
      seen.set(request.url ?? '', (seen.get(request.url ?? '') ?? 0) + 1)
      void readBody(request).then(() => response.end('{}'))
    })
    const port = openPort(4)
    const requests = Array.from({ length: 40 }, (_, index) => port.send(putTo(origin, { path: `/${index}` })))
    for (const { status } of await Promise.all(requests)) expect(status).toBe(200)
    expect(seen.size).toBe(40)
    expect([...seen.values()].every((count) => count === 1)).toBe(true)
    expect(sockets.size).toBeLessThanOrEqual(4)
  })

  it('reads an answer up to the limit and not further', async () => {
    const origin = await serveHttp((request, response) => {
      request.resume().on('end', () => response.end(Buffer.alloc(1_000_000, 'x')))
    })
    const result = await openPort().send(putTo(origin, { maxAnswerBytes: 1_000 }))
    expect(result).toMatchObject({ status: 200, complete: false })
    expect(result.body.length).toBe(1_000)
  })

  it('follows no redirect, so the key reaches nobody else', async () => {
    let strangers = 0
    const stranger = await serveHttp((_request, response) => {
      strangers += 1
      response.end('{}')
    })
    const origin = await serveHttp((request, response) => {
      request.resume().on('end', () => response.writeHead(307, { location: stranger }).end())
    })
    const result = await openPort().send(putTo(origin))
    expect(result.status).toBe(307)
    expect(result.headers['location']).toBe(stranger)
    expect(strangers).toBe(0)
  })

  it('notices an answer that came before the whole body was sent', async () => {
    const server = await serveRaw(async ({ socket, received }) => {
      await received((text) => text.includes('\r\n\r\n'))
      socket.pause()
      socket.write(answer)
    })
    const request = putTo(server.origin, { body: bodyOf(new Uint8Array(64_000_000)) })
    expect(await openPort().send(request)).toMatchObject({ status: 200, sentWhole: false })
  })
})

describe('a failure before anything was sent', () => {
  it('is a refused connection', async () => {
    const server = await startRawServer(() => Promise.resolve())
    await server.stop()
    const failure = await failureOf(openPort(), putTo(server.origin))
    expect(failure).toMatchObject({ kind: 'refused', phase: 'before_sending' })
    expect(failure.words).toContain(`127.0.0.1:${server.port} refuses connections`)
  })

  it('is a server that never completes the TLS handshake', async () => {
    const server = await serveRaw(() => new Promise(() => undefined))
    const failure = await failureOf(
      openPort(),
      putTo(`https://127.0.0.1:${server.port}`, { timeoutMs: 20_000 }),
    )
    expect(failure).toMatchObject({ kind: 'connect_timeout', phase: 'before_sending' })
  })

  it('is the time running out while there is no connection yet', async () => {
    const server = await serveRaw(() => new Promise(() => undefined))
    const failure = await failureOf(openPort(), putTo(`https://127.0.0.1:${server.port}`, { timeoutMs: 50 }))
    expect(failure).toMatchObject({ kind: 'timeout', phase: 'before_sending' })
  })

  it('is a request that is stopped while it waits for its turn, and it is never sent', async () => {
    const server = await serveRaw(async ({ socket, received }) => {
      await received(holdsWholeRequest)
      await received((text) => text.includes('the end'))
      socket.write(answer)
    })
    const port = openPort(1)
    let release: (() => void) | undefined
    const first = port.send(
      putTo(server.origin, {
        body: {
          contentType: 'text/plain',
          sizeBytes: 11,
          *chunks() {
            yield Buffer.from('text')
            yield Buffer.from('the end')
          },
        },
        onSent: () => release?.(),
      }),
    )
    await new Promise<void>((resolve) => (release = resolve))
    const stopper = new AbortController()
    const second = failureOf(port, putTo(server.origin, { path: '/second', signal: stopper.signal }))
    stopper.abort()
    expect(await second).toMatchObject({ kind: 'aborted', phase: 'before_sending' })
    expect((await first).status).toBe(200)
    const third = await port.send(
      putTo(server.origin, { path: '/third', body: bodyOf(Buffer.from('again to the end')) }),
    )
    expect(third.status).toBe(200)
    const everything = server.connections.map((connection) => connection.text()).join('')
    expect(everything).toContain('/third')
    expect(everything).not.toContain('/second')
  })

  it('is a signal that was aborted from the start', async () => {
    const server = await serveRaw(() => Promise.resolve())
    const failure = await failureOf(openPort(), putTo(server.origin, { signal: AbortSignal.abort() }))
    expect(failure).toMatchObject({ kind: 'aborted', phase: 'before_sending' })
    expect(server.connections).toHaveLength(0)
  })
})

describe('a failure after something may have been sent', () => {
  it('is a connection that is cut before the request is read, unless no byte went out', async () => {
    const server = await serveRaw(async ({ socket }) => {
      socket.pause()
      await new Promise(setImmediate)
      socket.resetAndDestroy()
    })
    const port = openPort()
    for (let round = 0; round < 20; round += 1) {
      let handedOver = 0
      const onSent = (sentBytes: number): void => void (handedOver = sentBytes)
      const body = bodyOf(new Uint8Array(5_000_000))
      const failure = await failureOf(port, putTo(server.origin, { body, onSent }))
      expect(failure.kind).toBe('cut')
      if (failure.phase === 'before_sending') expect(handedOver).toBe(0)
      expect(server.connections).toHaveLength(round + 1)
    }
  })

  it('is a connection that is cut in the middle of the body', async () => {
    const server = await serveRaw(async ({ socket, received }) => {
      await received((text) => text.length > 100_000)
      socket.destroy()
    })
    const failure = await failureOf(
      openPort(),
      putTo(server.origin, { body: bodyOf(new Uint8Array(5_000_000)) }),
    )
    expect(failure).toMatchObject({ kind: 'cut', phase: 'after_sending' })
    expect(server.connections).toHaveLength(1)
  })

  it('is a connection that is cut after the whole request was read, and it is sent once', async () => {
    const server = await serveRaw(async ({ socket, received }) => {
      await received(holdsWholeRequest)
      socket.destroy()
    })
    expect(await failureOf(openPort(), putTo(server.origin))).toMatchObject({
      kind: 'cut',
      phase: 'after_sending',
    })
    expect(server.connections).toHaveLength(1)
  })

  it('is a half answer', async () => {
    const server = await serveRaw(async ({ socket, received }) => {
      await received(holdsWholeRequest)
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{')
    })
    const failure = await failureOf(openPort(), putTo(server.origin))
    expect(failure).toMatchObject({ phase: 'after_sending' })
    expect(failure.words).toContain('status 200 had begun')
  })

  it('is an answer that is no HTTP', async () => {
    const server = await serveRaw(async ({ socket, received }) => {
      await received(holdsWholeRequest)
      socket.end('SSH-2.0-OpenSSH_9.2\r\n')
    })
    const failure = await failureOf(openPort(), putTo(server.origin))
    expect(failure).toMatchObject({ kind: 'answer_invalid', phase: 'after_sending' })
  })

  it('is silence until the time is up', async () => {
    const server = await serveRaw(async ({ received }) => {
      await received(holdsWholeRequest)
      await new Promise(() => undefined)
    })
    const failure = await failureOf(openPort(), putTo(server.origin, { timeoutMs: 300 }))
    expect(failure).toMatchObject({ kind: 'timeout', phase: 'after_sending' })
    expect(server.connections).toHaveLength(1)
  })

  it('is a server that stops reading until the time is up', async () => {
    const server = await serveRaw(async ({ socket, received }) => {
      await received((text) => text.length > 0)
      socket.pause()
      await new Promise(() => undefined)
    })
    const request = putTo(server.origin, { timeoutMs: 300, body: bodyOf(new Uint8Array(64_000_000)) })
    expect(await failureOf(openPort(), request)).toMatchObject({ kind: 'timeout', phase: 'after_sending' })
  })

  it('is a signal that aborts while the answer is awaited, or the port that closes', async () => {
    const server = await serveRaw(async ({ received }) => {
      await received(holdsWholeRequest)
      arrived()
      await new Promise(() => undefined)
    })
    let arrived: () => void = () => undefined
    const stopper = new AbortController()
    const port = openPort()
    const first = failureOf(port, putTo(server.origin, { signal: stopper.signal }))
    await new Promise<void>((resolve) => (arrived = resolve))
    stopper.abort()
    expect(await first).toMatchObject({ kind: 'aborted', phase: 'after_sending' })

    const second = failureOf(port, putTo(server.origin))
    await new Promise<void>((resolve) => (arrived = resolve))
    await port.close()
    expect(await second).toMatchObject({ kind: 'aborted', phase: 'after_sending' })
    expect(await failureOf(port, putTo(server.origin))).toMatchObject({
      kind: 'aborted',
      phase: 'before_sending',
    })
  })
})

describe('a kept connection that the server closes', () => {
  it.each(['PUT', 'GET'] as const)(
    'does not make a %s go out twice when it is cut in use',
    async (method) => {
      const server = await serveRaw(async ({ socket, received }) => {
        await received(holdsWholeRequest)
        socket.write(answer)
        await received(
          (text) => text.includes('/second') && holdsWholeRequest(text.slice(text.indexOf('/second'))),
        )
        socket.destroy()
      })
      const port = openPort(1)
      const request = method === 'PUT' ? putTo : getFrom
      expect((await port.send(request(server.origin))).status).toBe(200)
      const failure = await failureOf(port, request(server.origin, { path: '/second' }))
      expect(failure).toMatchObject({ kind: 'cut', phase: 'after_sending' })
      expect(server.connections).toHaveLength(1)
    },
  )

  it('leaves each request answered or unknown and never sent twice, however the close falls', async () => {
    const server = await serveRaw(async ({ socket, received }) => {
      const text = await received(holdsWholeRequest)
      socket.write(answer)
      // Closed at another moment each time: at once, after a turn of the loop, or by a reset.
      const turns = Number(/\/(\d+) HTTP/.exec(text)?.[1] ?? 0) % 4
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
      if (turns === 3) socket.resetAndDestroy()
      else socket.end()
    })
    const port = openPort(1)
    let answered = 0
    let unknown = 0
    for (let number = 0; number < 200; number += 1) {
      const outcome: unknown = await port
        .send(putTo(server.origin, { path: `/${number}` }))
        .catch((error: unknown) => error)
      if (outcome instanceof HttpFailure) {
        expect(outcome).toMatchObject({ kind: 'cut', phase: 'after_sending' })
        unknown += 1
      } else answered += 1
    }
    expect(answered + unknown).toBe(200)
    const lines = server.connections.flatMap((connection) => connection.text().match(/PUT \/\d+ HTTP/g) ?? [])
    expect(new Set(lines).size).toBe(lines.length)
    expect(lines.length).toBeGreaterThanOrEqual(answered)
  })
})

describe('a defect of the caller', () => {
  it('is thrown as it is, not taken for a failure of the network', async () => {
    const server = await serveRaw(() => Promise.resolve())
    const sent = openPort().send(putTo(server.origin, { headers: { 'u21-key': 'line\r\nbreak: 1' } }))
    await expect(sent).rejects.not.toBeInstanceOf(HttpFailure)
    await expect(sent).rejects.toThrow(/u21-key/)
  })
})
