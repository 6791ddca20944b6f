import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray()
  intray.drop('Größe-7_letter.txt'.normalize('NFD'), 'a letter\n'.repeat(100))
  await intray.goTo('History')
})

test.afterAll(async () => {
  await intray.close()
})

test('a search finds a name whose accents are written in another way', async () => {
  const { page } = intray
  await page.getByRole('combobox').fill('größe')
  await expect(page.getByText('1 file', { exact: true })).toBeVisible()
})

test('every fault of a query is told, also several at one place, and nothing is counted', async () => {
  const { page } = intray
  const field = page.getByRole('combobox')
  await field.fill('entity:,, größe')
  await expect(page.getByText('something to look for is missing')).toHaveCount(3)
  await expect(page.getByText('1 file', { exact: true })).toBeHidden()
  await field.fill('größe')
  await expect(page.getByText('1 file', { exact: true })).toBeVisible()
})

test('a query that is pasted and too long is told, and never cut to one that means something else', async () => {
  const { page } = intray
  const field = page.getByRole('combobox')
  const query = `entity:${'4711,'.repeat(250)}4712`
  await field.fill('')
  await field.focus()
  await page.keyboard.insertText(query)
  await expect(field).toHaveValue(query)
  await expect(page.getByText('A query has 1000 characters at most')).toBeVisible()
})
