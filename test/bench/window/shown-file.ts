import type { Page } from '@playwright/test'

declare global {
  interface Window {
    shownFile: {
      /** The name of the file in hand; empty where there is none. */
      name(): string
      /** From the last key to the frame that shows another file with its picture, or that no file is left. */
      next(before: string): Promise<number>
    }
  }
}

/** Follows which file the window shows, and whether its picture is there. Once for each page, before the first key. */
export async function watchShownFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    let pressedMs = performance.now()
    addEventListener('keydown', ({ timeStamp }) => (pressedMs = timeStamp), { capture: true })
    const preview = (): Element | null => document.querySelector('section[aria-label="Preview"]')
    const name = (): string =>
      preview()?.querySelector('[role="group"]')?.getAttribute('aria-label')?.trim() ?? ''
    const isShown = (): boolean => {
      const shown = preview()
      if (shown === null) return document.querySelector('[role="listbox"] [role="option"]') === null
      if (shown.querySelector('[role="status"]') !== null) return false
      const canvas = shown.querySelector<HTMLCanvasElement>('[role="img"] canvas')
      // A new canvas is 300 by 150 until its picture is drawn.
      if (canvas !== null && canvas.width !== 300 && canvas.width > 1) return true
      const image = shown.querySelector<HTMLImageElement>('[role="img"] img')
      if (image !== null) return image.complete && image.naturalWidth > 0
      const video = shown.querySelector('video')
      if (video !== null) return video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA
      return canvas === null && shown.querySelector('pre, p') !== null
    }
    window.shownFile = {
      name,
      next: (before) =>
        new Promise((resolve) => {
          const look = (): void => {
            if (name() !== before && isShown()) {
              const { port1, port2 } = new MessageChannel()
              // The message is handled after the frame was drawn.
              port1.onmessage = () => resolve(performance.now() - pressedMs)
              port2.postMessage(null)
            } else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }),
    }
  })
}

/** The name of the file in hand, as the window says it. */
export function nameOfShownFile(page: Page): Promise<string> {
  return page.evaluate(() => window.shownFile.name())
}

/** Waits until the picture of another file than `before` is there. Returns the time since the last key, in ms. */
export function untilNextFile(page: Page, before: string): Promise<number> {
  return page.evaluate((name) => window.shownFile.next(name), before)
}
