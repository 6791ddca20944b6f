import { describe, expect, it } from 'vitest'
import { runExchange } from '../../../electron/engine/upload/exchange-run.ts'
import type {
  Dispatch,
  ExchangeController,
  ExchangeHandler,
} from '../../../electron/engine/upload/exchange-run.ts'
import type { HttpRequest } from '../../../electron/engine/upload/http-exchange.ts'

const open = new AbortController().signal

function requestWith(bytes: Uint8Array, parts: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'PUT',
    origin: 'https://endpoint.test',
    path: '/',
    headers: {},
    body: { contentType: 'x/y', sizeBytes: bytes.length, chunks: () => [bytes] },
    timeoutMs: 60_000,
    maxAnswerBytes: 100,
    ...parts,
  }
}

interface Library {
  readonly dispatch: Dispatch
  readonly handler: () => ExchangeHandler
  readonly body: () => Iterator<Uint8Array>
  readonly aborts: Error[]
  readonly controller: ExchangeController
}

/** Stands in for the HTTP library: keeps the handler and the body and does nothing by itself. */
function standIn(): Library {
  let kept: { handler: ExchangeHandler; body: Iterator<Uint8Array> } | undefined
  const aborts: Error[] = []
  const required = (): NonNullable<typeof kept> => {
    if (kept === undefined) throw new Error('Nothing was dispatched.')
    return kept
  }
  return {
    dispatch: (body, handler) => {
      kept = { handler, body: iterated(body ?? []) }
      return Promise.resolve()
    },
    handler: () => required().handler,
    body: () => required().body,
    aborts,
    controller: { abort: (reason) => void aborts.push(reason) },
  }
}

/** Without a limit a body is handed over in one go. */
function iterated(body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Iterator<Uint8Array> {
  if (!(Symbol.iterator in body)) throw new Error('The body waits for something.')
  return body[Symbol.iterator]()
}

function endWith(library: Library, status: number, body: string): void {
  library.handler().onResponseStart(library.controller, status, { 'x-a': ['1', '2'] })
  library.handler().onResponseData(library.controller, Buffer.from(body))
  library.handler().onResponseEnd()
}

describe('one exchange', () => {
  it('hands over views of the bytes, in pieces of 64 KB', async () => {
    const library = standIn()
    const bytes = new Uint8Array(200_000)
    const answer = runExchange(requestWith(bytes), open, library.dispatch)
    library.handler().onRequestStart(library.controller)
    const sizes: number[] = []
    for (let next = library.body().next(); next.done !== true; next = library.body().next()) {
      expect(next.value.buffer).toBe(bytes.buffer)
      sizes.push(next.value.length)
    }
    expect(sizes).toEqual([65_536, 65_536, 65_536, 3_392])
    endWith(library, 200, '{}')
    expect(await answer).toMatchObject({
      status: 200,
      headers: { 'x-a': '1, 2' },
      sentWhole: true,
      complete: true,
    })
  })

  it('refuses to be started a second time', async () => {
    const library = standIn()
    const answer = runExchange(requestWith(new Uint8Array(1)), open, library.dispatch)
    library.handler().onRequestStart(library.controller)
    library.body().next()
    const again: Error[] = []
    library.handler().onRequestStart({ abort: (reason) => void again.push(reason) })
    expect(again.map(({ message }) => message)).toEqual(['This request is not sent again.'])
    library.handler().onResponseError(library.controller, again[0] ?? new Error())
    await expect(answer).rejects.toMatchObject({ phase: 'after_sending' })
  })

  it('has sent nothing before the first byte of its body is taken', async () => {
    for (const [taken, phase] of [
      [0, 'before_sending'],
      [1, 'after_sending'],
    ] as const) {
      const library = standIn()
      const answer = runExchange(requestWith(new Uint8Array(9)), open, library.dispatch)
      library.handler().onRequestStart(library.controller)
      if (taken === 1) library.body().next()
      library
        .handler()
        .onResponseError(library.controller, Object.assign(new Error('x'), { code: 'ECONNRESET' }))
      await expect(answer).rejects.toMatchObject({ kind: 'cut', phase })
    }
  })

  it('without a body has sent something as soon as it starts', async () => {
    const library = standIn()
    const answer = runExchange(
      requestWith(new Uint8Array(), { body: null, method: 'GET' }),
      open,
      library.dispatch,
    )
    library.handler().onRequestStart(library.controller)
    library.handler().onResponseError(library.controller, new Error('x'))
    await expect(answer).rejects.toMatchObject({ kind: 'other', phase: 'after_sending' })
  })

  it('that was stopped while it waited is ended when its turn comes', async () => {
    const library = standIn()
    const closing = new AbortController()
    const answer = runExchange(requestWith(new Uint8Array(1)), closing.signal, library.dispatch)
    closing.abort()
    await expect(answer).rejects.toMatchObject({ kind: 'aborted', phase: 'before_sending' })
    expect(library.aborts).toHaveLength(0)
    library.handler().onRequestStart(library.controller)
    expect(library.aborts).toHaveLength(1)
    // What the library says afterwards changes nothing.
    library.handler().onResponseError(library.controller, new Error('late'))
    endWith(library, 200, '{}')
  })

  it('ends with an answer that is too long, cut at the limit', async () => {
    const library = standIn()
    const answer = runExchange(requestWith(new Uint8Array(1)), open, library.dispatch)
    library.handler().onRequestStart(library.controller)
    library.handler().onResponseStart(library.controller, 200, {})
    for (let chunk = 0; chunk < 5; chunk += 1) {
      library.handler().onResponseData(library.controller, Buffer.alloc(30, 'x'))
    }
    const result = await answer
    expect(result.complete).toBe(false)
    expect(result.body.length).toBe(100)
    expect(library.aborts).toHaveLength(1)
  })

  it('lets a failed dispatch and a wrong request through as they are', async () => {
    const broken = new Error('broken')
    await expect(
      runExchange(requestWith(new Uint8Array(1)), open, () => Promise.reject(broken)),
    ).rejects.toBe(broken)
    const library = standIn()
    const answer = runExchange(requestWith(new Uint8Array(1)), open, library.dispatch)
    const wrong = Object.assign(new Error('invalid header'), { code: 'UND_ERR_INVALID_ARG' })
    library.handler().onResponseError(library.controller, wrong)
    await expect(answer).rejects.toBe(wrong)
  })
})
