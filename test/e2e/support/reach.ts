import type { Page } from '@playwright/test'
import type { IntrayWindow } from './intray-window.ts'

/** How much room a person gives the window. Sizes in physical pixels. */
export interface Room {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly zoom: number
}

export async function giveRoom({ app, page }: IntrayWindow, room: Room): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(width, height)
    window?.webContents.setZoomFactor(zoom)
  }, room)
  await page.waitForFunction(([width, height]) => innerWidth === width && innerHeight === height, [
    room.width / room.zoom,
    room.height / room.zoom,
  ] as const)
}

/**
 * What a person cannot get to: controls that do not come whole into the window when they are focused, or that something
 * else covers, words that are cut, and a page that is larger than its window. Empty where all is well.
 */
export async function outOfReach(page: Page): Promise<readonly string[]> {
  // From here on the focus is moved as keys move it.
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const slack = 1
    const found: string[] = []
    const nameOf = (element: Element) => {
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
      const name = element.getAttribute('aria-label') ?? label ?? element.textContent
      return `${element.tagName.toLowerCase()} “${name.trim().slice(0, 40)}”`
    }

    const { scrollWidth, scrollHeight } = document.body
    if (scrollWidth > innerWidth + slack) found.push(`the page is ${String(scrollWidth)} wide`)
    if (scrollHeight > innerHeight + slack) found.push(`the page is ${String(scrollHeight)} high`)

    for (const element of document.querySelectorAll('button, [role="tab"], h1, th, dt, label')) {
      const isHidden = element.clientWidth <= slack
      if (!isHidden && element.scrollWidth > element.clientWidth + slack)
        found.push(`${nameOf(element)} is cut`)
    }

    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    )
    for (const control of controls) {
      if (!control.isConnected || control.tabIndex < 0 || control.matches(':disabled')) continue
      if (!control.checkVisibility({ visibilityProperty: true })) continue
      control.focus()
      if (document.activeElement !== control) {
        found.push(`${nameOf(control)} takes no focus`)
        continue
      }
      // A box for screen readers alone is drawn by its label.
      const drawn = control.clientWidth <= slack ? (control.closest('label') ?? control) : control
      const { left, right, top, bottom } = drawn.getBoundingClientRect()
      // A region that scrolls by itself may be larger than what is left for it.
      const isRegion = control.matches('[tabindex]:not(button, input, a, [role="radio"], [role="tab"])')
      const isWhole =
        left >= -slack &&
        right <= innerWidth + slack &&
        (isRegion ? top < innerHeight && bottom > 0 : top >= -slack && bottom <= innerHeight + slack)
      if (!isWhole) {
        found.push(`${nameOf(control)} lies outside: ${[left, top, right, bottom].map(Math.round).join(' ')}`)
        continue
      }
      const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2
      const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
      // The words of a button in focus come and go by themselves.
      const onTop = document
        .elementsFromPoint(x, y)
        .find((element) => element.closest('[data-bits-floating-content-wrapper]') === null)
      if (onTop === undefined || !(drawn.contains(onTop) || onTop.contains(drawn))) {
        found.push(`${nameOf(control)} is covered by ${onTop?.outerHTML.slice(0, 80) ?? 'nothing'}`)
      }
    }
    return found
  })
}
