import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { dataFolder } from '../../electron/engine/data-folder.ts'
import { openIntray } from '../e2e/support/intray-window.ts'
import type { IntrayWindow } from '../e2e/support/intray-window.ts'
import { ask } from '../e2e/support/window-bridge.ts'
import { runBenchmark } from './measure/bench-run.ts'
import { DayDesk } from './window/day-desk.ts'
import { approveByCalls } from './window/called-decisions.ts'
import { checkOutcome } from './window/day-outcome.ts'
import { drawScans, faintPaper } from './window/drawn-scan.ts'
import { LedgerRows } from './window/ledger-rows.ts'
import { mixedDay } from './window/mixed-day.ts'
import type { DayScan } from './window/mixed-day.ts'
import { markedScan, ScanForms } from './window/mixed-scans.ts'
import { Person, quickPace } from './window/person.ts'
import { untilNextFile, watchShownFile } from './window/shown-file.ts'

/** Longer than Intray lets anything of a practice day wait. */
const patienceMs = 60_000

// A stopwatch over a hundred mixed scans: from dropping them into the folder until each is decided and what can be sent
// is sent, by the keyboard alone and as fast as a person is. The reference is the person's own time.
await runBenchmark('day.window', async ({ folder, scaled }) => {
  mkdirSync(join(folder, 'practice', 'scans'), { recursive: true })
  writeFileSync(join(folder, 'practice', 'scans-copied'), '')
  const intray = await openIntray({ dataDir: folder })
  try {
    const { page } = intray
    const [faint = null] = await drawScans(page, [faintPaper])
    const forms = new ScanForms(await drawScans(page), faint)
    const { scans, repeats } = mixedDay(forms, scaled(100) / 100)
    const all = [...scans, ...repeats]
    await watchShownFile(page)
    const startedAt = Date.now()
    for (const { name, bytes } of scans) intray.drop(name, bytes)
    const desk = new DayDesk(new Person(page, quickPace), all)
    await untilNextFile(page, '')
    const firstShownMs = Date.now() - startedAt
    await Promise.all([
      desk.reviewAll(),
      waitForCounts(page, ({ total }) => total >= scans.length).then(() => {
        for (const { name, bytes } of repeats) intray.drop(name, bytes)
      }),
    ])
    for (;;) {
      await waitForCounts(page, ({ settling, waiting, held }) => settling === 0 || waiting + held > 0)
      const { waiting, held, decided } = await countsOf(page)
      if (decided === all.length) break
      if (held > 0) await desk.goTo('Control+2', () => desk.solveAll())
      else if (waiting > 0) await desk.goTo('Control+1', () => desk.reviewAll())
    }
    const totalMs = Date.now() - startedAt
    checkOutcome(new LedgerRows(dataFolder(folder).ledgerFile('practice', 'main')), all)
    return desk.report({ totalMs, firstShownMs, calledMs: await decideWithoutWindow(intray, scans) })
  } finally {
    await intray.app.close()
  }
})

/** Drops the sound scans once more, for other entities and with other contents, and approves them by calls. */
async function decideWithoutWindow(
  { page, drop }: IntrayWindow,
  scans: readonly DayScan[],
): Promise<readonly number[]> {
  const again = scans.filter(({ intent }) => intent.kind === 'approve')
  const { total } = await countsOf(page)
  for (const { name, bytes } of again) {
    drop(name.replace('cust-2', 'cust-7'), markedScan({ ending: name, bytes }, 'again'))
  }
  await waitForCounts(page, (now) => now.total >= total + again.length && now.settling === 0)
  return approveByCalls(page)
}

interface Counts {
  readonly total: number
  /** On the way to a person or to the endpoint. */
  readonly settling: number
  readonly waiting: number
  readonly held: number
  readonly decided: number
}

async function countsOf(page: Page): Promise<Counts> {
  const { counts, total } = await ask(page, 'status.get', {})
  const waiting = counts.awaiting_review
  const held = counts.needs_attention + counts.failed + counts.outcome_unknown + counts.missing
  const decided = counts.uploaded + counts.rejected
  // The slips that ask for a new scan are no scans.
  const settling = total - waiting - held - decided - counts.ignored
  return { total, waiting, held, decided, settling }
}

async function waitForCounts(page: Page, enough: (counts: Counts) => boolean): Promise<void> {
  const startedAt = Date.now()
  while (!enough(await countsOf(page))) {
    if (Date.now() - startedAt > patienceMs) {
      throw new Error(`Nothing goes on: ${JSON.stringify(await countsOf(page))}`)
    }
    await page.waitForTimeout(50)
  }
}
