import type { IncomingMessage, ServerResponse } from 'node:http'
import { admit } from './admission.ts'
import type { Admission } from './admission.ts'
import { emptyObjectAnswer, entityAnswer, refusalAnswer, sendAnswer } from './answers.ts'
import type { Answer } from './answers.ts'
import { readBody } from './body-reader.ts'
import type { HeldBytes, ReadBody } from './body-reader.ts'
import type { Endpoint } from './endpoint.ts'
import type { Fault } from './fault.ts'
import { faultAnswer, isCarriedOut } from './fault-answers.ts'
import { linkMedia } from './media-linking.ts'
import { rateHeaders } from './rate-limit.ts'
import type { RateVerdict } from './rate-limit.ts'
import { Refusal } from './refusal.ts'
import type { RequestRecord } from './request-log.ts'
import { matchRoute } from './router.ts'
import type { Route } from './router.ts'

/** One request on its way from arrival to its end. */
type Exchange = {
  endpoint: Endpoint
  request: IncomingMessage
  response: ServerResponse
  route: Route | Refusal
  rate: RateVerdict | null
  fault: Fault | null
  held: HeldBytes
  record: RequestRecord
}

/** Serves one request to its end, faults included. Never rejects: an unexpected error is recorded and answered with 500. */
export async function runExchange(
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nowMs = endpoint.clock.nowMs()
  const { method = '', url: target = '' } = request
  const route = matchRoute(method, target)
  const entityId = route instanceof Refusal ? null : route.entityId
  const exchange: Exchange = {
    endpoint,
    request,
    response,
    route,
    rate: endpoint.countCall(nowMs),
    fault: endpoint.faults.take({ method, entityId }),
    held: endpoint.holdBytes(),
    record: endpoint.log.arrive({ method, target, entityId, arrivedAtMs: nowMs }),
  }
  exchange.record.fault = exchange.fault?.kind ?? null
  try {
    await serve(exchange)
  } catch (error) {
    if (endpoint.stopping.aborted) cut(exchange)
    else fail(exchange, error)
  } finally {
    exchange.held.release()
  }
}

async function serve(exchange: Exchange): Promise<void> {
  const { endpoint, request, route, rate, fault } = exchange
  if (fault?.kind === 'cut_before_reading') {
    cut(exchange)
    return
  }
  const admission = admit(endpoint, route, request.headers, rate)
  const carriedOut = isCarriedOut(fault)
  const body = await readBody(request, {
    keep: carriedOut && !(admission instanceof Refusal),
    maxBytes: endpoint.options.maxBodyBytes,
    cutAfterBytes: fault?.kind === 'cut_while_reading' ? fault.afterBytes : null,
    held: exchange.held,
  })
  exchange.record.bodyBytes = body.readBytes
  if (body.end === 'client_gone' || body.end === 'cut') {
    if (body.end === 'cut') cut(exchange)
    else settle(exchange, 'client_gone')
    return
  }
  if (fault?.kind === 'delay' && fault.stage === 'before_storing') await pause(exchange, fault.delayMs)
  const ownAnswer = carriedOut ? await carryOut(exchange, admission, body) : emptyObjectAnswer
  if (fault?.kind === 'delay' && fault.stage === 'after_storing') await pause(exchange, fault.delayMs)

  if (fault?.kind === 'cut_after_storing') cut(exchange)
  else if (fault?.kind === 'hang') settle(exchange, 'hung')
  else answer(exchange, faultAnswer(fault, endpoint.options, rate) ?? ownAnswer)
}

/** Does what the request asks for and gives the endpoint's own answer to it. */
async function carryOut(exchange: Exchange, admission: Admission | Refusal, body: ReadBody): Promise<Answer> {
  const { endpoint, request, rate, record } = exchange
  const { options, clock } = endpoint
  try {
    if (admission instanceof Refusal) throw admission
    if (body.end === 'too_large') throw new Refusal(413, 'The body is too large.')
    if (body.end === 'no_room') throw new Refusal(503, 'Too many bodies at one time.')
    if (admission.action === 'read_entity') return entityAnswer(admission.entity, options, clock.nowMs())
    const contentType = request.headers['content-type']
    record.storedMedia = await linkMedia(endpoint, admission.entity, contentType, body.bytes)
    return emptyObjectAnswer
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const retryable = error.status === 423 || error.status === 429
    return refusalAnswer(error, options, {
      ...(error.status === 429 && rate !== null ? rateHeaders(rate) : {}),
      ...(retryable && options.retryAfterSeconds !== null
        ? { 'retry-after': String(options.retryAfterSeconds) }
        : {}),
    })
  }
}

/** The request is settled before its answer leaves, so that whoever has the answer also finds the record. */
function answer(exchange: Exchange, given: Answer): void {
  const { endpoint, request, response, rate, fault, record } = exchange
  if (response.destroyed || request.socket.destroyed) {
    settle(exchange, 'client_gone')
    return
  }
  const always = endpoint.options.rateLimitHeaders === 'always' && rate !== null ? rateHeaders(rate) : {}
  const named = { 'x-request-id': `sandbox-${String(record.sequence)}` }
  const complete = { ...given, headers: { ...named, ...always, ...given.headers } }
  record.status = given.status
  // A body that was too large to be read to its end leaves a connection that no further request can use.
  if (!request.complete) response.setHeader('connection', 'close')
  if (fault?.kind === 'cut_while_answering') {
    settle(exchange, 'cut')
    sendAnswer(response, complete, { half: true })
    response.socket?.destroySoon()
    return
  }
  settle(exchange, 'answered')
  sendAnswer(response, complete)
}

function fail(exchange: Exchange, error: unknown): void {
  exchange.record.failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (exchange.response.headersSent) cut(exchange)
  else answer(exchange, refusalAnswer(new Refusal(500, 'The simulator failed.'), exchange.endpoint.options))
}

function cut(exchange: Exchange): void {
  settle(exchange, 'cut')
  exchange.request.socket.destroy()
}

function settle({ endpoint, record }: Exchange, outcome: 'answered' | 'cut' | 'hung' | 'client_gone'): void {
  endpoint.log.settle(record, outcome, endpoint.clock.nowMs())
}

function pause({ endpoint }: Exchange, delayMs: number): Promise<void> {
  return endpoint.clock.wait(delayMs, endpoint.stopping)
}
