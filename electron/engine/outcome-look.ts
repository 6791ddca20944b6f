import { dispositionOf } from '../shared/error-codes.ts'
import type { Attempt } from '../shared/records.ts'
import { detailIn } from '../shared/sentences/detail.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import type { LookAnswer } from './look-series.ts'
import { findArrival } from './upload/arrival.ts'
import type { SentMedium } from './upload/arrival.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import type { MediaEntry } from './upload/media-entries.ts'

export interface FoundAttempt {
  readonly answer: 'found'
  readonly sentName: string
  readonly entry: MediaEntry
}

export interface OutcomeLook {
  readonly client: Pick<EndpointClient, 'listMedia'>
  readonly connection: ConnectionSettings
  readonly key: string
  readonly signal: AbortSignal
}

/** Looks whether one of an item's attempts is at the endpoint: one request for each entity that they were sent to. */
export async function lookForAttempts(
  attempts: readonly Attempt[],
  { client, connection, key, signal }: OutcomeLook,
): Promise<LookAnswer | FoundAttempt> {
  let answer: LookAnswer = { answer: 'absent', entryCount: 0 }
  for (const entityId of new Set(attempts.map((attempt) => attempt.entityId))) {
    const list = await client.listMedia({ connection, key, entityId, signal })
    if (list.kind === 'unavailable') return { answer: 'unavailable', code: list.code, ...detailIn(list) }
    const sent = attempts.filter((attempt) => attempt.entityId === entityId).map(sentMedium)
    const arrival = findArrival(list.entries, sent)
    if (arrival.kind === 'found') {
      return { answer: 'found', sentName: arrival.sentName, entry: arrival.entry }
    }
    if (arrival.kind === 'in_doubt') answer = { answer: 'in_doubt', similar: arrival.similar }
    else if (answer.answer === 'absent') {
      answer = { answer: 'absent', entryCount: answer.entryCount + arrival.entryCount }
    }
  }
  return answer
}

/** Every attempt but those that surely were not sent, or were refused. */
export function mayHaveArrived({ outcome }: Attempt): boolean {
  if (outcome === 'in_flight' || outcome === 'accepted') return true
  return outcome === 'server_error' || outcome === 'redirect_refused' || dispositionOf(outcome) === 'unknown'
}

/** An attempt as it is looked for among an entity's media. */
export function sentMedium(attempt: Attempt): SentMedium {
  const { sentName, mediaType, startedAtMs, finishedAtMs } = attempt
  return { sentName, mediaType, startedAtMs, endedAtMs: finishedAtMs ?? startedAtMs }
}
