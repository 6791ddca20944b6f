import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { givePins } from './support/pins.ts'
import { callAs } from './support/window-bridge.ts'

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray()
  await givePins(intray.page, { Anna: '1234' })
})
test.afterAll(async () => {
  await intray.close()
})

test('the key is stored and forgotten only by somebody who has signed in', async () => {
  const { page } = intray
  const dialog = page.getByRole('dialog', { name: 'Who decides?' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  for (const [name, input] of [
    ['connection.setKey', { key: 'stolen-0815', profileId: 'main' }],
    ['connection.forgetKey', { profileId: 'main' }],
  ] as const) {
    expect(await callAs(page, name, input)).toMatchObject({ ok: false, failure: { code: 'operator_needed' } })
  }

  await intray.goTo('Settings')
  await page.getByRole('textbox', { name: 'API key' }).fill('key-0815')
  await page.getByRole('button', { name: 'Store key' }).click()
  await dialog.getByLabel('PIN').fill('1234')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Replace' })).toBeVisible()
  await page.getByRole('button', { name: /^Forget/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Forget/ })
    .click()
  await expect(page.getByRole('button', { name: 'Store key' })).toBeVisible()
})
