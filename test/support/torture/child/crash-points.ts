import { subscribe } from 'node:diagnostics_channel'
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { z } from 'zod'
import { changingOperations, followFileOperations } from './file-operations.ts'
import { followLedgerWrites } from './ledger-writes.ts'

// Loaded before the engine: ends its process, as by a power cut, at the point that the environment names. Points
// are every write to the ledger, every commit, every step of a request and every change to a file, counted from 1.
const networkSteps = [
  'undici:client:beforeConnect',
  'undici:client:connected',
  'undici:request:create',
  'undici:client:sendHeaders',
  'undici:request:bodyChunkSent',
  'undici:request:bodySent',
  'undici:request:headers',
  'undici:request:bodyChunkReceived',
  'undici:request:trailers',
]

if (isMainThread) {
  const { at, reportFile } = z
    .object({ at: z.int().nullable(), reportFile: z.string() })
    .parse(JSON.parse(process.env['INTRAY_CRASH_POINTS'] ?? ''))
  const passed: string[] = []
  const report = (killedAt: string | null): void => {
    writeFileSync(reportFile, JSON.stringify({ killedAt, passed }))
  }
  const pass = (point: string): void => {
    passed.push(point)
    if (at !== passed.length) return
    report(point)
    process.kill(process.pid, 'SIGKILL')
  }

  followLedgerWrites({
    beforeWrite: (sql) => {
      pass(`before ${sql.trim().replace(/\s+/g, ' ').slice(0, 50)}`)
    },
    beforeCommit: () => {
      pass('before the commit')
    },
    afterCommit: () => {
      pass('after the commit')
    },
  })
  followFileOperations({
    before: (operation) => {
      if (changingOperations.has(operation)) pass(`before ${operation}`)
    },
    after: (operation) => {
      if (changingOperations.has(operation)) pass(`after ${operation}`)
    },
  })
  for (const step of networkSteps) {
    subscribe(step, () => {
      pass(step)
    })
  }
  process.on('exit', () => {
    report(null)
  })
}
