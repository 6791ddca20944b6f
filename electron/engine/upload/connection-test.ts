import { randomUUID } from 'node:crypto'
import { IntrayError } from '../../shared/error-codes.ts'
import { connectionSchema } from '../../shared/settings/connection.ts'
import type { ConnectionSettings } from '../../shared/settings/connection.ts'
import type { ConnectionTest } from '../../shared/status.ts'
import { readAnswerBody } from './answer-body.ts'
import { classifyAnswer } from './answer.ts'
import type { AnswerReading } from './answer.ts'
import { failureOfKey } from './api-key.ts'
import type { Clock } from '../time/clock.ts'
import { requestEntity } from './entity-request.ts'
import { HttpFailure } from './http-exchange.ts'
import type { HttpAnswer, HttpPort } from './http-exchange.ts'
import { readMediaEntries } from './media-entries.ts'

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
    ? passed('address', `The address is ${new URL(baseUrl).origin}.`)
    : failed('address', checked.error.issues[0]?.message ?? 'The base URL is not valid.')
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
      const words = `${host} answers, but not as the endpoint does (${answer.status}). Check the base URL.`
      return [failed('reach', words + wordsSaid(reading))]
    }
    const keyFound = keyStep(reading, key)
    const steps = [passed('reach', `${host} answers.`), keyFound]
    return keyFound.ok ? [...steps, organisationStep(connection.organisation)] : steps
  } catch (error) {
    if (error instanceof HttpFailure) return [failed('reach', error.words)]
    if (error instanceof IntrayError) return [failed('organisation', error.detail)]
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
  return keyWords[reading.outcome] !== undefined
}

const keyWords: Partial<Record<AnswerReading['outcome'], string>> = {
  key_refused: 'The key was not accepted (401). A key works in one environment only: check both.',
  key_without_permission:
    'The key may not read entities here (403). It may lack the permission, or belong to another organisation.',
  rate_limited:
    'The endpoint asks Intray to slow down (429), so the key was not tried. Try again in a moment.',
  entity_busy: 'The endpoint is busy (423), so the key was not tried. Try again in a moment.',
  server_error: 'The endpoint has an internal error, so the key was not tried. Try again later.',
}

function keyStep(reading: AnswerReading, key: string): Step {
  const failure = failureOfKey(key)
  if (failure !== null)
    return failed('key', failure.detail === '' ? 'There is no key yet. Enter it.' : failure.detail)
  const words = keyWords[reading.outcome]
  return words === undefined
    ? passed('key', 'The key was accepted.')
    : failed('key', words + wordsSaid(reading))
}

/** A misspelt organisation may be answered in the same way, so the words do not promise more than is known. */
function organisationStep(organisation: string): Step {
  return passed(
    'organisation',
    `The endpoint looked for a test entity in “${organisation}”. A misspelt name may get the same answer: compare it.`,
  )
}

function wordsSaid({ answerCode, answerMessage, detail }: AnswerReading): string {
  const parts = [answerCode, answerMessage, detail].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? '' : ` It said: ${parts.join(': ')}`
}

function passed(step: Step['step'], words: string): Step {
  return { step, ok: true, words }
}

function failed(step: Step['step'], words: string): Step {
  return { step, ok: false, words }
}
