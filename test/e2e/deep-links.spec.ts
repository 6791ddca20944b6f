import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { callAs } from './support/window-bridge.ts'

let intray: IntrayWindow
let itemId: number

test.beforeAll(async () => {
  intray = await openIntray()
  intray.drop('acme-7_letter.txt', 'a letter\n'.repeat(100))
  const listed = (): Promise<unknown> => callAs(intray.page, 'items.list', { text: 'acme-7_letter' })
  await expect.poll(listed).toMatchObject({ value: { items: [{ state: 'awaiting_review' }] } })
  itemId = ((await listed()) as { value: { items: { id: number }[] } }).value.items[0]?.id ?? 0
})

test.afterAll(async () => {
  await intray.close()
})

/** Starts Intray once more, as the system does for an address. */
async function startAgainWith(address: string): Promise<void> {
  await intray.app.evaluate(({ app }, url) => {
    app.emit('second-instance', {}, ['/usr/bin/intray', url], '/')
  }, address)
}

test('an address of an item shows its story', async () => {
  const { page } = intray
  await intray.goTo('Rules')
  await startAgainWith(`intray://item/${String(itemId)}`)
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'acme-7_letter.txt' })).toBeVisible()
})

test('anything else only brings the window to the front', async () => {
  await intray.goTo('Rules')
  for (const address of ['intray://item/1/../2', 'intray://settings', 'intray://item/0']) {
    await startAgainWith(address)
  }
  await expect(intray.page.getByRole('heading', { level: 1, name: 'Rules' })).toBeVisible()
})

test('an address does not throw away what is typed into the set-up', async () => {
  const { page } = intray
  await page.getByRole('button', { name: 'Connect for real' }).click()
  const organisation = page.getByRole('textbox', { name: 'Organisation' })
  await organisation.fill('my-bank')
  await startAgainWith(`intray://item/${String(itemId)}`)
  await expect(page.getByText('A link leads to file').first()).toBeVisible()
  await expect(organisation).toHaveValue('my-bank')
  await page.getByRole('button', { name: 'Stay in practice mode' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'acme-7_letter.txt' })).toBeVisible()
})

test('the menu goes to every view, and a click says so to the page', async () => {
  for (const view of ['Problems', 'Reports', 'Folders', 'Review']) {
    await intray.app.evaluate(({ Menu }, label) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? []
      items.find((item) => item.label === label)?.click()
    }, view)
    await expect(intray.page.getByRole('heading', { level: 1, name: view })).toBeVisible()
  }
})
