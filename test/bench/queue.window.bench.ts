import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openIntray } from '../e2e/support/intray-window.ts'
import { ask } from '../e2e/support/window-bridge.ts'
import { pngBytes } from '../support/scan-bytes.ts'
import { compare } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { openList, scrollToRow, timesOf } from './window/frames.ts'

const documents = ['passport', 'id_front', 'id_back', 'selfie'] as const
const approvals = 40
const openings = 5

// A long queue in the real window: how soon it opens, how it scrolls to its end, how soon it is grouped, and how soon
// an approval shows the next file. The reference is the same with a queue of a few files.
await runBenchmark('queue.window', async ({ folder, scaled }) => {
  const long = await measure(join(folder, 'long'), scaled(20_000))
  const short = await measure(join(folder, 'short'), approvals + openings)
  const rows = ['open', 'group by entity', 'approval, until the next file', 'frame while scrolling'] as const
  return rows.map((name) =>
    compare(
      name,
      timesOf(`${long.count} files`, long[name]),
      timesOf(`${short.count} files`, short[name]),
      null,
    ),
  )
})

interface Measured {
  readonly count: number
  readonly open: readonly number[]
  readonly 'group by entity': readonly number[]
  readonly 'approval, until the next file': readonly number[]
  readonly 'frame while scrolling': readonly number[]
}

async function measure(folder: string, count: number): Promise<Measured> {
  const inbox = join(folder, 'inbox')
  const dataDir = join(folder, 'data')
  mkdirSync(inbox, { recursive: true })
  mkdirSync(dataDir)
  for (let index = 0; index < count; index += 1) {
    const entity = `cust-${100_000 + Math.floor(index / documents.length)}`
    const document = documents[index % documents.length] ?? 'passport'
    writeFileSync(join(inbox, `${entity}_${document}.png`), pngBytes(String(index)))
  }
  const settings = {
    mode: 'live',
    connection: { baseUrl: 'http://127.0.0.1:9/v1', organisation: 'bench' },
    folders: [{ id: 'inbox', path: inbox }],
  }
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings))
  const intray = await openIntray({ dataDir })
  try {
    const { page } = intray
    await waitForReview(page, count)
    tell(`${count} files wait`)
    const open = await openAgain(page)
    const frames = await scrollToRow(page, 'Queue', count)
    const approved = await approve(page)
    const grouped = await groupByEntity(page)
    return {
      count,
      open,
      'group by entity': grouped,
      'approval, until the next file': approved,
      'frame while scrolling': frames,
    }
  } finally {
    await intray.app.close()
  }
}

async function waitForReview(page: Page, count: number): Promise<void> {
  for (;;) {
    const { counts } = await ask(page, 'status.get', {})
    if (counts.awaiting_review === count) return
    await page.waitForTimeout(500)
  }
}

/** Presses a key and returns the time to the frame that shows another file. */
async function untilNextFile(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const textOf = (): string =>
      document.querySelector('section[aria-label="Facts and decision"] h2')?.textContent ?? ''
    const before = textOf()
    window.queueNotes = new Promise((resolve) => {
      window.addEventListener(
        'keydown',
        () => {
          const startMs = performance.now()
          const look = (): void => {
            const now = textOf()
            if (now !== '' && now !== before)
              requestAnimationFrame(() => resolve(performance.now() - startMs))
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        },
        { once: true, capture: true },
      )
    })
  })
  await page.keyboard.press(key)
  return page.evaluate(() => window.queueNotes)
}

async function openAgain(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < openings; index += 1) times.push(await openList(page, 'Control+1', 'Control+8'))
  return times
}

async function groupByEntity(page: Page): Promise<number[]> {
  await page.getByRole('button', { name: 'Group and sort' }).click()
  const choice = page.getByRole('menuitemradio', { name: 'Entity', exact: true })
  await choice.waitFor()
  const startMs = Date.now()
  await choice.click()
  await page.locator('[role="listbox"] [role="presentation"] [role="presentation"]').first().waitFor()
  return [Date.now() - startMs]
}

async function approve(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < approvals; index += 1) {
    times.push(await untilNextFile(page, 'a'))
    await page.waitForTimeout(200)
  }
  return times
}

declare global {
  interface Window {
    /** Resolves with the time that was measured last. */
    queueNotes: Promise<number>
  }
}
