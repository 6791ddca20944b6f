import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { compare } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { contest, peakOf, timesOf } from './measure/contest.ts'
import type { Measurement } from './measure/contest.ts'
import { lookIntoLedger, runOnce } from './measure/intray-run.ts'
import { measureProcess } from './measure/measured-process.ts'
import { writeScans } from './measure/scan-files.ts'
import { startSimulatorProcess } from './measure/simulator-process.ts'
import type { SimulatorProcess } from './measure/simulator-process.ts'
import { uploadResultSchema } from './measure/upload-plan.ts'
import type { UploadPlan } from './measure/upload-plan.ts'

const folderCount = 10
const concurrency = 8
const uploadLoop = resolve(import.meta.dirname, 'measure/upload-loop.ts')

interface Sent {
  readonly whole: Measurement
  /** From the first attempt to the end of the last one. */
  readonly sending: Measurement
}

// Uploading to the simulator in a process of its own, against a bare loop of the same HTTP client.
await runBenchmark('upload', async ({ folder, scaled }) => {
  const count = scaled(2_000)
  const scans = join(folder, 'scans')
  const paths = (await writeScans(scans, { count, folderCount })).map((path) => join(scans, path))
  tell(`${count} scans written`)
  const simulator = await startSimulatorProcess(folder, { createUnknownEntities: true, ratePerSecond: null })
  try {
    const planFile = join(folder, 'plan.json')
    const plan: UploadPlan = { ...simulator, concurrency, paths }
    await writeFile(planFile, JSON.stringify(plan))
    await loop(planFile)
    const { first, second } = await contest(
      (round) => upload(join(folder, `data-${round}`), scans, simulator, count),
      () => loop(planFile),
    )
    return [
      compareAs('upload, the whole command', 'whole', first, second),
      compareAs('upload, first to last request', 'sending', first, second),
    ]
  } finally {
    await simulator.stop()
  }
})

async function upload(
  dataDir: string,
  scans: string,
  { baseUrl, organisation, key }: SimulatorProcess,
  count: number,
): Promise<Sent> {
  await mkdir(dataDir)
  const whole = await runOnce({
    dataDir,
    settings: {
      mode: 'live',
      connection: { baseUrl, organisation },
      folders: [{ id: 'inbox', path: scans, policy: 'upload_when_certain' }],
      intake: { quietMs: 0, minPicturePixels: 0 },
      upload: { concurrency, requestsPerSecond: 1_000 },
    },
    key,
    expected: [0],
  })
  const sending = await lookIntoLedger(dataDir, async (ledger) => {
    let startedAtMs = Infinity
    let finishedAtMs = 0
    for (let itemId = 1; itemId <= count; itemId += 1) {
      const { item, attempts } = await ledger.getDetail(itemId)
      if (item.state !== 'uploaded') throw new Error(`${item.path} is ${item.state}.`)
      for (const attempt of attempts) {
        startedAtMs = Math.min(startedAtMs, attempt.startedAtMs)
        finishedAtMs = Math.max(finishedAtMs, attempt.finishedAtMs ?? 0)
      }
    }
    return { durationMs: finishedAtMs - startedAtMs }
  })
  return { whole, sending: { ...sending, peakRssBytes: whole.peakRssBytes } }
}

async function loop(planFile: string): Promise<Sent> {
  const whole = await measureProcess({ command: process.execPath, args: [uploadLoop, planFile] })
  const { sendingMs } = uploadResultSchema.parse(JSON.parse(whole.stdout))
  return { whole, sending: { durationMs: sendingMs } }
}

function compareAs(name: string, part: 'whole' | 'sending', intray: readonly Sent[], bare: readonly Sent[]) {
  const measured = intray.map((each) => each[part])
  return compare(
    name,
    timesOf('run --once', measured),
    timesOf(
      'bare loop',
      bare.map((each) => each[part]),
    ),
    peakOf(measured),
  )
}
