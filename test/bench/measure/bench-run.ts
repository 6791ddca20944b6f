import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { report } from './bench-report.ts'
import type { BenchRow } from './bench-report.ts'

export interface BenchRun {
  /** An empty folder for this run, removed when it ends. */
  readonly folder: string
  /** How many things to measure with, of `full`, as `--scale` asks for. */
  scaled(full: number): number
  /** How long to go on, where that decides what is seen: `--minutes`, else as long as is usual. */
  minutes(usual: number): number
}

/**
 * Runs one benchmark in a folder of its own and reports its rows. `--scale 0.1` makes everything a tenth as large,
 * for a quick try; `--minutes 60` goes on for an hour where a benchmark has a length; `--keep` leaves the folder there.
 */
export async function runBenchmark(
  name: string,
  measure: (run: BenchRun) => Promise<readonly BenchRow[]>,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '1' },
      minutes: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  })
  const scale = z.coerce.number().positive().parse(values.scale)
  const folder = await mkdtemp(join(tmpdir(), `intray-bench-${name}-`))
  try {
    const rows = await measure({
      folder,
      scaled: (full) => Math.max(1, Math.round(full * scale)),
      minutes: (usual) =>
        z.coerce
          .number()
          .positive()
          .parse(values.minutes ?? usual),
    })
    await report(name, scale, rows)
  } finally {
    if (values.keep) console.log(`kept: ${folder}`)
    else await rm(folder, { recursive: true, force: true })
  }
}

/** One line about what goes on. */
export function tell(line: string): void {
  console.log(`[bench] ${line}`)
}
