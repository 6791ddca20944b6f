import { dispositionOf } from '../shared/error-codes.ts'
import type { Attempt } from '../shared/records.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import { sentMedium } from './outcome-look.ts'
import { endBeforeSending } from './sending.ts'
import type { AttemptEnd } from './settlement.ts'
import { findArrival } from './upload/arrival.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import { sayWith } from '../shared/sentences/detail.ts'
import { say } from '../shared/sentences/say.ts'

export interface EarlierLook {
  readonly client: EndpointClient
  readonly connection: ConnectionSettings
  readonly key: string
  readonly signal: AbortSignal
}

/**
 * Before a file is sent again whose earlier attempt ended with an error inside the endpoint, or with a redirect: looks
 * whether that one is listed after all. Null where it is not, and the file may go. Else how the new attempt ends without being sent:
 * the file is there, or nobody can tell, and then it waits on.
 */
export async function endByEarlierAttempt(
  earlier: readonly Attempt[],
  look: EarlierLook,
): Promise<AttemptEnd | null> {
  const last = earlier.at(-1)
  if (last === undefined) return null
  const startedAt = performance.now()
  const { client, connection, key, signal } = look
  const list = await client.listMedia({ connection, key, entityId: last.entityId, signal })
  const durationMs = performance.now() - startedAt
  if (list.kind === 'unavailable') {
    // What is not known at all holds nothing; the endpoint's answer to the file itself says the rest.
    if (list.code === 'entity_unknown') return null
    const why = sayWith(say('looked_before_sending_again'), list)
    const end = { ...endBeforeSending(list.code, why, durationMs), retryAfterMs: list.retryAfterMs }
    return canBeMadeLater(list.code)
      ? end
      : { ...end, outcome: 'stopped_before_sending', earlier: { kind: 'untold' } }
  }
  const sent = earlier.filter(({ entityId }) => entityId === last.entityId).map(sentMedium)
  const arrival = findArrival(list.entries, sent)
  switch (arrival.kind) {
    case 'absent':
      return null
    case 'in_doubt': {
      return {
        ...endBeforeSending('stopped_before_sending', say('may_be_earlier_attempt'), durationMs),
        earlier: { kind: 'untold' },
      }
    }
    case 'found': {
      const evidence = { earlier: { sentName: arrival.sentName, entry: arrival.entry } }
      const end = endBeforeSending('stopped_before_sending', say('earlier_attempt_arrived'), durationMs)
      return { ...end, earlier: { kind: 'found', evidence } }
    }
  }
}

/** A key that may send but not read stops no lane: only this one file is left to a person. */
function canBeMadeLater(code: Parameters<typeof dispositionOf>[0]): boolean {
  if (code === 'key_without_permission') return false
  return dispositionOf(code) === 'retry' || dispositionOf(code) === 'pause'
}
