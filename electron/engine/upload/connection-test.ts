import { randomUUID } from 'node:crypto'
import { IntrayError } from '../../shared/error-codes.ts'
import { connectionSchema } from '../../shared/settings/connection.ts'
import type { ConnectionSettings } from '../../shared/settings/connection.ts'
import type { ConnectionTest } from '../../shared/status.ts'
import { readAnswerBody } from './answer-body.ts'
import { classifyAnswer, wordsSaid } from './answer.ts'
import type { AnswerReading } from './answer.ts'
import { failureOfKey } from './api-key.ts'
import type { Clock } from '../time/clock.ts'
import { requestEntity } from './entity-request.ts'
import { HttpFailure } from './http-exchange.ts'
import type { HttpAnswer, HttpPort } from './http-exchange.ts'
import { readMediaEntries } from './media-entries.ts'
import { sentenceIn } from '../../shared/sentences/detail.ts'
import { say, sayAll, sayAsWritten } from '../../shared/sentences/say.ts'
import type { SentenceCode } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

export interface ConnectionTestRequest {
  readonly connection: ConnectionSettings
  readonly key: string
  readonly signal?: AbortSignal | undefined
}

type Step = ConnectionTest['steps'][number]

const longestTestMs = 15_000

/**
 * Tries a connection by asking for an entity that cannot exist: only the endpoint, with the right key, answers
 * that it does not know it. Ends at the first step that fails. Never rejects for the network or an answer.
 */
export async function testConnection(
  http: HttpPort,
  clock: Clock,
  request: ConnectionTestRequest,
): Promise<ConnectionTest> {
  const address = addressStep(request.connection.baseUrl)
  const steps = address.ok ? [address, ...(await stepsBehindAddress(http, clock, request))] : [address]
  return { ok: steps.every((step) => step.ok), steps }
}

function addressStep(baseUrl: string): Step {
  const checked = connectionSchema.shape.baseUrl.safeParse(baseUrl)
  return checked.success
    ? passed('address', say('address_is', { origin: new URL(baseUrl).origin }))
    : failed('address', say('base_url_unsafe'))
}

async function stepsBehindAddress(
  http: HttpPort,
  clock: Clock,
  { connection, key, signal }: ConnectionTestRequest,
): Promise<Step[]> {
  const entityId = `intray-test-${randomUUID()}`
  const timeoutMs = Math.min(connection.timeoutMs, longestTestMs)
  try {
    const answer = await requestEntity(http, {
      connection: { ...connection, timeoutMs },
      key,
      signal,
      entityId,
    })
    const reading = classifyAnswer(answer, key, clock.nowMs())
    const host = new URL(connection.baseUrl).host
    if (!isFromEndpoint(answer, reading, entityId)) {
      const { status } = answer
      return [failed('reach', withAnswer(say('host_is_not_the_endpoint', { host, status }), reading))]
    }
    const keyFound = keyStep(reading, key)
    const steps = [passed('reach', say('host_answers', { host })), keyFound]
    return keyFound.ok ? [...steps, organisationStep(connection.organisation)] : steps
  } catch (error) {
    if (error instanceof HttpFailure) return [failed('reach', error)]
    if (error instanceof IntrayError) return [failed('organisation', sentenceIn(error) ?? sayAsWritten(''))]
    throw error
  }
}

/** What the endpoint may say to the question for an unknown entity. The simulator can be told to create it. */
function isFromEndpoint(answer: HttpAnswer, reading: AnswerReading, entityId: string): boolean {
  if (answer.status === 200) {
    const body = readAnswerBody(answer, '')
    return body.kind === 'object' && readMediaEntries(body.value, entityId).ok
  }
  if (reading.outcome === 'entity_unknown') return reading.answerCode !== null
  return keyTroubles[reading.outcome] !== undefined
}

const keyTroubles: Readonly<Partial<Record<AnswerReading['outcome'], KeyTrouble>>> = {
  key_refused: 'key_not_accepted',
  key_without_permission: 'key_may_not_read',
  rate_limited: 'key_untried_too_fast',
  entity_busy: 'key_untried_busy',
  server_error: 'key_untried_broken',
}

type KeyTrouble = Extract<SentenceCode, `key_${string}`>

function keyStep(reading: AnswerReading, key: string): Step {
  const failure = failureOfKey(key)
  if (failure !== null) return failed('key', sentenceIn(failure) ?? say('key_not_entered'))
  const trouble = keyTroubles[reading.outcome]
  return trouble === undefined
    ? passed('key', say('key_accepted'))
    : failed('key', withAnswer(say(trouble), reading))
}

/** A misspelt organisation may be answered in the same way, so the words do not promise more than is known. */
function organisationStep(organisation: string): Step {
  return passed('organisation', say('organisation_asked', { name: organisation }))
}

function withAnswer(sentence: Sentence, reading: AnswerReading): Sentence {
  const words = wordsSaid(reading)
  return words === null ? sentence : sayAll([sentence, say('it_said', { words })])
}

function passed(step: Step['step'], { words, said }: Sentence): Step {
  return { step, ok: true, words, said }
}

function failed(step: Step['step'], { words, said }: Sentence): Step {
  return { step, ok: false, words, said }
}
