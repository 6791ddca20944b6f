import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { pngBytes } from '../support/scan-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import { ask } from './support/window-bridge.ts'

// Each ledger numbers its files from 1: what was typed and decided in one must never reach another's.

const connection = { baseUrl: 'http://127.0.0.1:9/v1', organisation: 'acme' }

test('what was typed and decided with one profile does not reach the files of another', async () => {
  const [one, two] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'intray-profile-')))
  if (one === undefined || two === undefined) throw new Error('no folders')
  for (const [folder, names] of [
    [one, ['cust-1_passport.png', 'cust-2_passport.png']],
    [two, ['cust-8_passport.png', 'cust-9_passport.png']],
  ] as const) {
    for (const name of names) writeFileSync(join(folder, name), pngBytes(name))
  }
  const intray = await openIntray({
    settings: {
      mode: 'live',
      intake: { quietMs: 200, minPicturePixels: 0 },
      review: { graceMs: 3_600_000 },
      connection,
      profile: { name: 'First' },
      folders: [{ id: 'one', path: one }],
      otherProfiles: [{ id: 'second', name: 'Second', connection, folders: [{ id: 'two', path: two }] }],
    },
  })
  const { page } = intray
  try {
    await expect(page).toHaveTitle(/Review – First, /)
    await page.getByRole('option', { name: /cust-2_passport/ }).waitFor()
    await page.getByRole('option', { name: /cust-1_passport/ }).click()
    const entity = page.getByLabel('Entity id')
    await entity.fill('cust-777')
    await page.getByRole('option', { name: /cust-2_passport/ }).click()
    await page.keyboard.press('a')
    await expect(page.getByRole('option', { name: /cust-2_passport/ })).toBeHidden()

    await intray.goTo('Settings')
    await page.getByRole('button', { name: 'Use the profile Second' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Use', exact: true }).click()
    await expect(page.getByText('The profile Second is in use').first()).toBeVisible()
    await expect(page).toHaveTitle(/Settings – Second, /)

    const { items } = await ask(page, 'items.list', {})
    expect(items.map(({ id }) => id).toSorted()).toEqual([1, 2])
    await intray.goTo('Review')
    for (const name of ['cust-8', 'cust-9']) {
      await page.getByRole('option', { name: new RegExp(`${name}_passport`) }).click()
      await expect(entity).toHaveValue(name)
    }

    // Decided elsewhere, with the number and the revision of a decision of this sitting.
    await expect(async () => {
      const [item] = (await ask(page, 'items.list', { text: 'cust-9' })).items
      if (item?.state !== 'awaiting_review') throw new Error('it is not there yet')
      await ask(page, 'review.approve', { itemId: item.id, revision: item.revision })
    }).toPass()
    await page.keyboard.press('u')
    await expect(page.getByText('There is nothing to take back in this sitting.').first()).toBeVisible()
    const [item] = (await ask(page, 'items.list', { text: 'cust-9' })).items
    expect(item?.state).toBe('approved')
  } finally {
    await intray.close()
    for (const folder of [one, two]) rmSync(folder, { recursive: true, force: true })
  }
})
