import { expect, test } from '@playwright/test'
import { openIntray } from '../support/intray-window.ts'

test('the unpacked package opens, reviews and uploads', async () => {
  const executablePath = process.env['INTRAY_PACKAGE_EXECUTABLE']
  if (executablePath === undefined)
    throw new Error('INTRAY_PACKAGE_EXECUTABLE must name the packaged program')
  const intray = await openIntray({ executablePath })
  try {
    const { page } = intray
    expect(await intray.app.evaluate(({ app }) => app.isPackaged)).toBe(true)
    await page
      .getByRole('listbox', { name: 'Queue' })
      .getByRole('option', { name: /cust-10517_passport/ })
      .click()
    await page.getByRole('heading', { level: 2, name: 'cust-10517_passport.png' }).waitFor()
    await page.keyboard.press('a')
    await intray.goTo('History')
    await expect(page.getByRole('option', { name: /cust-10517_passport.*Uploaded/s })).toBeVisible()
    // A camera raw needs the decoder in WebAssembly, which must work from inside the package.
    await intray.goTo('Review')
    await page
      .getByRole('listbox', { name: 'Queue' })
      .getByRole('option', { name: /cust-10733_selfie/ })
      .click()
    await expect(page.getByRole('img', { name: /cust-10733_selfie/ })).toBeVisible()
  } finally {
    await intray.close()
  }
})
