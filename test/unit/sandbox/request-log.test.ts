import { describe, expect, it } from 'vitest'
import { createRequestLog } from '../../../electron/engine/sandbox/request-log.ts'

const request = { method: 'PUT', target: '/', entityId: 'a', arrivedAtMs: 0 }

describe('the request log', () => {
  it('keeps the newest requests alone and counts all', () => {
    const log = createRequestLog(10)
    for (let call = 0; call < 1_234; call += 1) {
      const record = log.arrive(request)
      record.status = call % 2 === 0 ? 200 : 423
      log.settle(record, 'answered', 5)
    }
    expect(log.records().map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 10 }, (_, index) => 1_225 + index),
    )
    expect(log.counts()).toMatchObject({ total: 1_234, answered: 1_234, byStatus: { 200: 617, 423: 617 } })
  })

  it('settles a request once', () => {
    const log = createRequestLog(10)
    const record = log.arrive(request)
    log.settle(record, 'hung', 1)
    log.settle(record, 'cut', 2)
    expect(log.counts()).toMatchObject({ total: 1, hung: 1, cut: 0, pending: 0 })
    expect(log.records()).toMatchObject([{ outcome: 'hung', settledAtMs: 1 }])
  })

  it('tells its watchers until they end', () => {
    const log = createRequestLog(10)
    const heard: string[] = []
    const end = log.watch(({ stage, record }) => heard.push(`${stage} ${record.outcome}`))
    log.settle(log.arrive(request), 'answered', 1)
    end()
    log.arrive(request)
    expect(heard).toEqual(['arrived pending', 'settled answered'])
  })
})
