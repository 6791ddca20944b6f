import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'

const reportFile = resolve(import.meta.dirname, '../../../out/bench.json')

const timesSchema = z.object({ label: z.string(), medianMs: z.number(), p95Ms: z.number().nullable() })

const rowSchema = z.object({
  name: z.string(),
  /** What Intray took. */
  measured: timesSchema,
  /** What the same work takes at the least, or with less of it, measured in the same run. */
  reference: timesSchema,
  /** `measured` by `reference`, of their medians: it says more than times of one machine. */
  ratio: z.number(),
  /** The most memory that the measured process held at one time; null where the system does not tell. */
  peakRssBytes: z.number().nullable(),
})

const reportSchema = z.object({
  node: z.string(),
  processor: z.string(),
  cores: z.number(),
  benchmarks: z.record(
    z.string(),
    z.object({ measuredAt: z.string(), scale: z.number(), rows: z.array(rowSchema) }),
  ),
})

export type Times = z.infer<typeof timesSchema>
export type BenchRow = z.infer<typeof rowSchema>

/** A row with its ratio. */
export function compare(
  name: string,
  measured: Times,
  reference: Times,
  peakRssBytes: number | null,
): BenchRow {
  return { name, measured, reference, ratio: measured.medianMs / reference.medianMs, peakRssBytes }
}

/** Prints the rows as a table and puts them into `out/bench.json`, beside those of the other benchmarks. */
export async function report(benchmark: string, scale: number, rows: readonly BenchRow[]): Promise<void> {
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.name,
        {
          Intray: timesText(row.measured),
          against: timesText(row.reference),
          ratio: Number(row.ratio.toPrecision(3)),
          'peak MB': row.peakRssBytes === null ? '' : Math.round(row.peakRssBytes / 1e6),
        },
      ]),
    ),
  )
  const benchmarks = { ...(await earlierBenchmarks()) }
  benchmarks[benchmark] = { measuredAt: new Date().toISOString(), scale, rows: [...rows] }
  const whole = {
    node: process.version,
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    benchmarks,
  }
  await mkdir(dirname(reportFile), { recursive: true })
  await writeFile(reportFile, `${JSON.stringify(whole, null, 2)}\n`)
}

async function earlierBenchmarks(): Promise<z.infer<typeof reportSchema>['benchmarks']> {
  const text = await readFile(reportFile, 'utf8').catch(() => null)
  return text === null ? {} : reportSchema.parse(JSON.parse(text)).benchmarks
}

function timesText({ label, medianMs, p95Ms }: Times): string {
  const precision = medianMs < 10 ? 2 : 0
  const p95 = p95Ms === null ? '' : ` (p95 ${p95Ms.toFixed(precision)})`
  return `${label}: ${medianMs.toFixed(precision)} ms${p95}`
}
