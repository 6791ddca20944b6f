import { readName } from '../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../electron/engine/identify/naming/rule-set.ts'
import { rulesDefinitionSchema } from '../../electron/shared/rules.ts'
import { compare } from './measure/bench-report.ts'
import type { BenchRow } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { contest, timesOf } from './measure/contest.ts'
import type { Measurement } from './measure/contest.ts'
import { expressionOf, listNames, listRules } from './measure/scan-names.ts'
import { peakRssBytes } from './measure/peak-memory.ts'

const ruleCount = 50

// Reading names, against splitting the same names with one plain regular expression for each rule.
await runBenchmark('names', async ({ scaled }) => {
  const paths = listNames(scaled(100_000))
  const patterns = listRules(ruleCount)
  const rules = patterns.map((pattern, index) => ({ id: `r${index}`, name: `Rule ${index}`, pattern }))
  const ruleSet = compileRules(rulesDefinitionSchema.parse({ rules }))
  if (ruleSet.problems.length > 0) throw new Error(ruleSet.problems.map(({ words }) => words).join(' '))
  const expressions = patterns.map(expressionOf)

  const kinds = { match: 0, conflict: 0, none: 0 }
  for (const path of paths) kinds[readName(ruleSet, path).kind] += 1
  tell(`${paths.length} names: ${kinds.match} read, ${kinds.conflict} ambiguous, ${kinds.none} not read`)

  const { first, second } = await contest(
    () => measure(() => paths.forEach((path) => readName(ruleSet, path))),
    () => measure(() => paths.forEach((path) => expressions.forEach((expression) => expression.exec(path)))),
  )
  return [row(`${paths.length} names, ${ruleCount} rules`, first, second)]
})

function measure(work: () => void): Promise<Measurement> {
  const startedAt = performance.now()
  work()
  return Promise.resolve({ durationMs: performance.now() - startedAt })
}

function row(name: string, measured: readonly Measurement[], plain: readonly Measurement[]): BenchRow {
  return compare(
    name,
    timesOf('read', measured),
    timesOf('split by regular expressions', plain),
    peakRssBytes(process.pid),
  )
}
