import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder } from '../../electron/engine/data-folder.ts'
import { compare } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { contest, peakOf, timesOf } from './measure/contest.ts'
import { intrayCommand } from './measure/intray-run.ts'
import { measureProcess } from './measure/measured-process.ts'
import type { MeasuredProcess } from './measure/measured-process.ts'
import { writeProvenHistory } from './measure/proven-history.ts'

// A sealed bundle of a whole ledger: writing it and checking it, each against copying and hashing the same bytes.
await runBenchmark('evidence', async ({ folder, scaled }) => {
  const count = scaled(200_000)
  const dataDir = join(folder, 'data')
  await mkdir(dataDir)
  const connection = { baseUrl: 'http://127.0.0.1:9/v1', organisation: 'bench' }
  await writeFile(join(dataDir, 'settings.json'), JSON.stringify({ mode: 'live', connection }))
  const startedAt = performance.now()
  await writeProvenHistory(dataFolder(dataDir).ledgerFile('live', 'main'), count, Date.now())
  tell(`${count} items written in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)

  const bundle = join(folder, 'bundle.jsonl')
  const intray = (...words: readonly string[]): Promise<MeasuredProcess> =>
    measureProcess({ command: process.execPath, args: [intrayCommand, ...words, '--data-dir', dataDir] })
  const write = () => intray('export', '--format', 'bundle', '--output', bundle)
  const copy = () =>
    measureProcess({ command: 'sh', args: ['-c', 'cp "$0" "$0.copy" && sha256sum "$0.copy"', bundle] })

  const written = await contest(write, copy)
  const megabytes = (await stat(bundle)).size / 1e6
  tell(`the bundle has ${Math.round(megabytes)} MB`)
  const checked = await contest(async () => {
    const run = await intray('verify', bundle, '--json')
    if (!run.stdout.includes(`"itemCount":${count},`)) throw new Error(run.stdout)
    return run
  }, copy)
  const row = (name: string, { first, second }: typeof written) =>
    compare(
      `${name} a bundle, ${count} items`,
      timesOf('intray', first),
      timesOf('cp and sha256sum', second),
      peakOf(first),
    )
  return [row('export', written), row('verify', checked)]
})
