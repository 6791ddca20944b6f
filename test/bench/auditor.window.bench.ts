import { deepStrictEqual } from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../../electron/engine/data-folder.ts'
import { openIntray } from '../e2e/support/intray-window.ts'
import type { IntrayWindow } from '../e2e/support/intray-window.ts'
import { auditedDays, writeAuditedYear } from './measure/audited-year.ts'
import { compare } from './measure/bench-report.ts'
import type { BenchRow } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { median, quantile } from './measure/statistics.ts'
import { auditorQuestions } from './window/auditor-questions.ts'
import type { Question } from './window/auditor-questions.ts'
import { Auditor } from './window/auditor.ts'
import { LedgerRows } from './window/ledger-rows.ts'
import { Person, quickPace } from './window/person.ts'

const longestMs = 15_000

// An auditor's ten questions to a ledger of a year, asked in the real window by the keyboard, five keys a second: the
// seconds until the answer stands there. Each answer is compared with the ledger, read by SQL.
await runBenchmark('auditor.window', async ({ folder, scaled }) => {
  const nowMs = Date.now()
  const ledgerFile = dataFolder(folder).ledgerFile('live', 'main')
  mkdirSync(join(ledgerFile, '..'), { recursive: true })
  await writeAuditedYear(ledgerFile, scaled(1_000_000), nowMs)
  const settings = {
    mode: 'live',
    connection: { baseUrl: 'http://127.0.0.1:9/v1', organisation: 'bench' },
    // The ledger of another computer, whose folders are not here.
    folders: [{ id: 'inbox', path: join(folder, 'not-here') }],
  }
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings))
  const questions = auditorQuestions(new LedgerRows(ledgerFile), auditedDays(nowMs), folder)
  tell('the ledger is written')
  const intray = await openIntray({ dataDir: folder })
  try {
    const answers: Answer[] = []
    for (const question of questions) answers.push(await answer(intray, question))
    return [...answers.map(rowOf), waitOf(answers)]
  } finally {
    await intray.app.close()
  }
})

interface Answer {
  readonly words: string
  readonly keyCount: number
  /** Until the answer was read. */
  readonly tookMs: number
  /** Of that, the person's looks and keys. */
  readonly ownMs: number
  /** The same question, asked of the ledger's file by SQL. */
  readonly directMs: number
}

/** Asks one question, measures until its answer was read, and compares it with the truth. */
async function answer({ app, page }: IntrayWindow, { words, ask, truth }: Question): Promise<Answer> {
  const person = new Person(page, quickPace)
  await page.keyboard.press('Control+1')
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor()
  const startedAt = performance.now()
  const told = await ask(new Auditor(person, app))
  const tookMs = performance.now() - startedAt
  const askedAt = performance.now()
  const right = truth()
  const directMs = performance.now() - askedAt
  deepStrictEqual(told, right, words)
  const { keyCount, ownMs } = person
  tell(`${(tookMs / 1_000).toFixed(1)} s, ${keyCount} keys at ${quickPace.keyMs} ms each: ${words}`)
  if (tookMs > longestMs) throw new Error(`The answer took ${(tookMs / 1_000).toFixed(1)} s: ${words}`)
  return { words, keyCount, tookMs, ownMs, directMs }
}

function rowOf({ words, keyCount, tookMs, ownMs }: Answer): BenchRow {
  return compare(
    words,
    { label: `${keyCount} keys`, medianMs: tookMs, p95Ms: null },
    { label: 'the person alone', medianMs: ownMs, p95Ms: null },
    null,
  )
}

/** What is not the person's own time, beside the bare ledger. */
function waitOf(answers: readonly Answer[]): BenchRow {
  const times = (label: string, of: (one: Answer) => number) => {
    const values = answers.map(of)
    return { label, medianMs: median(values), p95Ms: quantile(values, 0.95) }
  }
  return compare(
    'the wait for the window, of all questions',
    times('window', ({ tookMs, ownMs }) => tookMs - ownMs),
    times('the ledger by SQL', ({ directMs }) => directMs),
    null,
  )
}
