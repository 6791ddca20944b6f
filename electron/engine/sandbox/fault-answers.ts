import { emptyObjectAnswer, loadBalancerPage, refusalAnswer } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Fault } from './fault.ts'
import type { SandboxOptions } from './options.ts'
import { rateHeaders } from './rate-limit.ts'
import type { RateVerdict } from './rate-limit.ts'
import { Refusal } from './refusal.ts'

/** Whether a request that is struck by this fault is carried out all the same. */
export function isCarriedOut(fault: Fault | null): boolean {
  return fault === null || !('stored' in fault) || fault.stored
}

/** The answer that a fault puts in the place of the endpoint's own, or null where it leaves that alone. */
export function faultAnswer(
  fault: Fault | null,
  options: Pick<SandboxOptions, 'errorBody'>,
  rate: RateVerdict | null,
): Answer | null {
  switch (fault?.kind) {
    case 'refuse':
      return scriptedRefusal(fault, options, rate)
    case 'junk':
      return { ...junk[fault.content], status: fault.status }
    case 'redirect':
      return { status: fault.status, headers: { location: fault.location }, body: '' }
    default:
      return null
  }
}

function scriptedRefusal(
  fault: Extract<Fault, { kind: 'refuse' }>,
  options: Pick<SandboxOptions, 'errorBody'>,
  rate: RateVerdict | null,
): Answer {
  const { status, errorCode, message = 'This refusal is scripted.', retryAfterSeconds } = fault
  const headers = {
    ...(status === 429 && rate !== null ? rateHeaders({ ...rate, remaining: 0 }) : {}),
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    ...fault.headers,
  }
  if (fault.body !== undefined) return { status, headers, body: fault.body }
  return refusalAnswer(new Refusal(status, message, errorCode), options, headers)
}

const jsonHeaders = emptyObjectAnswer.headers
const portal =
  '<!DOCTYPE html><html><head><title>Guest network</title></head><body><form action="/login">Sign in</form></body></html>'

const junk: Record<Extract<Fault, { kind: 'junk' }>['content'], Answer> = {
  captive_portal: { ...loadBalancerPage(200), body: portal },
  not_json: { status: 200, headers: jsonHeaders, body: 'OK' },
  truncated_json: { status: 200, headers: jsonHeaders, body: '{"general_data": {"entity_' },
  wrong_shape: { status: 200, headers: jsonHeaders, body: '[{"media_data": 7, "general_data": "none"}]' },
  empty: { status: 200, headers: {}, body: '' },
}
