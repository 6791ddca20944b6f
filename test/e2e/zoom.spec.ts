import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Locator } from '@playwright/test'
import { minHeight, minWidth } from '../../electron/main/window-bounds.ts'
import { openIntray, viewNames } from './support/intray-window.ts'
import type { IntrayWindow, ViewName } from './support/intray-window.ts'
import { giveRoom, outOfReach } from './support/reach.ts'
import type { Room } from './support/reach.ts'

const rooms: readonly Room[] = [
  { name: '200 % in a window of 1280 x 800', width: 1280, height: 800, zoom: 2 },
  { name: 'the smallest window', width: minWidth, height: minHeight, zoom: 1 },
  { name: '200 % in the smallest window', width: minWidth, height: minHeight, zoom: 2 },
]

/** What each view is there for, in English or German. */
const mainActions: Readonly<Record<ViewName, (view: Locator) => Locator>> = {
  Review: (view) => view.getByRole('button', { name: /^(?:Approve|Freigeben)/ }),
  Problems: (view) => view.getByRole('button', { name: /^(?:Approve|Freigeben)/ }),
  Uploads: (view) => view.getByRole('button', { name: /^(?:Pause uploads|Uploads pausieren)/ }),
  History: (view) => view.getByRole('combobox', { name: /^(?:Search|Suche)/ }),
  Rules: (view) => view.getByRole('button', { name: /^(?:Teach by example|An Beispielen lehren)/ }).first(),
  Settings: (view) => view.getByRole('radio', { name: /^(?:Practice|Übung)/ }),
  Folders: (view) => view.getByRole('button', { name: /^(?:Compare now|Jetzt vergleichen)/ }),
  Reports: (view) => view.getByRole('button', { name: /^(?:Save as PDF|Als PDF speichern)/ }),
}

let intray: IntrayWindow

/** Presses Tab until a control has the focus, as a person without a mouse does. */
async function tabTo(control: Locator): Promise<void> {
  await control.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await intray.page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

async function show(view: ViewName): Promise<void> {
  const { page } = intray
  await page.keyboard.press(`Control+${String(viewNames.indexOf(view) + 1)}`)
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
}

async function axeFindings(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: intray.page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

// German has the longer words.
for (const { language, colorScheme, given } of [
  { language: 'en', colorScheme: 'dark', given: rooms.slice(0, 1) },
  { language: 'de', colorScheme: 'light', given: rooms },
] as const) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.beforeAll(async () => {
      intray = await openIntray({ preferences: { language } })
      const { page } = intray
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('a')
    })
    test.afterAll(async () => {
      await intray.close()
    })

    for (const room of given) {
      for (const view of viewNames) {
        test(`${room.name}: ${view} is whole and within reach`, async () => {
          const { page } = intray
          await giveRoom(intray, room)
          await show(view)
          const action = mainActions[view](page.getByRole('main'))
          await tabTo(action)
          await expect(action).toBeInViewport({ ratio: 1 })
          expect(await outOfReach(page)).toEqual([])
          expect(await axeFindings()).toEqual([])
        })
      }

      test(`${room.name}: every part of the settings is whole and within reach`, async () => {
        const { page } = intray
        await giveRoom(intray, room)
        await show('Settings')
        const parts = page
          .getByRole('navigation', { name: /^(?:Sections of the settings|Abschnitte der Einstellungen)/ })
          .getByRole('button')
        for (const part of await parts.all()) {
          await part.click()
          expect(await outOfReach(page)).toEqual([])
        }
        await parts.first().click()
      })

      test(`${room.name}: the story of a file is whole and within reach`, async () => {
        const { page } = intray
        await giveRoom(intray, room)
        await show('History')
        await page.getByRole('main').getByRole('option').first().click()
        const story = page.getByRole('complementary', { name: /^(?:Story of the file|Geschichte der Datei)/ })
        await story.getByRole('heading').first().waitFor()
        await expect(story).toBeInViewport({ ratio: 0.5 })
        expect(await outOfReach(page)).toEqual([])
        expect(await axeFindings()).toEqual([])
        // The first one leaves a field that has the focus.
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
        await expect(story).toHaveCount(0)
      })
    }
  })
}
