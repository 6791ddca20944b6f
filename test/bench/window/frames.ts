import type { Page } from '@playwright/test'
import type { Times } from '../measure/bench-report.ts'
import { median, quantile } from '../measure/statistics.ts'

const pixelsPerFrame = 2_000
const patienceMs = 15_000

/** Times with the longest of them told: a single late frame is seen. */
export function timesOf(label: string, valuesMs: readonly number[]): Times {
  return {
    label: `${label}, longest ${Math.max(...valuesMs).toFixed(0)} ms`,
    medianMs: median(valuesMs),
    p95Ms: quantile(valuesMs, 0.95),
  }
}

/**
 * Scrolls a list until a row shows, fast enough to load it page by page, and returns how long each frame took, in ms.
 * Rows are counted from 1.
 */
export function scrollToRow(page: Page, label: string, row: number): Promise<number[]> {
  const step = { wanted: row, pixels: pixelsPerFrame }
  return page.getByRole('listbox', { name: label }).evaluate(async (list, { wanted, pixels }) => {
    const gapsMs: number[] = []
    let last = performance.now()
    // A row's id ends in its index.
    const positions = (): number[] =>
      Array.from(
        list.querySelectorAll('[role="option"]'),
        ({ id }) => Number(id.slice(id.lastIndexOf('-') + 1)) + 1,
      )
    while (Math.max(...positions()) < wanted) {
      list.scrollTop += pixels
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const now = performance.now()
      gapsMs.push(now - last)
      last = now
    }
    return gapsMs
  }, step)
}

/** Goes to a view by its key from another one, and returns the time to the frame that shows its list, in ms. */
export async function openList(page: Page, key: string, awayKey: string): Promise<number> {
  await page.keyboard.press(awayKey)
  await page.waitForFunction(() => document.querySelector('[role="option"]') === null)
  await noteNextFrame(page, 'keydown', null)
  await page.keyboard.press(key)
  return page.evaluate(() => window.frameNote)
}

/** Puts a search into the field that has the focus, and returns the time to the frame with its results, in ms. */
export async function searchUntilShown(page: Page, query: string): Promise<number> {
  const before = await page.locator('[role="option"]').first().innerText()
  await noteNextFrame(page, 'input', before)
  await page.keyboard.insertText(query)
  return page.evaluate(() => window.frameNote)
}

/** From the next event of a kind on: until a frame shows a first row that differs from the one before. */
function noteNextFrame(page: Page, kind: 'keydown' | 'input', before: string | null): Promise<void> {
  const note = { event: kind, shown: before, mostMs: patienceMs }
  return page.evaluate(({ event, shown, mostMs }) => {
    window.frameNote = new Promise((resolve, reject) => {
      const start = (): void => {
        const startMs = performance.now()
        const look = (): void => {
          const first = document.querySelector<HTMLElement>('[role="option"]')
          const isShown = shown === null ? first !== null : first?.innerText !== shown
          if (isShown) {
            requestAnimationFrame(() => resolve(performance.now() - startMs))
          } else if (performance.now() - startMs > mostMs) reject(new Error('The list stays as it is.'))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }
      window.addEventListener(event, start, { once: true, capture: true })
    })
  }, note)
}

declare global {
  interface Window {
    /** Resolves with the time that was measured last. */
    frameNote: Promise<number>
  }
}
