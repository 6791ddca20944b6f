import { app, session as sessions } from 'electron'
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { join } from 'node:path'
import { serveAppProtocol } from './app-protocol.ts'
import { startEngineLink } from './engine-link.ts'
import type { EngineLink } from './engine-link.ts'
import { startEngineProcess } from './engine-process.ts'
import type { ErrorLog } from './error-log.ts'
import { sendEvent } from './event-sender.ts'
import { startIpcRelay } from './ipc-relay.ts'
import { createKeyStore } from './key-store.ts'
import type { KeyStore } from './key-store.ts'
import { setMenu } from './menu.ts'
import { denyNetwork } from './network.ts'
import { recoverPage } from './page-recovery.ts'
import { isOwnPage } from './page-origin.ts'
import { readOperator } from './operator.ts'
import type { Paths } from './paths.ts'
import { denyPermissions } from './permissions.ts'
import { createShellCalls } from './shell-calls.ts'
import { openWindow } from './window.ts'
import { keepWindowPlace, readWindowPlace, readWorkAreas } from './window-state.ts'

/** Puts the shell together. The application must be ready. */
export async function runApplication(paths: Paths, log: ErrorLog): Promise<void> {
  let window: BrowserWindow | undefined
  // Without `persist:` it lives in memory: pictures of scans never reach Chromium's files.
  const session = sessions.fromPartition('intray', { cache: false })
  denyPermissions(session)
  denyNetwork(session)
  setMenu(process.platform, !app.isPackaged)

  const keys = createKeyStore(paths.keyFile, log)
  const engine = startEngine(paths, keys, () => window)
  serveAppProtocol({ session, pageFolder: paths.pageFolder, engine, log })
  startIpcRelay({
    isOwnFrame: (event) => isMainFrameOf(window, event),
    engine,
    shell: createShellCalls({ engine, keys, window: () => window }),
    log,
  })

  async function showWindow(): Promise<void> {
    if (window !== undefined) {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      return
    }
    const keptPlace = await readWindowPlace(paths.windowPlaceFile)
    const opened = openWindow({
      session,
      preloadFile: paths.preloadFile,
      iconFile: app.isPackaged
        ? join(process.resourcesPath, 'icon.png')
        : join(app.getAppPath(), 'build', 'icons', '512x512.png'),
      keptPlace,
      workAreas: readWorkAreas(),
      isDeveloped: !app.isPackaged,
    })
    window = opened
    keepWindowPlace(opened, paths.windowPlaceFile, log)
    recoverPage(opened, log)
    opened.on('closed', () => (window = undefined))
  }

  const showOrLog = (): void => {
    showWindow().catch((error: unknown) => log.write('window_not_shown', error))
  }
  app.on('second-instance', showOrLog)
  app.on('activate', showOrLog)
  stopEngineBeforeQuitting(engine)
  await showWindow()
}

function startEngine(paths: Paths, keys: KeyStore, window: () => BrowserWindow | undefined): EngineLink {
  const nativeBinding = app.isPackaged ? undefined : process.env['INTRAY_SQLITE_BINDING']
  const args = {
    dataDir: paths.dataDir,
    resourcesDir: paths.resourcesDir,
    version: app.getVersion(),
    operator: readOperator(),
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  }
  return startEngineLink({
    start: (listener) => startEngineProcess(paths.engineFile, args, !app.isPackaged, listener),
    readKey: () => keys.read(),
    stateChanged: (state) => sendEvent(window()?.webContents, 'engine.changed', state),
    eventReceived: (name, payload) => sendEvent(window()?.webContents, name, payload),
  })
}

/** True for a call from the window's own page, and from no frame inside of it. */
function isMainFrameOf(
  window: BrowserWindow | undefined,
  { sender, senderFrame }: IpcMainInvokeEvent,
): boolean {
  return (
    sender === window?.webContents &&
    senderFrame !== null &&
    senderFrame === window.webContents.mainFrame &&
    isOwnPage(senderFrame.url)
  )
}

/** The engine ends its work while no window is left; only then does the application end. */
function stopEngineBeforeQuitting(engine: EngineLink): void {
  let isStopped = false
  app.on('will-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    void engine.stop().finally(() => {
      isStopped = true
      app.quit()
    })
  })
  app.on('window-all-closed', () => {
    // On macOS an application without windows goes on, and so do the uploads.
    if (process.platform !== 'darwin') app.quit()
  })
}
