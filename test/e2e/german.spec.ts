import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

/** The views in the order of their keys. */
const views = [
  'Prüfung',
  'Probleme',
  'Uploads',
  'Verlauf',
  'Regeln',
  'Einstellungen',
  'Ordner',
  'Berichte',
] as const

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray({ preferences: { language: 'de' } })
  await intray.page.emulateMedia({ reducedMotion: 'reduce' })
  await intray.page.getByRole('listbox', { name: 'Warteschlange' }).getByRole('option').first().waitFor()
})
test.afterAll(async () => {
  await intray.close()
})

/** Buttons, tabs and headings whose words need more room than they have. */
async function cutButtons(): Promise<string[]> {
  return intray.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role="tab"], h1')]
      .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.textContent.trim()),
  )
}

test('says its language to screen readers', async () => {
  await expect(intray.page.locator('html')).toHaveAttribute('lang', 'de')
})

for (const [index, view] of views.entries()) {
  test(`${view}: its name, whole buttons, and nothing for axe to find`, async () => {
    const { page } = intray
    await page.keyboard.press(`Control+${String(index + 1)}`)
    await page.getByRole('heading', { level: 1, name: view }).waitFor()
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    )
    expect(await cutButtons()).toEqual([])
  })
}

test('a decision and its reason are told in German', async () => {
  const { page } = intray
  await page.keyboard.press('Control+1')
  await page.getByRole('option', { name: /cust-10517_passport/ }).click()
  await page.getByRole('heading', { level: 2, name: 'cust-10517_passport.png' }).waitFor()
  await page.keyboard.press('r')
  await expect(page.getByText('Diese Datei ablehnen?')).toBeVisible()
  await page.getByRole('radio', { name: 'Falsches Dokument' }).check()
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 abgelehnt')).toBeVisible()
  await page.keyboard.press('Control+4')
  // Its row moves up when the list learns of the decision.
  await page.getByRole('option', { name: /cust-10517_passport.*Abgelehnt/s }).click()
  await expect(page.getByText('Begründung: Falsches Dokument')).toBeVisible()
})
