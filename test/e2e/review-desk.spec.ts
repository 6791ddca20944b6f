import { expect, test } from '@playwright/test'
import { pngBytes } from '../support/scan-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { givePins } from './support/pins.ts'
import { ask } from './support/window-bridge.ts'

let intray: IntrayWindow

test.beforeEach(async () => {
  // Long enough that nothing is sent while a test looks.
  intray = await openIntray({
    settings: { review: { graceMs: 600_000, secondReviewMediaTypes: ['IMAGE_FACE_IMAGE'] } },
  })
  for (const document of ['passport', 'id_front', 'id_back']) {
    intray.drop(`bulk-1_${document}.png`, pngBytes(document))
  }
  await queue().getByRole('option').first().waitFor()
  await filterBy('bulk-1')
  await expect(queue().getByRole('option')).toHaveCount(3)
})
test.afterEach(async () => {
  await intray.close()
})

const queue = () => intray.page.getByRole('listbox', { name: 'Queue' })
const entity = () => intray.page.getByRole('combobox', { name: 'Entity id' })
const marked = () => queue().getByRole('option', { checked: true })

/** By keyboard, as a person does. */
async function filterBy(text: string): Promise<void> {
  await intray.page.keyboard.press('/')
  await intray.page.keyboard.type(text)
  await intray.page.keyboard.press('Enter')
}

test('marked files are approved together, exactly, and taken back by key', async () => {
  const { page } = intray
  await page.keyboard.press('Control+a')
  await expect(marked()).toHaveCount(3)
  await page.keyboard.press('x')
  await expect(marked()).toHaveCount(2)
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog', { name: 'Approve 2 files?' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 files approved').first()).toBeVisible()
  await expect(queue().getByRole('option')).toHaveCount(1)
  await page.keyboard.press('u')
  await expect(queue().getByRole('option')).toHaveCount(3)
  await expect(page.getByRole('note', { name: 'This sitting' })).toHaveCount(0)
})

test('what is being typed stays while other files come', async () => {
  const { page } = intray
  const mediaType = page.getByRole('combobox', { name: 'Media type' })
  await page.keyboard.press('m')
  await expect(mediaType).toBeFocused()
  await page.keyboard.type('stat')
  intray.drop('bulk-1_letter.png', pngBytes('letter'))
  await expect(queue().locator('[role="option"]', { hasText: 'bulk-1_letter.png' })).toHaveCount(1)
  await expect(mediaType).toBeFocused()
  await page.keyboard.type('ement')
  await expect(mediaType).toHaveValue('statement')
})

test('a decision is about the files that were asked about, and not about one that comes meanwhile', async () => {
  const { page } = intray
  await page.keyboard.press('Control+a')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: 'Approve 3 files?' })
  await expect(dialog).toBeVisible()
  intray.drop('bulk-1_letter.png', pngBytes('letter'))
  await expect(queue().locator('[role="option"]', { hasText: 'bulk-1_letter.png' })).toHaveCount(1)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('3 files approved').first()).toBeVisible()
  await expect(queue().getByRole('option')).toHaveCount(1)
  await expect(queue().getByRole('option', { name: /bulk-1_letter/ })).toBeVisible()
})

test('approvals are taken back one by one until they are sent', async () => {
  const { page } = intray
  await page.keyboard.press('a')
  await expect(queue().getByRole('option')).toHaveCount(2)
  await page.keyboard.press('a')
  await expect(queue().getByRole('option')).toHaveCount(1)
  const last = page.getByRole('region', { name: 'Last decision' })
  await expect(last).toContainText('Sent in')
  await page.keyboard.press('u')
  await expect(queue().getByRole('option')).toHaveCount(2)
  await page.keyboard.press('u')
  await expect(queue().getByRole('option')).toHaveCount(3)
  await expect(last).toHaveCount(0)
})

test('an entity is kept for the next files, in sight, until it is kept no longer', async () => {
  const { page } = intray
  await page.keyboard.press('e')
  await page.keyboard.type('kept-9')
  await page.keyboard.press('Enter')
  await page.keyboard.press('q')
  await page.keyboard.press('j')
  await expect(entity()).toHaveValue('kept-9')
  await expect(page.getByText('Kept for the next files:')).toBeVisible()
  await page.keyboard.press('q')
  await page.keyboard.press('j')
  await expect(entity()).toHaveValue('bulk-1')
})

test('values are filled down to the files below, and taken back', async () => {
  const { page } = intray
  await page.keyboard.press('Home')
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: 'Fill down' })
  await dialog.getByRole('combobox', { name: 'Entity id' }).fill('filled-1')
  await dialog.getByRole('button', { name: 'Change 2 files' }).click()
  await expect(page.getByText('2 files corrected').first()).toBeVisible()
  const filled = queue().getByRole('option', { name: /filled-1/ })
  await expect(filled).toHaveCount(2)
  await page.keyboard.press('u')
  await expect(filled).toHaveCount(0)
})

test('a key of one’s own takes the place of the shipped one', async () => {
  const { page } = intray
  const preferences = await ask(page, 'preferences.get', {})
  const keys = { review: { approve: ['#'] } }
  await ask(page, 'preferences.save', { preferences: { ...preferences, keys } })
  await expect(page.getByRole('button', { name: 'Approve' })).toContainText('#')
  await page.keyboard.press('a')
  await expect(queue().getByRole('option')).toHaveCount(3)
  await page.keyboard.press('#')
  await expect(queue().getByRole('option')).toHaveCount(2)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard keys' })).toContainText('#')
})

test('buttons show the keys of one’s own in the other views too', async () => {
  const { page } = intray
  const preferences = await ask(page, 'preferences.get', {})
  const keys = { problems: { reject: ['#'], open: [] }, history: { search: ['F8'] } }
  await ask(page, 'preferences.save', { preferences: { ...preferences, keys } })
  await intray.goTo('Problems')
  await expect(page.getByRole('button', { name: 'Reject' }).last()).toContainText('#')
  await page.keyboard.press('#')
  await expect(page.getByText('They stay in their folders').or(page.getByRole('radio').first())).toBeVisible()
  await page.keyboard.press('Escape')
  await intray.goTo('History')
  await page.keyboard.press('F8')
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused()
})

test('values are filled down to all that the filter finds, also to what is not loaded', async () => {
  const { page } = intray
  for (let number = 0; number < 230; number += 1) {
    intray.drop(`many/many-${String(number).padStart(3, '0')}_letter.png`, pngBytes(`many ${number}`))
  }
  await expect
    .poll(async () => (await ask(page, 'items.count', { text: 'many-' })).count, { timeout: 30_000 })
    .toBe(230)
  await page.keyboard.press('/')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('many-')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 200+')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: 'Fill down' })
  await expect(dialog.getByRole('button', { name: 'Change 229 files' })).toBeVisible()
})

test('with PINs a decision asks who decides, and a second person must agree', async () => {
  const { page } = intray
  await givePins(page, { Anna: '1234', Bert: '5678' })
  const dialog = page.getByRole('dialog', { name: 'Who decides?' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  intray.drop('two-1_selfie.png', pngBytes('selfie'))
  await filterBy('two-1')
  await expect(queue().getByRole('option')).toHaveCount(1)
  await page.keyboard.press('a')
  await expect(dialog.getByLabel('PIN')).toBeFocused()
  await page.keyboard.type('9999')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('This PIN is not right')
  await page.keyboard.type('1234')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'A second person must approve' })).toBeVisible()

  await page.getByRole('button', { name: /Signed in as Anna/ }).click()
  await dialog.getByLabel('Bert').check()
  await dialog.getByLabel('PIN').fill('5678')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Approve as second' })).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByText('Nothing matches the filter')).toBeVisible()
})
