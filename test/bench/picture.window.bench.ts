import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { openIntray } from '../e2e/support/intray-window.ts'
import { ask } from '../e2e/support/window-bridge.ts'
import { compare } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { markedJpeg } from './measure/scan-files.ts'
import { median, quantile } from './measure/statistics.ts'
import { drawScans } from './window/drawn-scan.ts'

/** Nobody decides faster; a reviewer who looks at 400 scans in a morning takes half a minute for each. */
const lookMs = 400
/** Opened before the first measurement and left after the last, so that each has a follower. */
const spareCount = 5
const decodedAlone = 24

// Approves scan after scan by the keyboard in the real window, and measures from the key to the frame that shows the
// next picture. The reference decodes the same kind of scan as Chromium does it alone.
await runBenchmark('picture.window', async ({ folder, scaled }) => {
  const approvals = scaled(220)
  const inbox = join(folder, 'inbox')
  const dataDir = join(folder, 'data')
  mkdirSync(inbox)
  mkdirSync(dataDir)
  const settings = {
    mode: 'live',
    connection: { baseUrl: 'http://127.0.0.1:9/v1', organisation: 'bench' },
    folders: [{ id: 'inbox', path: inbox }],
    review: { graceMs: 0 },
  }
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(settings))
  const intray = await openIntray({ dataDir })
  try {
    const { app, page } = intray
    const sizes = await writeLargeScans(page, inbox, approvals + spareCount)
    const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
    tell(`${sizes.length} scans of ${megabytes(Math.min(...sizes))} to ${megabytes(Math.max(...sizes))} MB`)
    await waitForQueue(page, sizes.length)
    await page.getByRole('listbox', { name: 'Queue' }).getByRole('option').first().click()
    await watchPictures(page)
    await approve(page, spareCount - 1)
    const before = await memoryOf(app)
    const shownMs = await approve(page, approvals)
    const after = await memoryOf(app)
    for (const [name, bytes] of after) {
      tell(`${name}: ${megabytes(before.get(name) ?? 0)} MB before, ${megabytes(bytes)} MB after`)
    }
    const aloneMs = await decodeAlone(page, decodedAlone)
    return [
      compare(
        'from the key to the next picture',
        { label: `${approvals} approvals`, medianMs: median(shownMs), p95Ms: quantile(shownMs, 0.95) },
        { label: 'decoding it alone', medianMs: median(aloneMs), p95Ms: quantile(aloneMs, 0.95) },
        Math.max(...after.values()),
      ),
    ]
  } finally {
    await intray.app.close()
  }
})

/**
 * Writes so many colour JPEG scans of 1 to 5 MB into a folder, each with a content and an entity of its own and a name
 * that the shipped rules read. Chromium draws them. Returns their sizes in bytes.
 */
async function writeLargeScans(page: Page, folder: string, count: number): Promise<number[]> {
  const pictures = await drawScans(page)
  return Array.from({ length: count }, (_, index) => {
    const picture = pictures[index % pictures.length]
    if (picture === undefined) throw new Error('No picture was drawn.')
    const scan = markedJpeg(picture, Buffer.from(`scan ${index}`))
    writeFileSync(join(folder, `cust-${1_000_000 + index}_id_front.jpg`), scan)
    return scan.length
  })
}

async function waitForQueue(page: Page, count: number): Promise<void> {
  for (;;) {
    const { counts } = await ask(page, 'status.get', {})
    if (counts.awaiting_review === count) return
    await page.waitForTimeout(250)
  }
}

/**
 * Notes, for every key and every picture, when the key was pressed and when the frame with the picture was shown.
 * Chromium tells the latter for texts, and not for canvases, so a letter is put into the frame that the picture is in.
 */
async function watchPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const notes = { pressedMs: 0, shownMs: [] as number[] }
    Object.assign(window, { pictureNotes: notes })
    addEventListener('keydown', ({ timeStamp }) => (notes.pressedMs = timeStamp), { capture: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) notes.shownMs.push(entry.startTime - notes.pressedMs)
    }).observe({ type: 'element' })
    let markedPicture: Element | null = null
    let mark: HTMLElement | null = null
    new MutationObserver(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('[role="img"] canvas')
      // A new canvas is 300 by 150 until its picture is drawn.
      if (canvas === null || canvas === markedPicture || canvas.width === 300) return
      markedPicture = canvas
      mark?.remove()
      mark = document.createElement('p')
      mark.textContent = 'M'
      mark.setAttribute('elementtiming', 'picture')
      mark.setAttribute('class', 'fixed top-0 left-0')
      document.body.append(mark)
    }).observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['width', 'height'],
    })
  })
}

/** Approves so many scans, each after a look at it, and returns how long each next picture took. */
async function approve(page: Page, count: number): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    await page.evaluate(() => (window.pictureNotes.shownMs.length = 0))
    await page.keyboard.press('a')
    const shown = await page.waitForFunction(() => window.pictureNotes.shownMs[0])
    times.push(Number(await shown.jsonValue()))
    await page.waitForTimeout(lookMs)
  }
  return times
}

/** What each process of the application holds, by its kind and number. */
async function memoryOf(app: ElectronApplication): Promise<ReadonlyMap<string, number>> {
  const metrics = await app.evaluate((electron) =>
    electron.app.getAppMetrics().map(({ type, name, pid, memory }) => ({
      name: `${name ?? type} ${pid}`,
      sizeBytes: memory.workingSetSize * 1_024,
    })),
  )
  return new Map(metrics.map(({ name, sizeBytes }) => [name, sizeBytes]))
}

/** Decodes scans that wait, one by one, with nothing of Intray's window in the way. */
async function decodeAlone(page: Page, count: number): Promise<number[]> {
  const { items } = await ask(page, 'items.list', { states: ['approved', 'awaiting_review'], limit: count })
  return page.evaluate(
    async (itemIds) => {
      const times: number[] = []
      for (const id of itemIds) {
        const blob = await (await fetch(`/preview/${id}`)).blob()
        const url = URL.createObjectURL(blob)
        const image = new Image()
        const startedAt = performance.now()
        image.src = url
        await image.decode()
        times.push(performance.now() - startedAt)
        URL.revokeObjectURL(url)
      }
      return times
    },
    items.map(({ id }) => id),
  )
}

declare global {
  interface Window {
    pictureNotes: { pressedMs: number; shownMs: number[] }
  }
}
