import { createServer } from 'node:http'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { ItemPage } from '../../electron/shared/records.ts'
import { pngBytes } from '../support/scan-bytes.ts'
import { openIntray } from './support/intray-window.ts'
import { answerOpening, answerSaving } from './support/system-dialogs.ts'
import { ask } from './support/window-bridge.ts'

const everything = { order: 'newest_first', limit: 500 } as const

/** What the engine wrote of items in English, as far as it is a sentence and not a pattern or a code. */
function englishOf({ items }: ItemPage): string[] {
  const texts = items.flatMap(({ findings, reason, lastFailure }) => [
    ...findings.map(({ evidence }) => evidence),
    reason ?? '',
    lastFailure?.detail ?? '',
  ])
  return texts.filter((text) => text.endsWith('.'))
}

const shown = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText)

test('what the engine found in the practice scans is told in German, in every view', async () => {
  const intray = await openIntray({ preferences: { language: 'de' } })
  const { page } = intray
  try {
    await page.getByRole('listbox', { name: 'Warteschlange' }).getByRole('option').first().waitFor()
    await expect
      .poll(async () => (await ask(page, 'status.get', {})).intakeBacklog, { timeout: 20_000 })
      .toBe(0)
    const { folders } = await ask(page, 'status.get', {})
    const english = new Set([
      ...englishOf(await ask(page, 'items.list', everything)),
      ...folders.map(({ deliveryWords }) => deliveryWords),
    ])
    expect(english.size).toBeGreaterThan(12)

    let seenTexts = ''
    for (const [key, list] of [
      ['2', 'Probleme nach Ursache'],
      ['4', 'Dateien, die neuesten zuerst'],
    ] as const) {
      await page.keyboard.press(`Control+${key}`)
      const options = page.getByRole('listbox', { name: list }).getByRole('option')
      await options.first().waitFor()
      for (let index = 0; index < (await options.count()); index += 1) {
        await options.nth(index).click()
        await page.getByRole('heading', { level: 2 }).first().waitFor()
        seenTexts += await shown(page)
      }
    }
    await page.keyboard.press('Control+7')
    await page.getByRole('heading', { level: 1, name: 'Ordner' }).waitFor()
    seenTexts += await shown(page)

    expect([...english].filter((sentence) => seenTexts.includes(sentence))).toEqual([])
    expect(seenTexts).toContain('Das System meldet Änderungen')
  } finally {
    await intray.close()
  }
})

test('a failed upload and a refused connection are told in German', async () => {
  const gateway = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(400, { 'content-type': 'text/html' })
      response.end('<html><title>Gateway says no</title></html>')
    })
  })
  await once(gateway.listen(0, '127.0.0.1'), 'listening')
  const { port } = gateway.address() as AddressInfo
  const inbox = mkdtempSync(join(tmpdir(), 'intray-inbox-'))
  const intray = await openIntray({
    preferences: { language: 'de' },
    settings: {
      mode: 'live',
      connection: { baseUrl: `http://127.0.0.1:${String(port)}`, organisation: 'acme' },
      folders: [{ id: 'inbox', path: inbox }],
    },
  })
  const { page } = intray
  try {
    await ask(page, 'connection.setKey', { profileId: 'main', key: 'some-key-1234567890' })
    writeFileSync(join(inbox, 'cust-1_passport.png'), pngBytes('for real'))
    await page.getByRole('option', { name: /cust-1_passport/ }).click()
    await page.getByRole('heading', { level: 2, name: 'cust-1_passport.png' }).waitFor()
    await page.keyboard.press('a')
    await page.keyboard.press('Control+3')
    const why = 'Status 400 mit einer Webseite namens „Gateway says no“.'
    await expect(page.getByText(why).first()).toBeVisible()

    await page.keyboard.press('Control+6')
    await page
      .getByRole('button', { name: /Verbindung testen/ })
      .first()
      .click()
    await expect(page.getByText(/antwortet, aber nicht wie der Endpunkt \(400\)/)).toBeVisible()
    expect(await shown(page)).not.toMatch(/Directly|answers, but|Check the base URL|Status 400 with/)
  } finally {
    await intray.close()
    gateway.close()
    rmSync(inbox, { recursive: true, force: true })
  }
})

test('faults of an altered bundle and of a rules file are told in German', async () => {
  const intray = await openIntray({ preferences: { language: 'de' } })
  const { page, dataDir } = intray
  try {
    await page.getByRole('listbox', { name: 'Warteschlange' }).getByRole('option').first().waitFor()
    const bundle = join(dataDir, 'paket.jsonl')
    await answerSaving(intray, bundle)
    const wanted = { selection: { selection: {} }, format: 'bundle', suggestedName: 'paket' } as const
    await ask(page, 'shell.exportEvidence', wanted)
    writeFileSync(bundle, readFileSync(bundle, 'utf8').replace('"actor":"engine"', '"actor":"enginf"'))
    await answerOpening(intray, bundle)
    await page.keyboard.press('Control+4')
    await page.getByRole('button', { name: 'Paket prüfen…' }).click()
    const faults = page.getByRole('list', { name: 'Fehler' })
    await expect(faults.getByText(/Die Prüfsumme von Ereignis \d+ folgt nicht aus dem vorigen/)).toBeVisible()
    await expect(faults.getByText(/Das Siegel ist gebrochen/)).toBeVisible()
    expect(await faults.innerText()).not.toMatch(/\b(?:The|the|event|was)\b/)
    await page.keyboard.press('Escape')

    const rules = join(dataDir, 'regeln.json')
    writeFileSync(rules, '{ "intrayRules": 1, "rules": [\n{ "id": "a", "name": "", "pattern": "x" }] }')
    await answerOpening(intray, rules)
    await page.keyboard.press('Control+5')
    await page.getByRole('button', { name: 'Einlesen…' }).click()
    await expect(
      page.getByText('Zeile 2, Regel 1, „name“: Der Text darf nicht leer sein.').first(),
    ).toBeVisible()
  } finally {
    await intray.close()
  }
})

test('what is wrong in a settings file is told in German', async () => {
  const intray = await openIntray({
    preferences: { language: 'de' },
    settings: { folder: [], intake: { quietMs: 2.5 }, connection: { proxy: 'proxy.example' } },
  })
  const { page } = intray
  try {
    const proxy = page.getByText('Ein Proxy hat die Form http://host:port, ohne Benutzernamen.')
    await expect(proxy).toBeVisible()
    await expect(page.getByText('Die Einstellungsdatei enthält 3 Fehler.')).toBeVisible()
    await expect(page.getByText(/bleibt Intray im Übungsbetrieb: Nichts verlässt/)).toBeVisible()
    expect((await ask(page, 'status.get', {})).mode).toBe('practice')
    await page.keyboard.press('Control+6')
    await expect(page.getByText(/Die Felder unten zeigen die üblichen Einstellungen/)).toBeVisible()
    await expect(page.getByText('intake.quietMs: Hier muss eine ganze Zahl stehen.')).toBeVisible()
    await expect(page.getByText('Der Name „folder“ ist hier nicht bekannt.')).toBeVisible()
    await expect(proxy).toBeVisible()
    expect(await shown(page)).not.toMatch(/must be|is no key|A proxy is/)
  } finally {
    await intray.close()
  }
})

test('a settings form with mistakes tells them in German, those of the engine too', async () => {
  const intray = await openIntray({
    preferences: { language: 'de' },
    settings: {
      connection: { proxy: 'http://proxy.example:3128' },
      folders: [{ id: 'inbox', path: '/srv/inbox' }],
    },
  })
  const { page } = intray
  const save = page.getByRole('button', { name: 'Speichern', exact: true })
  try {
    await page.getByRole('listbox', { name: 'Warteschlange' }).waitFor()
    await page.keyboard.press('Control+6')
    const address = page.getByLabel('Basisadresse')
    const organisation = page.getByLabel('Organisation', { exact: true })
    const proxy = page.getByLabel('Adresse des Proxys')
    await address.fill('http://api.unit21.com/v1')
    await organisation.fill('Arcadia Bank')
    await proxy.fill('http://ada:secret@proxy.example')
    await save.click()
    for (const words of [
      'Nötig ist eine https-Adresse, die auf /v1 endet (http ist nur für diesen Computer erlaubt).',
      'Nur Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich.',
      'Ein Proxy hat die Form http://host:port, ohne Benutzernamen.',
    ]) {
      await expect(page.getByText(words)).toBeVisible()
    }
    expect(await shown(page)).not.toMatch(/Must be an|Letters, digits|A proxy is/)

    await address.fill('https://api.unit21.com/v1')
    await organisation.fill('arcadia-bank')
    await proxy.fill('http://proxy.example:3128')
    const sections = page.getByRole('navigation', { name: 'Abschnitte der Einstellungen' })
    await sections.getByRole('button', { name: 'Ordner' }).click()
    await page.getByRole('textbox', { name: 'Ordner', exact: true }).fill('inbox')
    await save.click()
    const incomplete = 'Der Pfad muss vollständig sein, vom Anfang des Datenträgers an.'
    await expect(page.getByText(incomplete)).toBeVisible()
  } finally {
    await intray.close()
  }
})
