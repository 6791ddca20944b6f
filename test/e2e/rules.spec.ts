import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { pngBytes } from '../support/scan-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'

let intray: IntrayWindow

test.beforeEach(async () => {
  intray = await openIntray()
})
test.afterEach(async () => {
  await intray.close()
})

const table = (): Locator => intray.page.getByRole('listbox', { name: 'Files and how they are read' })
const row = (name: RegExp): Locator => table().getByRole('option', { name })
const effects = (): Locator => intray.page.getByRole('region', { name: 'Saving would change' })
const notice = (): Locator => intray.page.getByRole('status').filter({ hasText: /Rules v\d+ in force/ })
const examples = (): Locator => intray.page.getByRole('region', { name: 'Mark its parts' })

/** Shows the files of the table whose names hold a text. */
async function find(text: string): Promise<void> {
  await intray.page.getByRole('textbox', { name: 'Search in names and values' }).fill(text)
}

/** Marks a part of the only example by keyboard: selects it and presses the letter of its kind. */
async function mark(name: string, part: string, letter: string): Promise<void> {
  const { keyboard } = intray.page
  await intray.page.getByRole('textbox', { name: /^Name to mark/ }).focus()
  await keyboard.press('Home')
  for (const _ of name.slice(0, name.indexOf(part))) await keyboard.press('ArrowRight')
  for (const _ of part) await keyboard.press('Shift+ArrowRight')
  await keyboard.press(letter)
}

async function axeFindsNothing(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: intray.page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

test('a change of a rule is seen before it is saved, and undone after', async () => {
  const { page } = intray
  intray.drop('passport for acme-7.png', pngBytes('backwards'))
  await intray.goTo('Rules')
  await find('acme-7')
  await expect(row(/passport for acme-7/)).toContainText('No rule reads it')

  await page.getByRole('button', { name: 'Add a rule' }).click()
  await page.getByRole('textbox', { name: 'Pattern', exact: true }).fill('{media_type} for {entity}')
  await expect(page.getByRole('button', { name: '1 mistake to mend' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Pattern', exact: true }).fill('{media_type} for {entity_id}')
  await effects()
    .getByRole('button', { name: /Newly read 1/ })
    .click()
  await expect(table().getByRole('option')).toHaveCount(1)
  await expect(row(/passport for acme-7/)).toContainText('acme-7 · Passport front')
  await expect(page.getByText('Version 1,')).toBeVisible()

  await page.keyboard.press('Control+S')
  await expect(notice()).toContainText('Rules v2 in force.')
  await expect(notice()).toContainText('read again.')
  await page.keyboard.press('Control+1')
  const queue = page.getByRole('listbox', { name: 'Queue' })
  await expect(
    queue.getByRole('option', { name: /passport for acme-7.*acme-7 · Passport front/s }),
  ).toBeVisible()

  await intray.goTo('Rules')
  await notice().getByRole('button', { name: 'Undo' }).click()
  await expect(notice()).toContainText('Rules v3 in force: those of v1 are back.')
  await expect(row(/passport for acme-7/)).toContainText('No rule reads it')
})

test('a file says why each rule does not read it', async () => {
  const { page } = intray
  intray.drop('nobody knows whose.png', pngBytes('nameless'))
  await intray.goTo('Rules')
  await find('nobody')
  await row(/nobody knows whose/).click()
  const why = page.getByRole('region', { name: 'Why this file is read like this' })
  await expect(why.getByRole('listitem')).toHaveCount(2)
  await expect(why.getByRole('listitem').first()).toContainText('Stops')
  await axeFindsNothing()
  await why.getByRole('button', { name: /^Edit the rule: Entity and media type/ }).click()
  await expect(page.getByRole('textbox', { name: 'Pattern', exact: true })).toHaveValue(
    '{entity_id}_{media_type}',
  )
})

test('a strange habit is taught by one example', async () => {
  const { page } = intray
  const names = [0, 1, 2, 3].map((one) => `Scan_2024-05-1${one}_KD-471${one}_Ausweis VS_000${one}.png`)
  for (const name of names) intray.drop(name, pngBytes(name))
  const [name = ''] = names
  await intray.goTo('Rules')
  for (const one of names) await expect(row(new RegExp(one))).toContainText('No rule reads it')

  await page.getByRole('button', { name: 'Teach by example' }).first().click()
  await row(new RegExp(name)).click()
  await mark(name, '2024-05-10', 'd')
  await mark(name, 'KD-4710', 'e')
  await mark(name, 'Ausweis VS', 'm')
  await examples().getByRole('combobox', { name: 'What “Ausweis VS” means' }).fill('ID card front')
  await page.keyboard.press('Enter')
  await axeFindsNothing()
  await page.getByRole('button', { name: 'Propose rules' }).click()
  const proposals = page.getByRole('region', { name: 'Proposals' })
  await expect(proposals.getByRole('listitem').first()).toContainText(/Reads \d+ of/)
  await axeFindsNothing()
  await proposals.getByRole('button', { name: 'Use this' }).first().click()

  await expect(effects().getByRole('button', { name: /Newly read 4/ })).toBeVisible()
  await expect(row(/KD-4713/)).toContainText('KD-4713 · ID card front')
  await axeFindsNothing()
  await page.keyboard.press('Control+S')
  await expect(notice()).toContainText('Rules v2 in force.')
  await page.keyboard.press('Control+1')
  const queue = page.getByRole('listbox', { name: 'Queue' })
  await expect(queue.getByRole('option', { name: /KD-4713 · ID card front/ })).toBeVisible()
})
