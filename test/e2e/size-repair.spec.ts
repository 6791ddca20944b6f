import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

let intray: IntrayWindow

test.beforeEach(async () => {
  intray = await openIntray()
})
test.afterEach(async () => {
  await intray.close()
})

const large = 'cust-10482_statement.tiff'

test('a picture over the limit is compared with a smaller form, sent in it, and told in the history', async () => {
  const { page } = intray
  await intray.goTo('Problems')
  await page.getByRole('option', { name: /statement/ }).click({ timeout: 20_000 })
  await expect(page.getByText('A smaller form can be sent')).toBeVisible({ timeout: 30_000 })

  await page.keyboard.press('3')
  const dialog = page.getByRole('dialog', { name: `${large}: before and after` })
  const sides = ['Before', 'After'].map((name) => dialog.getByRole('region', { name }).getByRole('img'))
  for (const side of sides) await expect(side).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('1')
  await page.keyboard.press('ArrowDown')
  await expect(dialog).toContainText('100 %')
  const places = await Promise.all(
    sides.map((side) => side.evaluate((image) => image.getBoundingClientRect())),
  )
  expect(places[0]?.top).toBe(places[1]?.top)
  expect(places[0]?.height).toBe(places[1]?.height)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.keyboard.press('2')
  await expect(page.getByText(`${large} is sent in its smaller form`).first()).toBeVisible()
  await intray.goTo('Review')
  await page
    .getByRole('listbox', { name: 'Queue' })
    .getByRole('option', { name: /statement/ })
    .click()
  await expect(page.getByText('A smaller form is sent').first()).toBeVisible()
  await page.keyboard.press('a')
  await intray.goTo('Uploads')
  await expect(page.getByText(large).first()).toBeVisible()
})

test('a slider that has the focus takes its own keys, and leaves the others to the view', async () => {
  const { page } = intray
  await intray.goTo('Problems')
  await page.getByRole('option', { name: /statement/ }).click({ timeout: 20_000 })
  await expect(page.getByText('A smaller form can be sent')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Change' }).click()
  const quality = page.getByRole('slider', { name: 'Quality' })
  const found = Number(await quality.inputValue())
  await quality.focus()
  await page.keyboard.press('ArrowDown')
  await expect(quality).toHaveValue(String(found - 1))
  await expect(page.getByRole('heading', { level: 2, name: large })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(quality).toHaveValue(String(found))
  await page.keyboard.press('2')
  await expect(page.getByText(`${large} is sent in its smaller form`).first()).toBeVisible()
})
