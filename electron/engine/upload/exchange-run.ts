import { listenForAbort } from './abort-listener.ts'
import type { Bandwidth } from './bandwidth.ts'
import { startDeadline } from './deadline.ts'
import { HttpFailure } from './http-exchange.ts'
import type { HttpAnswer, HttpBody, HttpRequest, SendPhase } from './http-exchange.ts'
import { readNetworkError } from './network-error.ts'
import { say, sayAll } from '../../shared/sentences/say.ts'

/** The events of one request, as undici's dispatchers report them. */
export interface ExchangeHandler {
  onRequestStart(controller: ExchangeController): void
  onResponseStart(controller: ExchangeController, status: number, headers: RawHeaders): void
  onResponseData(controller: ExchangeController, chunk: Buffer): void
  onResponseEnd(): void
  onResponseError(controller: ExchangeController, error: Error): void
}

export interface ExchangeController {
  abort(reason: Error): void
}

type RawHeaders = Readonly<Record<string, string | string[] | undefined>>

/** Hands a request to a connection. Throws or rejects only where no connection was even looked for. */
export type Dispatch = (
  body: Iterable<Uint8Array> | AsyncIterable<Uint8Array> | null,
  handler: ExchangeHandler,
) => Promise<void>

/** Bytes handed to the socket at a time: small enough to show progress, large enough to be cheap. */
const sendChunkBytes = 64 * 1024

/**
 * Runs one exchange from its dispatch to its end and knows at every moment whether something was sent. Rejects as
 * soon as the time is up or a signal aborts, also while the request still waits for its connection: what has not
 * begun by then is never sent. With a `bandwidth` the body goes out no faster, and what it waits for that takes
 * nothing from the time.
 */
export function runExchange(
  request: HttpRequest,
  closing: AbortSignal,
  dispatch: Dispatch,
  bandwidth: Bandwidth | null = null,
): Promise<HttpAnswer> {
  const signals = request.signal === undefined ? [closing] : [closing, request.signal]
  return new Promise((resolve, reject) => {
    const host = new URL(request.origin).host
    let phase: SendPhase = 'before_sending'
    let sentWhole = request.body === null
    let controller: ExchangeController | undefined
    let settled = false
    const over = new AbortController()
    let status = 0
    let headers: Record<string, string> = {}
    const received: Buffer[] = []
    let receivedBytes = 0

    function settle(finish: () => void): void {
      if (settled) return
      settled = true
      deadline.stop()
      over.abort()
      for (const stopListening of listeners) stopListening()
      finish()
    }

    function fail(error: Error): void {
      settle(() => {
        reject(error)
        controller?.abort(new Error('The exchange is over.'))
      })
    }

    function succeed(complete: boolean): void {
      settle(() => {
        resolve({ status, headers, body: Buffer.concat(received), complete, sentWhole })
      })
    }

    function abort(): void {
      fail(new HttpFailure('aborted', phase, say('request_stopped')))
    }

    let sentBytes = 0

    function handOver(part: Uint8Array, body: HttpBody): Uint8Array {
      sentBytes += part.length
      phase = 'after_sending'
      sentWhole = sentBytes === body.sizeBytes
      return part
    }

    function* countedChunks(body: HttpBody): Generator<Uint8Array> {
      for (const part of partsOf(body, sendChunkBytes)) {
        yield handOver(part, body)
        // Resumed: the system has taken the part.
        request.onSent?.(sentBytes, body.sizeBytes)
      }
    }

    async function* slowedChunks(body: HttpBody, limit: Bandwidth): AsyncGenerator<Uint8Array> {
      for (const part of partsOf(body, limit.chunkBytes)) {
        if (!(await waitForBandwidth(limit, part.length))) return
        yield handOver(part, body)
        request.onSent?.(sentBytes, body.sizeBytes)
      }
    }

    /** False where the exchange ended in the meantime: then nothing more of it may go out. */
    async function waitForBandwidth(limit: Bandwidth, bytes: number): Promise<boolean> {
      deadline.pause()
      // It rejects only because the exchange is over.
      await limit.take(bytes, over.signal).catch(() => undefined)
      deadline.goOn()
      return !settled
    }

    const handler: ExchangeHandler = {
      onRequestStart(started) {
        // A second start would be the library sending the request again. As it is set up it has no reason to,
        // and it must not: the first one may have been carried out.
        if (settled || controller !== undefined) {
          started.abort(new Error('This request is not sent again.'))
          return
        }
        controller = started
        if (request.body === null) phase = 'after_sending'
      },
      onResponseStart(_controller, answerStatus, answerHeaders) {
        status = answerStatus
        headers = joinHeaders(answerHeaders)
      },
      onResponseData(current, chunk) {
        if (settled) return
        received.push(chunk.subarray(0, request.maxAnswerBytes - receivedBytes))
        receivedBytes += chunk.length
        if (receivedBytes <= request.maxAnswerBytes) return
        succeed(false)
        current.abort(new Error('The answer is too long.'))
      },
      onResponseEnd: () => {
        succeed(true)
      },
      onResponseError(_controller, error) {
        // The library found the request itself wrong: a defect of the caller, and nothing was sent.
        if ('code' in error && error.code === 'UND_ERR_INVALID_ARG') {
          fail(error)
          return
        }
        const { kind, ...why } = readNetworkError(error, host)
        const begun = status === 0 ? [] : [say('answer_had_begun', { status })]
        fail(new HttpFailure(kind, phase, sayAll([why, ...begun]), { cause: error }))
      },
    }

    const deadline = startDeadline(request.timeoutMs, () => {
      const seconds = Math.round(request.timeoutMs / 1000)
      fail(new HttpFailure('timeout', phase, say('host_did_not_answer_within', { host, seconds })))
    })
    const listeners = signals.map((signal) => listenForAbort(signal, abort))
    if (signals.some((signal) => signal.aborted)) {
      abort()
      return
    }
    const { body } = request
    const chunks =
      body === null ? null : bandwidth === null ? countedChunks(body) : slowedChunks(body, bandwidth)
    dispatch(chunks, handler).catch((error: unknown) => {
      fail(error instanceof Error ? error : new TypeError('The HTTP client threw what is no error.'))
    })
  })
}

/** Views of a body's bytes, none longer than `partBytes`. */
function* partsOf(body: HttpBody, partBytes: number): Generator<Uint8Array> {
  for (const chunk of body.chunks()) {
    for (let at = 0; at < chunk.length; at += partBytes) yield chunk.subarray(at, at + partBytes)
  }
}

function joinHeaders(headers: RawHeaders): Record<string, string> {
  const joined: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return joined
}
