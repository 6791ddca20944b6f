import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openIntray, viewNames } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { giveRoom, outOfReach } from './support/reach.ts'

// Every view where there is nothing to show.

let intray: IntrayWindow
let scans: string

test.beforeEach(async ({}, { title }) => {
  scans = mkdtempSync(join(tmpdir(), 'intray-e2e-scans-'))
  intray = await openIntray({
    settings: {
      mode: 'live',
      connection: { baseUrl: 'https://endpoint.invalid/v1', organisation: 'acme' },
      folders: [{ id: 'scans', path: scans }],
    },
    preferences: { language: title.endsWith('German') ? 'de' : 'en' },
  })
})
test.afterEach(async () => {
  await intray.close()
  rmSync(scans, { recursive: true })
})

async function expectWholeViews(): Promise<void> {
  const { page } = intray
  for (const [index, view] of viewNames.entries()) {
    await page.keyboard.press(`Control+${String(index + 1)}`)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(
      violations.map(({ id, nodes }) => `${view}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ).toEqual([])
    expect(await outOfReach(page), view).toEqual([])
  }
}

const zoomed = { name: '200 %', width: 1280, height: 800, zoom: 2 }

for (const { language, colorScheme } of [
  { language: 'English', colorScheme: 'light' },
  { language: 'German', colorScheme: 'dark' },
] as const) {
  test(`with no file at all every view is whole, ${colorScheme}, in ${language}`, async () => {
    await giveRoom(intray, zoomed)
    await intray.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectWholeViews()
  })
}
