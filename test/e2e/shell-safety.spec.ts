import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { expect, test } from '@playwright/test'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import './support/window-bridge.ts'

// Electron's own checklist ("Security", in its documents), asserted in the running application.

let intray: IntrayWindow
/** A server that the page must never reach, and what reached it. */
let outside: Server
let outsideUrl: string
const reached: string[] = []

test.beforeAll(async () => {
  outside = createServer((request, response) => {
    reached.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('outside')
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const address = outside.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  outsideUrl = `http://127.0.0.1:${String(address.port)}/`
  intray = await openIntray()
})

test.afterAll(async () => {
  await intray.close()
  outside.close()
})

test.describe('the renderer', () => {
  test('is sandboxed, isolated and without Node', async () => {
    const preferences = await intray.app.evaluate(({ BrowserWindow }) => {
      // Not in the types, and the only way to read back what is in force.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    })
    // Left out where it is off.
    expect(preferences['nodeIntegrationInWorker']).not.toBe(true)
    expect(preferences['enableBlinkFeatures']).toBeFalsy()

    const globals = await intray.page.evaluate(() =>
      ['process', 'require', 'module', 'global', 'Buffer', '__dirname', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      ),
    )
    expect(globals).toEqual([])
  })

  test('has three functions to call, which it cannot replace or look behind', async () => {
    const bridge = await intray.page.evaluate(async () => {
      const before = window.intray.invoke
      let sawThrough = false
      const { call } = Function.prototype
      // What the preload script does must not run on the page's own objects.
      Function.prototype.call = function (this: unknown, ...args: unknown[]): unknown {
        sawThrough ||= args.some((each) => typeof each === 'object' && each !== null && 'sendSync' in each)
        return Reflect.apply(call, this as () => unknown, args) as unknown
      }
      await window.intray.invoke('shell.engineState', {})
      Function.prototype.call = call
      const replaced = Reflect.set(window, 'intray', {}) && Reflect.deleteProperty(window, 'intray')
      return {
        names: Object.keys(window.intray),
        replaced,
        same: window.intray.invoke === before,
        sawThrough,
      }
    })
    expect(bridge).toEqual({
      names: ['invoke', 'dropFiles', 'language', 'on'],
      replaced: false,
      same: true,
      sawThrough: false,
    })
  })
})

test.describe('the content security policy', () => {
  test('comes with every page and every answer', async () => {
    const policies = await intray.page.evaluate(async () => {
      const addresses = ['/', '/index.html', '/no-such-file.js', '/preview/999999999']
      const answers = await Promise.all(addresses.map((address) => fetch(address)))
      return answers.map(({ headers }) => headers.get('content-security-policy') ?? '')
    })
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|http|\*/)
    }
  })

  test('stops inline scripts, inline handlers and code made of text', async () => {
    const outcome = await intray.page.evaluate(async () => {
      const ran: string[] = []
      Object.assign(window, { ran })
      const script = document.createElement('script')
      script.textContent = 'window.ran.push("inline")'
      document.body.append(script)
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        violations.push(`${violatedDirective} ${blockedURI}`)
      })
      const link = document.createElement('a')
      link.setAttribute('onclick', 'window.ran.push("handler")')
      document.body.append(link)
      link.click()
      const evaluate = Reflect.get(window, 'eval') as (text: string) => unknown
      // In a task of its own: what the test evaluates is itself above the policy.
      const evaluated = await new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(evaluate('"evaluated"')))
          } catch (thrown) {
            resolve(thrown instanceof Error ? thrown.name : 'thrown')
          }
        }, 0)
      })
      script.remove()
      link.remove()
      return { ran, evaluated, violations }
    })
    expect(outcome).toMatchObject({ ran: [], evaluated: 'EvalError' })
    expect(outcome.violations.join()).toContain('script-src')
  })

  test('lets nothing out and nothing in', async () => {
    const outcomes = await intray.page.evaluate(async (url) => {
      const fails = (promise: Promise<unknown>): Promise<boolean> =>
        promise.then(
          () => false,
          () => true,
        )
      const loads = (element: HTMLElement, address: string): Promise<unknown> =>
        new Promise((resolve, reject) => {
          element.addEventListener('load', resolve)
          element.addEventListener('error', reject)
          element.setAttribute('src', address)
          document.body.append(element)
        }).finally(() => element.remove())
      return {
        fetch: await fails(fetch(url)),
        opaqueFetch: await fails(fetch(url, { mode: 'no-cors' })),
        picture: await fails(loads(document.createElement('img'), `${url}picture.png`)),
        script: await fails(loads(document.createElement('script'), `${url}script.js`)),
        socket: await fails(
          new Promise((resolve, reject) => {
            const socket = new WebSocket(url.replace('http', 'ws'))
            socket.onopen = resolve
            socket.onerror = reject
          }),
        ),
        file: await fails(fetch('file:///etc/hostname')),
        filePicture: await fails(loads(document.createElement('img'), 'file:///etc/hostname')),
        beacon: navigator.sendBeacon(`${url}beacon`, 'x'),
      }
    }, outsideUrl)
    expect(outcomes).toMatchObject({
      fetch: true,
      opaqueFetch: true,
      picture: true,
      script: true,
      socket: true,
      file: true,
      filePicture: true,
    })
    expect(reached).toEqual([])
  })

  test('is not the only thing that keeps the network out', async () => {
    const outcome = await intray.app.evaluate(async ({ BrowserWindow }, url) => {
      const window = BrowserWindow.getAllWindows()[0]
      return window?.webContents.session.fetch(url).then(
        () => 'answered',
        () => 'refused',
      )
    }, outsideUrl)
    expect(outcome).toBe('refused')
    expect(reached).toEqual([])
  })
})

test.describe('the window', () => {
  test('stays on its page', async () => {
    const { page } = intray
    const addresses = [
      outsideUrl,
      'app://intray/preview/1',
      'app://other/',
      'file:///etc/hostname',
      'data:text/html,x',
    ]
    for (const address of addresses) {
      const told = intray.app.evaluate(
        ({ BrowserWindow }) =>
          new Promise<string>((resolve) => {
            BrowserWindow.getAllWindows()[0]?.webContents.once('will-frame-navigate', (event) => {
              // After every other listener.
              setImmediate(() => resolve(event.defaultPrevented ? 'prevented' : 'allowed'))
            })
          }),
      )
      // Chromium refuses the last two by itself, before it asks.
      const refusal = page.waitForEvent('console', (message) => message.text().startsWith('Not allowed to'))
      await page.evaluate((target) => {
        location.assign(target)
      }, address)
      expect(await Promise.any([told, refusal.then(() => 'prevented')])).toBe('prevented')
      refusal.catch(() => undefined)
      expect(page.url()).toBe('app://intray/')
    }
    expect(await page.evaluate(() => document.querySelectorAll('nav').length)).toBeGreaterThan(0)
    expect(reached).toEqual([])
  })

  test('opens no other window, frame or embedded browser', async () => {
    const opened = await intray.page.evaluate((url) => {
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
      const browser = document.createElement('webview')
      browser.setAttribute('src', url)
      document.body.append(browser)
      const outcome = {
        windows: [url, 'about:blank', 'app://intray/', 'file:///etc/hostname'].map((each) =>
          window.open(each),
        ),
        embedded: 'getWebContentsId' in browser,
      }
      frame.remove()
      browser.remove()
      return outcome
    }, outsideUrl)
    expect(opened).toEqual({ windows: [null, null, null, null], embedded: false })
    const count = await intray.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
    expect(count).toBe(1)
    expect(reached).toEqual([])
  })

  test('gets no permission and saves no file', async () => {
    const outcome = await intray.page.evaluate(async () => {
      const refusal = (promise: Promise<unknown>): Promise<string> =>
        promise.then(
          () => 'granted',
          (thrown: unknown) => (thrown instanceof Error ? thrown.name : 'refused'),
        )
      return {
        place: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            ({ code }) => resolve(code),
          ),
        ),
        notifications: await Notification.requestPermission(),
        camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await refusal(navigator.mediaDevices.getDisplayMedia({ video: true })),
        clipboard: await refusal(navigator.clipboard.readText()),
        state: (await navigator.permissions.query({ name: 'notifications' })).state,
      }
    })
    expect(outcome).toMatchObject({ place: 1, notifications: 'denied', state: 'denied' })
    for (const refusal of [outcome.camera, outcome.screen, outcome.clipboard]) {
      expect(['NotAllowedError', 'NotFoundError', 'NotSupportedError', 'InvalidStateError']).toContain(
        refusal,
      )
    }

    const download = intray.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<boolean>((resolve) => {
          BrowserWindow.getAllWindows()[0]?.webContents.session.once('will-download', (event) =>
            setImmediate(() => resolve(event.defaultPrevented)),
          )
        }),
    )
    await intray.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['x']))
      link.download = 'scan.txt'
      link.click()
    })
    expect(await download).toBe(true)
  })
})
