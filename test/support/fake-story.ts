import type { Attempt, AuditEvent, AuditKind, Item } from '../../electron/shared/records.ts'

const actor = 'Ada Okafor'

/** A believable past for a seeded item: how it came to the state that it is in. */
export function storyOf(item: Item): { readonly attempts: Attempt[]; readonly events: AuditEvent[] } {
  const events: AuditEvent[] = []
  const tell = (kind: AuditKind, afterMs: number, who: string, data: Record<string, unknown>): void => {
    const seq = item.id * 10 + events.length
    const hash = `${String(seq).padStart(8, '0')}${(item.sha256 ?? '').slice(8)}`
    events.push({ seq, atMs: item.firstSeenAtMs + afterMs, actor: who, kind, itemId: item.id, data, hash })
  }
  const facts = (state: string) => ({ state, entityId: item.entityId, mediaType: item.mediaType })

  tell('item.seen', 0, 'engine', { from: null, item: facts('seen'), sizeBytes: item.sizeBytes })
  if (item.state === 'ignored') {
    tell('item.ignored', 20, 'engine', { from: 'seen', item: facts('ignored'), reason: item.reason })
    return { attempts: [], events }
  }
  const held = item.findings.some((finding) => finding.severity === 'block')
  const route = held ? 'needs_attention' : 'awaiting_review'
  tell('item.identified', 2_100, 'engine', {
    from: 'seen',
    via: 'identified',
    item: facts(route),
    findings: item.findings,
    ruleId: item.ruleId,
  })
  if (item.state === 'rejected') {
    tell('item.rejected', 61_000, actor, { from: route, item: facts('rejected'), reason: item.reason })
  }
  const sent = ['uploaded', 'uploading', 'failed', 'outcome_unknown', 'retry_wait'].includes(item.state)
  if (!sent) return { attempts: [], events }

  tell('item.approved', 64_000, actor, {
    from: route,
    item: facts('approved'),
    before: { entityId: item.entityId, mediaType: 'IMAGE_PROFILE_PICTURE' },
  })
  const attempt = attemptOf(item)
  tell('attempt.started', 64_200, 'engine', {
    from: 'approved',
    item: facts('uploading'),
    number: 1,
    sentName: attempt.sentName,
  })
  if (attempt.outcome !== 'in_flight') {
    tell('attempt.settled', 64_900, 'engine', {
      from: 'uploading',
      item: facts(item.state),
      number: 1,
      outcome: attempt.outcome,
      httpStatus: attempt.httpStatus,
      durationMs: attempt.durationMs,
    })
  }
  return { attempts: [attempt], events }
}

const answers: Readonly<
  Record<string, readonly [status: number | null, code: string | null, words: string | null]>
> = {
  entity_unknown: [404, 'resource_not_found', 'Entity was not found in this organisation.'],
  entity_conflict: [409, 'conflict', null],
  attempts_used_up: [503, null, 'Service temporarily unavailable'],
  server_error: [500, 'internal_error', null],
  rate_limited: [429, 'rate_limited', 'Too many requests'],
}

function attemptOf(item: Item): Attempt {
  const startedAtMs = item.firstSeenAtMs + 64_200
  const inFlight = item.state === 'uploading'
  const accepted = item.state === 'uploaded'
  const answer = item.lastFailure === null ? undefined : answers[item.lastFailure.code]
  const [httpStatus, answerCode, answerMessage] = accepted
    ? [200, null, null]
    : (answer ?? [null, null, null])
  return {
    id: item.id,
    itemId: item.id,
    number: 1,
    startedAtMs,
    finishedAtMs: inFlight ? null : startedAtMs + 640,
    durationMs: inFlight ? null : 640,
    url: `https://sandbox1-api.unit21.com/v1/arcadia-bank/entities/${item.entityId ?? ''}/link-media`,
    bodyForm: 'multipart',
    sentName: `intray-${item.id}-${(item.sha256 ?? '').slice(0, 12)}.jpg`,
    entityId: item.entityId ?? '',
    mediaType: item.mediaType ?? '',
    sha256: item.sha256 ?? '',
    sizeBytes: item.sizeBytes,
    outcome: inFlight ? 'in_flight' : accepted ? 'accepted' : (item.lastFailure?.code ?? 'server_error'),
    httpStatus,
    answerCode,
    answerMessage,
  }
}
