import type { ElectronApplication, Page } from '@playwright/test'
import type { Person } from './person.ts'

/** The search of the history begins so long after the last key. */
const searchDelayMs = 170

/** An auditor at the window, by keyboard: asks, and reads what stands there. */
export class Auditor {
  readonly person: Person
  readonly page: Page
  readonly #app: ElectronApplication

  constructor(person: Person, app: ElectronApplication) {
    this.person = person
    this.#app = app
    this.page = person.page
  }

  /** Types a query into the search of the history and waits for its answer. Returns the names that are listed. */
  async find(query: string): Promise<readonly string[]> {
    await this.person.press('Control+f', 'Control+a')
    await this.person.type(query)
    await this.page.evaluate(async (delayMs) => {
      await new Promise((resolve) => setTimeout(resolve, delayMs))
      const isCounted = (): boolean =>
        /\d/.test(document.querySelector('p[role="status"].ml-auto')?.textContent ?? '')
      // The list is asked for before the count is.
      while (!isCounted()) await new Promise(requestAnimationFrame)
    }, searchDelayMs)
    return this.#list().locator('[role="option"] .truncate.font-medium').allInnerTexts()
  }

  /** How many files match, as the window says it. */
  async count(): Promise<number> {
    const words = await this.page.locator('p[role="status"].ml-auto').innerText()
    return Number(words.replace(/\D/g, ''))
  }

  /** Leaves the search for the first file of the list. */
  async readFirst(): Promise<string> {
    await this.person.press('Enter')
    return this.readNext()
  }

  /** Goes one file down the list, and returns its story as it is read. */
  async readNext(): Promise<string> {
    const before = await this.#heading()
    await this.person.press('ArrowDown')
    await this.page.waitForFunction((heading) => {
      const now = document.querySelector('aside[aria-label="Story of the file"] h2')?.textContent ?? ''
      return (
        now !== '' && now !== heading && document.querySelector('aside [aria-label="Timeline"] li') !== null
      )
    }, before)
    await this.person.look()
    return this.story()
  }

  async story(): Promise<string> {
    const story = this.page.getByRole('complementary', { name: 'Story of the file' })
    await story.getByRole('list', { name: 'Timeline' }).waitFor()
    return story.innerText()
  }

  /** The month that the reports are about, by the keyboard alone. */
  async reportOn(month: string, by: string): Promise<void> {
    await this.person.press('Control+8')
    await this.person.pressButton('Month')
    await this.person.chooseOption('Month', month)
    await this.person.chooseOption('By', by)
    await this.page.locator('[aria-label="Reports"][aria-busy="false"]').waitFor()
  }

  /** One of the report's figures above the charts. */
  async figure(label: string): Promise<string> {
    const figure = this.page.locator('dl > div').filter({ has: this.page.getByText(label, { exact: true }) })
    return (await figure.locator('dd').innerText()).trim()
  }

  /** The first column of figures of a report's table, without its total. */
  async reportColumn(table: string): Promise<readonly number[]> {
    const cells = this.page.getByRole('table', { name: table }).locator('tbody tr td:nth-child(2)')
    await cells.first().waitFor()
    return (await cells.allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')))
  }

  /** The system's dialogs are answered with this file. */
  async answerDialogs(path: string): Promise<void> {
    await this.#app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    }, path)
  }

  /** Exports what was found as a sealed bundle, and checks it. */
  async exportAndCheck(): Promise<{ sha256: string; verdict: string }> {
    await this.person.press('Enter')
    await this.person.pressButton('Export evidence…', 'Shift+Tab')
    await this.person.press('Tab', 'ArrowDown', 'ArrowDown')
    await this.person.pressButton('Export 1 file…')
    const written = this.page.getByRole('dialog', { name: 'The evidence was written' })
    const sha256 = await written.getByText(/^[0-9a-f]{64}$/).innerText()
    await this.person.press('Enter')
    await written.waitFor({ state: 'hidden' })
    await this.person.pressButton('Check a bundle…', 'Shift+Tab')
    const report = this.page.getByRole('dialog', { name: /^The bundle/ })
    const verdict = await report.getByRole('heading').first().innerText()
    await this.person.press('Enter')
    return { sha256, verdict }
  }

  #list() {
    return this.page.getByRole('listbox', { name: 'Files, newest first' })
  }

  #heading(): Promise<string> {
    return this.page.evaluate(
      () => document.querySelector('aside[aria-label="Story of the file"] h2')?.textContent ?? '',
    )
  }
}
