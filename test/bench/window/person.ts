import type { Locator, Page } from '@playwright/test'

/** How fast somebody works. */
export interface Pace {
  /** A look at one scan. */
  readonly lookMs: number
  /** From one key to the next. */
  readonly keyMs: number
}

/** Nobody decides faster; a reviewer who looks at 400 scans in a morning takes half a minute for each. */
export const quickPace: Pace = { lookMs: 400, keyMs: 200 }

/** Who has to press more often than that goes for the mouse. */
const mostTabs = 60

/** Somebody at the keyboard, without a mouse and never faster than a person. */
export class Person {
  readonly page: Page
  readonly #pace: Pace
  /** Spent on looking and on keys; the rest of the time is the window's. */
  ownMs = 0
  keyCount = 0

  constructor(page: Page, pace: Pace) {
    this.page = page
    this.#pace = pace
  }

  async look(): Promise<void> {
    await this.#spend(this.#pace.lookMs)
  }

  /** Presses keys, one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#spend(this.#pace.keyMs)
      this.keyCount += 1
      await this.page.keyboard.press(key)
    }
  }

  /** Presses the key that a look ended with: the finger lay on it. */
  async decide(key: string): Promise<void> {
    this.keyCount += 1
    await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    for (const character of text) {
      await this.#spend(this.#pace.keyMs)
      this.keyCount += 1
      await this.page.keyboard.type(character)
    }
  }

  /** Goes on with Tab, or back with Shift+Tab, until a button of this name has the focus, and presses it. */
  async pressButton(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.#goTo(this.page.getByRole('button', { name, exact: true }).first(), key)
    await this.press('Enter')
  }

  /** Opens a list of choices, types as much of one as tells it, and takes it. */
  async chooseOption(list: string, option: string): Promise<void> {
    await this.#goTo(this.page.locator(`[aria-label^="${list}: "]`), 'Tab')
    await this.press('Enter')
    await this.type(option)
    await this.press('Enter')
  }

  async #goTo(element: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
    for (let step = 0; step < mostTabs; step += 1) {
      if (await element.evaluate((wanted) => wanted === document.activeElement)) return
      await this.press(key)
    }
    throw new Error(`${key} does not lead to ${String(element)}.`)
  }

  async #spend(durationMs: number): Promise<void> {
    this.ownMs += durationMs
    await this.page.waitForTimeout(durationMs)
  }
}
