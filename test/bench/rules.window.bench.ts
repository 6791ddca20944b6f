import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { shippedRules } from '../../electron/shared/rules.ts'
import { openIntray } from '../e2e/support/intray-window.ts'
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
    const saving = await framesWhile(intray.page, { rules: [...shippedRules, newRule] })
    const idle = await framesWhile(intray.page, { idleMs: Math.min(saving.tookMs, 5_000) })
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
    const waiting = await page.evaluate(async () => {
      const answer = await window.intray.invoke('status.get', {})
      return answer.ok ? answer.value.counts.needs_attention : 0
    })
    if (waiting === fileCount) return
    await page.waitForTimeout(500)
  }
}

/** Looks at every frame until the rules are saved and every file is read again, or for a while without doing anything. */
async function framesWhile(
  page: Page,
  task: { readonly rules: readonly object[] } | { readonly idleMs: number },
): Promise<Frames> {
  return page.evaluate(async (given) => {
    const gapsMs: number[] = []
    let last = performance.now()
    let watching = true
    const watch = (): void => {
      const now = performance.now()
      gapsMs.push(now - last)
      last = now
      if (watching) requestAnimationFrame(watch)
    }
    requestAnimationFrame(watch)
    const startedAt = performance.now()
    if ('idleMs' in given) await new Promise((resolve) => setTimeout(resolve, given.idleMs))
    else {
      const present = await window.intray.invoke('rules.get', {})
      if (!present.ok) throw new Error(present.failure.code)
      const finished = new Promise<void>((resolve) => {
        window.intray.on('rules.changed', (progress) => {
          if (progress.finished) resolve()
        })
      })
      const { definition, version } = present.value
      const saved = await window.intray.invoke('rules.save', {
        definition: { ...definition, rules: given.rules as typeof definition.rules },
        baseVersion: version.version,
      })
      if (!saved.ok || saved.value.problems.length > 0) throw new Error(JSON.stringify(saved))
      await finished
    }
    watching = false
    const sorted = gapsMs.toSorted((one, other) => one - other)
    return {
      tookMs: performance.now() - startedAt,
      longestMs: sorted.at(-1) ?? 0,
      medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    }
  }, task)
}

async function timeOfTrial(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const present = await window.intray.invoke('rules.get', {})
    if (!present.ok) throw new Error(present.failure.code)
    const { definition } = present.value
    // Another name makes it another definition, so that nothing comes from an earlier trial.
    const changed = { ...definition, sideNames: { front: ['benchmark'], back: [] } }
    const tried = await window.intray.invoke('rules.try', { definition: changed, limit: 0 })
    if (!tried.ok) throw new Error(tried.failure.code)
    return tried.value.durationMs
  })
}
