import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createDraws } from '../support/torture/draws.ts'
import { readEndState } from '../support/torture/end-state.ts'
import { attendOnce, isAtRest, untilStatus } from '../support/torture/person.ts'
import { tell } from '../support/torture/proportions.ts'
import { growthOf } from './growth.ts'
import type { Growth, Sample } from './growth.ts'
import { openSoak } from './soak-acts.ts'

// `node test/torture/soak.ts --minutes 30 --seed 7`: scans come, change, move and go, endpoints and disks fail, the
// engine is killed and its settings are saved. In the first third the engine is killed again and again; then one
// engine has to live to the end, and its memory and its open files are measured. Ends with 1 where a promise was broken.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    summary: { type: 'string', default: join(import.meta.dirname, '../../.cache/torture/soak.json') },
  },
})
const minutes = z.coerce.number().positive().parse(values.minutes)
const seed = z.coerce.number().int().parse(values.seed)

/** After so much of one engine's life its caches are filled, and nothing may grow any more. */
const warmUpShare = 0.3
/**
 * What may come to it from then to the end, however long that is: a ledger that grows fills SQLite's cache of 32 MB,
 * and the allocator keeps as much again in fragments.
 */
const allowedGrowth = { heapBytes: 8_000_000, rssBytes: 64_000_000, openFiles: 8 }

const startedAt = performance.now()
const totalMs = minutes * 60_000
const elapsedMs = (): number => performance.now() - startedAt
const draws = createDraws(seed)
const soak = await openSoak(draws)
const samples: Sample[] = []
let nextSampleMs = 0

tell(`soak: ${minutes} minutes, seed ${seed}`)
while (elapsedMs() < totalMs) {
  const isRough = elapsedMs() < totalMs / 3
  await soak.actOnce(isRough)
  await wait(draws.integer(10, 150))
  if (isRough || elapsedMs() < nextSampleMs) continue
  nextSampleMs = elapsedMs() + Math.max(1_000, totalMs / 200)
  const { rssBytes, heapUsedBytes } = await soak.real.engine.memory()
  const openFiles = readdirSync(`/proc/${soak.real.engine.pid}/fd`).length
  samples.push({ atMs: elapsedMs(), heapBytes: heapUsedBytes, rssBytes, openFiles })
}

const { place, engine } = soak.real
place.sandbox.faults.clear()
await engine.breakDisk(null)
const status = await untilStatus(
  engine,
  (present) => isAtRest(present) && present.counts.failed + present.counts.outcome_unknown === 0,
  { withinMs: 120_000, what: 'everything comes to rest', whileWaiting: () => attendOnce(engine, place) },
)
const { problems, counts } = await readEndState(place, soak.files)
const unaccounted = status.folders.reduce((sum, folder) => sum + folder.unaccounted, 0)
const growth: Growth = growthOf(samples, warmUpShare)
await engine.stop()
await place.stop()

const broken = [
  ...problems,
  ...(unaccounted === 0 ? [] : [`${unaccounted} files are unaccounted for`]),
  ...(['heapBytes', 'rssBytes', 'openFiles'] as const).flatMap((what) => {
    const { total } = growth[what]
    return total <= allowedGrowth[what] ? [] : [`${what} grew by ${Math.round(total)} after the warm-up`]
  }),
]
const summary = {
  minutes: Math.round(elapsedMs() / 6_000) / 10,
  seed,
  acts: soak.actCounts(),
  requests: place.sandbox.requests().total,
  faults: place.sandbox.requests().byFault,
  items: counts,
  unaccounted,
  growth,
  broken,
}
mkdirSync(dirname(values.summary), { recursive: true })
writeFileSync(values.summary, `${JSON.stringify(summary, null, 2)}\n`)
console.log(JSON.stringify(summary, null, 2))
tell(broken.length === 0 ? 'soak: every promise was kept' : `soak: BROKEN (repeat it with --seed ${seed})`)
process.exitCode = broken.length === 0 ? 0 : 1
