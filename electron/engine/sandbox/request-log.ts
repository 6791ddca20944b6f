import type { FaultKind } from './fault.ts'

/** How a request ended. `pending` ones have not; `hung` ones never get an answer. */
export type RequestOutcome = 'pending' | 'answered' | 'cut' | 'hung' | 'client_gone'

export type RequestRecord = {
  /** Counted from 1 in the order of arrival. */
  sequence: number
  method: string
  /** The request target as it came, percent signs and all. */
  target: string
  entityId: string | null
  arrivedAtMs: number
  settledAtMs: number | null
  bodyBytes: number
  fault: FaultKind | null
  outcome: RequestOutcome
  /** The status that was sent, where one was. */
  status: number | null
  /** How many media this request left behind. */
  storedMedia: number
  /** An unexpected error of the simulator itself; the client got a 500. */
  failure: string | null
}

export type RequestCounts = Record<RequestOutcome, number> & {
  total: number
  storedMedia: number
  byStatus: Record<number, number>
  byFault: Partial<Record<FaultKind, number>>
}

export type RequestEvent = { stage: 'arrived' | 'settled'; record: Readonly<RequestRecord> }
export type RequestListener = (event: RequestEvent) => void

export type RequestLog = {
  arrive(request: Pick<RequestRecord, 'method' | 'target' | 'entityId' | 'arrivedAtMs'>): RequestRecord
  /** Settles a request once; what comes later is ignored. */
  settle(record: RequestRecord, outcome: RequestOutcome, nowMs: number): void
  /** The newest settled requests, oldest first. */
  records(): RequestRecord[]
  counts(): RequestCounts
  watch(listener: RequestListener): () => void
}

export function createRequestLog(maxRecords: number): RequestLog {
  let settled: RequestRecord[] = []
  const listeners = new Set<RequestListener>()
  const counts: RequestCounts = {
    total: 0,
    pending: 0,
    answered: 0,
    cut: 0,
    hung: 0,
    client_gone: 0,
    storedMedia: 0,
    byStatus: {},
    byFault: {},
  }
  const tell = (stage: RequestEvent['stage'], record: RequestRecord): void => {
    for (const listener of listeners) listener({ stage, record: { ...record } })
  }
  return {
    arrive(request) {
      counts.total += 1
      counts.pending += 1
      const record: RequestRecord = {
        ...request,
        sequence: counts.total,
        settledAtMs: null,
        bodyBytes: 0,
        fault: null,
        outcome: 'pending',
        status: null,
        storedMedia: 0,
        failure: null,
      }
      tell('arrived', record)
      return record
    },
    settle(record, outcome, nowMs) {
      if (record.outcome !== 'pending') return
      record.outcome = outcome
      record.settledAtMs = nowMs
      counts.pending -= 1
      counts[outcome] += 1
      counts.storedMedia += record.storedMedia
      if (record.status !== null) counts.byStatus[record.status] = (counts.byStatus[record.status] ?? 0) + 1
      if (record.fault !== null) counts.byFault[record.fault] = (counts.byFault[record.fault] ?? 0) + 1
      settled.push(record)
      // Cut back only at twice the size: one copy for each `maxRecords` requests, not one for each request.
      if (settled.length >= 2 * maxRecords) settled = settled.slice(-maxRecords)
      tell('settled', record)
    },
    records: () => settled.slice(-maxRecords).map((record) => ({ ...record })),
    counts: () => structuredClone(counts),
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
