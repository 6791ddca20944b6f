import { join } from 'node:path'
import { compare } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { contest, peakOf, timesOf } from './measure/contest.ts'
import { lookIntoLedger, runOnce } from './measure/intray-run.ts'
import { measureProcess } from './measure/measured-process.ts'
import { writeScans } from './measure/scan-files.ts'

const folderCount = 100

/** Nothing is sent in this benchmark. */
const connection = { baseUrl: 'http://127.0.0.1:9/v1', organisation: 'bench' }

/** A person must look at every file: that is what this run is meant to end with. */
const needsPerson = 1

// Taking files in, from the start of the command to its end, against reading and hashing them.
await runBenchmark('intake', async ({ folder, scaled }) => {
  const count = scaled(20_000)
  const scans = join(folder, 'scans')
  const paths = await writeScans(scans, { count, folderCount })
  tell(`${count} scans written`)
  const sha256sum = () => measureProcess({ command: 'sha256sum', args: paths, cwd: scans })
  // Once without a measurement: then both find the files in memory.
  await sha256sum()

  const { first, second } = await contest(async (round) => {
    const dataDir = join(folder, `data-${round}`)
    const run = await runOnce({
      dataDir,
      settings: {
        mode: 'live',
        connection,
        folders: [{ id: 'inbox', path: scans, policy: 'review_everything' }],
        intake: { quietMs: 0 },
      },
      key: 'bench-key',
      expected: [needsPerson],
    })
    const waiting = await countOf(dataDir, 'awaiting_review')
    if (waiting !== count) throw new Error(`${waiting} of ${count} scans await review.`)
    tell(`round ${round + 1}: ${Math.round(count / (run.durationMs / 1000))} scans per second`)
    return run
  }, sha256sum)
  return [compare('intake', timesOf('run --once', first), timesOf('sha256sum', second), peakOf(first))]
})

async function countOf(dataDir: string, state: 'awaiting_review'): Promise<number> {
  const counts = await lookIntoLedger(dataDir, (ledger) => ledger.countsByFolder())
  return counts.get('inbox')?.[state] ?? 0
}
