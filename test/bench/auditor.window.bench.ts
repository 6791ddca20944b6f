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
    const rows: BenchRow[] = []
    for (const question of questions) rows.push(await answer(intray, question))
    return rows
  } finally {
    await intray.app.close()
  }
})

/** Asks one question, and measures until its answer was read. */
async function answer({ app, page }: IntrayWindow, question: Question): Promise<BenchRow> {
  const person = new Person(page, quickPace)
  await page.keyboard.press('Control+1')
  await page.getByRole('heading', { level: 1, name: 'Review' }).waitFor()
  const startedAt = performance.now()
  const told = await question.ask(new Auditor(person, app))
  const tookMs = performance.now() - startedAt
  deepStrictEqual(told, question.truth(), question.words)
  tell(`${(tookMs / 1_000).toFixed(1)} s, ${person.keyCount} keys: ${question.words}`)
  if (tookMs > longestMs)
    throw new Error(`The answer took ${(tookMs / 1_000).toFixed(1)} s: ${question.words}`)
  return compare(
    question.words,
    { label: `${person.keyCount} keys`, medianMs: tookMs, p95Ms: null },
    { label: 'the person alone', medianMs: person.ownMs, p95Ms: null },
    null,
  )
}
