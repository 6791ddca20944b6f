import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { CallInput } from '../../electron/shared/contract.ts'
import { shippedRules } from '../../electron/shared/rules.ts'
import { openIntray } from '../e2e/support/intray-window.ts'
import { ask } from '../e2e/support/window-bridge.ts'
import { pngBytes } from '../support/scan-bytes.ts'
import { compare } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'

const newRule = { id: 'new', name: 'A new rule', pattern: 'SCN-{skip}-{media_type}-K{entity_id}' }

/** What the window did while somebody waited for something. */
interface Frames {
  readonly tookMs: number
  readonly longestMs: number
  readonly medianMs: number
}

// Saves a rule that reads every waiting file, in the real window, and looks at each of the window's frames meanwhile.
await runBenchmark('rules.window', async ({ folder, scaled }) => {
  const fileCount = scaled(20_000)
  const inbox = join(folder, 'inbox')
  const dataDir = join(folder, 'data')
  mkdirSync(inbox)
  mkdirSync(dataDir)
  for (let index = 0; index < fileCount; index += 1) {
    writeFileSync(join(inbox, `SCN-${index}-pp-K${100_000 + index}.png`), pngBytes(String(index)))
  }
  const settings = {
    mode: 'live',
    connection: { baseUrl: 'http://127.0.0.1:9/v1', organisation: 'bench' },
    folders: [{ id: 'inbox', path: inbox }],
  }
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings))
  const intray = await openIntray({ dataDir })
  try {
    await waitForWaiting(intray.page, fileCount)
    tell(`${fileCount} files wait`)
    await intray.goTo('Rules')
    const saving = await framesWhile(intray.page, () => saveRules(intray.page, [...shippedRules, newRule]))
    const idle = await framesWhile(intray.page, () =>
      intray.page.waitForTimeout(Math.min(saving.tookMs, 5_000)),
    )
    const names = await timeOfTrial(intray.page)
    return [
      compare(
        'a save, until all are read again',
        { label: `${fileCount} files`, medianMs: saving.tookMs, p95Ms: null },
        { label: 'reading their names alone', medianMs: names, p95Ms: null },
        null,
      ),
      compare(
        'longest frame meanwhile',
        { label: 'saving', medianMs: saving.longestMs, p95Ms: null },
        { label: 'idle', medianMs: idle.longestMs, p95Ms: null },
        null,
      ),
      compare(
        'median frame meanwhile',
        { label: 'saving', medianMs: saving.medianMs, p95Ms: null },
        { label: 'idle', medianMs: idle.medianMs, p95Ms: null },
        null,
      ),
    ]
  } finally {
    await intray.app.close()
  }
})

async function waitForWaiting(page: Page, fileCount: number): Promise<void> {
  for (;;) {
    const { counts } = await ask(page, 'status.get', {})
    if (counts.needs_attention === fileCount) return
    await page.waitForTimeout(500)
  }
}

/** Looks at every frame while something goes on. */
async function framesWhile(page: Page, work: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(() => {
    const notes = { gapsMs: [] as number[], startedMs: performance.now(), watching: true }
    window.frameNotes = notes
    let last = notes.startedMs
    const watch = (): void => {
      const now = performance.now()
      notes.gapsMs.push(now - last)
      last = now
      if (notes.watching) requestAnimationFrame(watch)
    }
    requestAnimationFrame(watch)
  })
  await work()
  return page.evaluate(() => {
    const notes = window.frameNotes
    notes.watching = false
    const sorted = notes.gapsMs.toSorted((one, other) => one - other)
    return {
      tookMs: performance.now() - notes.startedMs,
      longestMs: sorted.at(-1) ?? 0,
      medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    }
  })
}

/** Saves the rules, and resolves when every waiting file is read by them. */
async function saveRules(page: Page, rules: CallInput<'rules.save'>['definition']['rules']): Promise<void> {
  const { definition, version } = await ask(page, 'rules.get', {})
  await page.evaluate(() => {
    window.rulesRead = new Promise((resolve) => {
      window.intray.on('rules.changed', ({ finished }) => {
        if (finished) resolve()
      })
    })
  })
  const { problems } = await ask(page, 'rules.save', {
    definition: { ...definition, rules },
    baseVersion: version.version,
  })
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  await page.evaluate(() => window.rulesRead)
}

async function timeOfTrial(page: Page): Promise<number> {
  const { definition } = await ask(page, 'rules.get', {})
  // Another name makes it another definition, so that nothing comes from an earlier trial.
  const changed = { ...definition, sideNames: { front: ['benchmark'], back: [] } }
  return (await ask(page, 'rules.try', { definition: changed, limit: 0 })).durationMs
}

declare global {
  interface Window {
    frameNotes: { readonly gapsMs: number[]; readonly startedMs: number; watching: boolean }
    /** Resolves when every waiting file is read by the saved rules. */
    rulesRead: Promise<void>
  }
}
