import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { callAs } from './support/window-bridge.ts'

// What Intray shows outside of its window, as Electron is told.

interface Told {
  readonly tooltips: string[]
  readonly badges: number[]
  readonly progress: number[]
  readonly notices: string[]
}

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray({ settings: { review: { graceMs: 0 }, intake: { quietMs: 200 } } })
  await intray.app.evaluate(({ app, BrowserWindow, Notification, Tray }) => {
    const told: Told = { tooltips: [], badges: [], progress: [], notices: [] }
    Object.assign(globalThis, { told })
    Tray.prototype.setToolTip = (words: string) => void told.tooltips.push(words)
    app.setBadgeCount = (count) => told.badges.push(count ?? 0) > 0
    Notification.isSupported = () => true
    Notification.prototype.show = function (this: Electron.Notification) {
      told.notices.push(this.title)
    }
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('there is no window')
    window.setProgressBar = (share) => void told.progress.push(share)
    window.isFocused = () => false
  })
})

test.afterAll(async () => {
  await intray.close()
})

const told = (): Promise<Told> => intray.app.evaluate(() => (globalThis as unknown as { told: Told }).told)

test('the tray and the badge count what waits', async () => {
  intray.drop('acme-31_letter.txt', 'a letter\n'.repeat(50))
  intray.drop('no-name-that-says-anything.txt', 'whose is this?\n'.repeat(50))
  await expect.poll(async () => (await told()).tooltips.at(-1)).toMatch(/\d+ files to review/)
  await expect.poll(async () => (await told()).badges.at(-1)).toBeGreaterThan(0)
})

test('problems that come are told in a notification', async () => {
  await expect.poll(async () => (await told()).notices.join()).toMatch(/needs? attention/)
})

test('the taskbar follows uploads from the first to the last', async () => {
  const listed = (): Promise<unknown> =>
    callAs(intray.page, 'items.list', { text: 'acme-31_letter', states: ['awaiting_review'] })
  await expect.poll(listed).toMatchObject({ value: { items: [{}] } })
  const { items } = ((await listed()) as { value: { items: { id: number; revision: number }[] } }).value
  const [item] = items
  await callAs(intray.page, 'review.approve', { itemId: item?.id, revision: item?.revision })
  await expect.poll(async () => (await told()).progress.some((share) => share >= 0)).toBe(true)
  await expect.poll(async () => (await told()).progress.at(-1)).toBe(-1)
})

test('words follow the chosen language at once', async () => {
  const answer = (await callAs(intray.page, 'preferences.get', {})) as { value: object }
  const preferences = { ...answer.value, language: 'de' }
  expect(await callAs(intray.page, 'preferences.save', { preferences })).toMatchObject({ ok: true })
  await expect.poll(async () => (await told()).tooltips.at(-1)).toContain('zu prüfen')
  const labels = await intray.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  )
  expect(labels).toEqual(['Datei', 'Bearbeiten', 'Ansicht', 'Fenster'])
  await intray.page.reload()
  expect(await intray.page.evaluate(() => window.intray.language)).toBe('de')
})

test('a closed window leaves Intray in the tray where the person wants that', async () => {
  const answer = (await callAs(intray.page, 'preferences.get', {})) as { value: object }
  const preferences = { ...answer.value, staysInTray: true }
  expect(await callAs(intray.page, 'preferences.save', { preferences })).toMatchObject({ ok: true })
  await intray.page.close()
  // Closing goes on for a moment after the page is gone.
  await expect
    .poll(() => intray.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(0)
  const reopened = intray.app.waitForEvent('window')
  await intray.app.evaluate(({ app }) => {
    app.emit('second-instance', {}, ['/usr/bin/intray'], '/')
  })
  const page = await reopened
  await expect(page.getByRole('navigation')).toBeVisible()
})
