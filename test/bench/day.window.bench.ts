import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openIntray } from '../e2e/support/intray-window.ts'
import { ask } from '../e2e/support/window-bridge.ts'
import { runBenchmark } from './measure/bench-run.ts'
import { DayDesk } from './window/day-desk.ts'
import { drawScans } from './window/drawn-scan.ts'
import { mixedDay } from './window/mixed-day.ts'
import type { DayScan } from './window/mixed-day.ts'
import { ScanForms } from './window/mixed-scans.ts'
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
    const { scans, repeats } = mixedDay(new ScanForms(await drawScans(page)), scaled(100) / 100)
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
    await checkOutcome(page, all)
    return desk.report({ totalMs, firstShownMs })
  } finally {
    await intray.app.close()
  }
})

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

/** Everything that is sound was sent, and nothing else. */
async function checkOutcome(page: Page, scans: readonly DayScan[]): Promise<void> {
  const { items } = await ask(page, 'items.list', { states: ['uploaded'], limit: 200 })
  const sent = items.map(({ name }) => name)
  const wanted = scans
    .filter(({ intent }) => intent.kind !== 'reject' && intent.kind !== 'request_rescan')
    .map(({ name }) => name)
  const wrong = [
    ...wanted.filter((name) => !sent.includes(name)),
    ...sent.filter((name) => !wanted.includes(name)),
  ]
  if (wrong.length > 0) throw new Error(`Sent or kept against the person’s decision: ${wrong.join(', ')}`)
}
