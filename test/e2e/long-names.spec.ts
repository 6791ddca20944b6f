import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { givePins } from './support/pins.ts'
import { giveRoom } from './support/reach.ts'

// Names that no line has room for, in a small window.

let intray: IntrayWindow

test.beforeEach(async () => {
  intray = await openIntray({ preferences: { tourSeen: true } })
  await giveRoom(intray, { name: 'a small window', width: 960, height: 600, zoom: 1 })
})
test.afterEach(async () => {
  await intray.close()
})

test('a long name makes no list wider, and the lines of the causes stay apart', async () => {
  const { page } = intray
  const name = `${'x'.repeat(170)}_id_front.jpg`
  intray.drop(name, readFileSync(join(import.meta.dirname, '../fixtures/valid.jpg')))
  await intray.goTo('Problems')
  const causes = page.getByRole('radiogroup', { name: 'Causes' })
  await causes.getByText('characters that the endpoint does not take').click({ timeout: 20_000 })
  const list = page.getByRole('listbox')
  await expect(list.getByRole('option', { name: /^x{40}/ })).toBeVisible()
  const sidewaysBar = await list.evaluate(
    (element) => element instanceof HTMLElement && element.offsetHeight - element.clientHeight,
  )
  expect(sidewaysBar).toBe(0)

  await causes.getByText('All problems').click()
  const lines = await causes.locator('label').evaluateAll((labels) =>
    labels.map((label) => ({
      words: label.textContent.trim(),
      cut: label.scrollHeight > label.clientHeight,
    })),
  )
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter(({ cut }) => cut)).toEqual([])
})

test('a person of a long name signs in under the whole of it', async () => {
  const { page } = intray
  const name = 'Bernhardine-Wilhelmine von Hohenstaufen-Lüdenscheid zu Altenkirchen und Wolfratshausen'
  await givePins(page, { Anna: '1234', [name]: '4321' })
  const dialog = page.getByRole('dialog', { name: 'Who decides?' })
  const [line, box] = [await dialog.getByText(name).boundingBox(), await dialog.boundingBox()]
  if (line === null || box === null) throw new Error('The dialog does not show.')
  expect(line.x + line.width).toBeLessThan(box.x + box.width)
})
