import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { CallInput, CallsOwnedBy } from '../../electron/shared/contract.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { callAs } from './support/window-bridge.ts'
import { readAnswer } from '../../electron/shared/answer.ts'

// What the window may ask of the shell, and what the shell keeps to itself.

const marker = 'NOBODY-ELSE-MAY-READ-THIS-4711'
const refused = { ok: false, failure: { code: 'input_invalid' } }

let intray: IntrayWindow

test.beforeAll(async () => {
  intray = await openIntray()
})

test.afterAll(async () => {
  await intray.close()
})

test.describe('calls', () => {
  /** What only the shell may ask of the engine, each with an input that it would take. */
  const privateCalls: { [Name in CallsOwnedBy<'engine_private'>]: CallInput<Name> } = {
    'secrets.announceChange': { profileId: 'main', change: 'stored' },
    'secrets.provide': { keys: { main: 'stolen' } },
    'items.locate': { itemId: 1 },
    'folders.locate': { folderId: 'practice' },
    'folders.drop': { folderId: 'practice', paths: ['/etc/hostname'] },
    'evidence.write': { path: '/tmp/evidence.csv', selection: { itemIds: [1] }, format: 'csv' },
    'evidence.verify': { path: '/etc/hostname' },
    'media.preview': { itemId: 1 },
    'network.provide': { proxyUrl: 'http://127.0.0.1:1', authorities: [] },
    'files.trashed': { itemId: 1, failure: null },
    'engine.stop': {},
  }

  test('are refused when the window may not make them', async () => {
    for (const [name, input] of Object.entries(privateCalls)) {
      expect(await callAs(intray.page, name, input)).toMatchObject(refused)
    }
    for (const name of ['no.such', '__proto__', 'constructor', 7, null]) {
      expect(await callAs(intray.page, name, {})).toMatchObject(refused)
    }
  })

  test('are refused when their input is not what the contract says', async () => {
    expect(await callAs(intray.page, 'items.get', { itemId: '1; DROP TABLE items' })).toMatchObject(refused)
    expect(await callAs(intray.page, 'items.get', { itemId: 1, extra: true })).toMatchObject(refused)
    expect(await callAs(intray.page, 'shell.openItem', { itemId: 1, path: '/bin/sh' })).toMatchObject(refused)
    expect(await callAs(intray.page, 'items.list', { text: 'x'.repeat(10_000) })).toMatchObject(refused)
    expect(await callAs(intray.page, 'status.get', undefined)).toMatchObject(refused)
  })

  test('are answered to the window’s own page only', async () => {
    expect(await callAs(intray.page, 'status.get', {})).toMatchObject({ ok: true })
    const texts = await intray.app.evaluate(async ({ app, BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`
      const results: string[] = []
      for (const address of ['app://intray/', 'data:text/html,<p>elsewhere</p>', 'about:blank']) {
        const webPreferences = { preload, sandbox: true, ...(session && { session }) }
        const stranger = new BrowserWindow({ show: false, webPreferences })
        await stranger.loadURL(address)
        const called = stranger.webContents.executeJavaScript('window.intray.invoke("status.get", {})')
        results.push(String(await called))
        stranger.destroy()
      }
      return results
    })
    expect(texts.map((text) => readAnswer(text))).toEqual([
      { ok: false, failure: { code: 'input_invalid', detail: 'This page may not call.' } },
      { ok: false, failure: { code: 'input_invalid', detail: 'This page may not call.' } },
      { ok: false, failure: { code: 'input_invalid', detail: 'This page may not call.' } },
    ])
  })
})

test.describe('files for a watched folder', () => {
  /** Gives the bridge what a hostile page could make up. */
  const dropAs = (folderId: unknown, files: unknown) =>
    intray.page.evaluate(
      async ([id, made]) => {
        const drop = window.intray.dropFiles as (folderId: unknown, files: unknown) => Promise<unknown>
        return drop(id, made).catch((thrown: unknown) => String(thrown))
      },
      [folderId, files],
    )

  test('come from files only, never from paths that the page made up', async () => {
    const before = readdirSync(intray.scans)
    const madeUp = [
      ['/etc/hostname'],
      [{ name: 'hostname', path: '/etc/hostname' }],
      [null],
      '/etc/hostname',
      { length: 1, 0: { path: '/etc/hostname' } },
    ]
    for (const files of madeUp) {
      expect(JSON.stringify(await dropAs('practice', files))).not.toContain('"copied":["')
    }
    expect(readdirSync(intray.scans)).toEqual(before)
  })

  test('that are made of bytes by the page have no path, and are refused in plain words', async () => {
    const answer = await intray.page.evaluate(() =>
      window.intray.dropFiles('practice', [new File(['x'], 'made-up.txt')]),
    )
    expect(answer).toMatchObject({ ok: true, value: { copied: [], refused: [{ name: 'made-up.txt' }] } })
  })

  test('are taken from the window’s own page only', async () => {
    const answers = await intray.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await stranger.loadURL('data:text/html,<p>elsewhere</p>')
      const answer: unknown = await stranger.webContents.executeJavaScript(
        'window.intray.dropFiles("practice", [new File(["x"], "a.txt")])',
      )
      stranger.destroy()
      return answer
    })
    expect(answers).toEqual({
      ok: false,
      failure: { code: 'input_invalid', detail: 'This page may not call.' },
    })
  })
})

test.describe('the application’s own protocol', () => {
  test('serves its page, and nothing from outside of its folder', async () => {
    const statuses = await intray.page.evaluate(async () => {
      const addresses = [
        '/..%2f..%2fpackage.json',
        '/%2e%2e%2f%2e%2e%2fpackage.json',
        '/..%5c..%5cpackage.json',
        '/../main/main.js',
        '/..%2fmain%2fmain.js',
        '/%2fetc%2fhostname',
        '/index.html%00.js',
        '/preview/..%2f..%2fpackage.json',
        '/preview/0',
        '/preview/-1',
        '/preview/1e3',
        '/preview/01',
        '/preview/999999999',
      ]
      const answers = await Promise.all(addresses.map((address) => fetch(address)))
      const posted = await fetch('/', { method: 'POST', body: 'x' })
      return {
        got: answers.map(({ status }) => status),
        posted: posted.status,
        page: (await fetch('/')).status,
      }
    })
    expect(new Set(statuses.got)).toEqual(new Set([404]))
    expect(statuses).toMatchObject({ posted: 405, page: 200 })
  })

  test('says in the contract’s terms why there is no preview', async () => {
    const failure = await intray.page.evaluate(async () => {
      const response = await fetch('/preview/999999999')
      return (await response.json()) as unknown
    })
    expect(failure).toMatchObject({ code: 'item_not_found' })
  })

  test('streams parts of a scan, and Chromium keeps none of it on disk', async () => {
    intray.drop('acme-9_letter.txt', `${marker} `.repeat(2_000))
    await expect
      .poll(() => callAs(intray.page, 'items.list', { text: 'acme-9_letter', states: ['awaiting_review'] }))
      .toMatchObject({ ok: true, value: { items: [{ name: 'acme-9_letter.txt' }] } })
    const answer = await callAs(intray.page, 'items.list', { text: 'acme-9_letter' })
    const { items } = (answer as { value: { items: { id: number }[] } }).value
    const part = await intray.page.evaluate(async (itemId) => {
      const response = await fetch(`/preview/${String(itemId)}`, { headers: { Range: 'bytes=2-6' } })
      await (await fetch(`/preview/${String(itemId)}`)).blob()
      return {
        status: response.status,
        text: await response.text(),
        cache: response.headers.get('cache-control'),
      }
    }, items[0]?.id)
    expect(part).toEqual({ status: 206, text: marker.slice(2, 7), cache: 'no-store' })
    expect(filesHolding(marker, join(intray.dataDir, 'chromium'))).toEqual([])
  })
})

test('the key is in no file as it is', async () => {
  const key = 'key-that-is-nowhere-in-clear-0815'
  expect(await callAs(intray.page, 'connection.setKey', { key, profileId: 'main' })).toMatchObject({
    ok: true,
  })
  expect(filesHolding(key, intray.dataDir)).toEqual([])
  expect(await callAs(intray.page, 'connection.forgetKey', { profileId: 'main' })).toEqual({
    ok: true,
    value: null,
  })
})

/** The files under a folder that hold a text, in UTF-8 or UTF-16. */
function filesHolding(text: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .filter((path) => {
      const bytes = readFileSync(path)
      return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))
    })
}
