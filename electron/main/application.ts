import { app, net, powerMonitor, session as sessions, shell } from 'electron'
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Events } from '../shared/contract.ts'
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
import { denyDictionaries, denyNetwork } from './network.ts'
import { watchNetwork } from './network-changes.ts'
import { createNetworkWay, withNetworkWay } from './network-way.ts'
import type { NetworkWay } from './network-way.ts'
import { recoverPage } from './page-recovery.ts'
import { isOwnPage } from './page-origin.ts'
import { readOperator } from './operator.ts'
import type { Paths } from './paths.ts'
import { denyPermissions } from './permissions.ts'
import { createShellCalls } from './shell-calls.ts'
import { createTrashDesk } from './trash-desk.ts'
import { watchWaking } from './waking.ts'
import { openWindow } from './window.ts'
import { keepWindowPlace, readWindowPlace, readWorkAreas } from './window-state.ts'

/** Puts the shell together. The application must be ready. */
export async function runApplication(paths: Paths, log: ErrorLog): Promise<void> {
  let window: BrowserWindow | undefined
  // Without `persist:` it lives in memory: pictures of scans never reach Chromium's files.
  const session = sessions.fromPartition('intray', { cache: false })
  denyPermissions(session)
  denyNetwork(session)
  denyDictionaries([session, sessions.defaultSession])
  setMenu(process.platform, !app.isPackaged)

  const keys = createKeyStore(paths.keyFile, log)
  const way = openNetworkWay(log)
  const engine = startEngine(paths, keys, way, () => window)
  followSystem(engine, way)
  serveAppProtocol({ session, pageFolder: paths.pageFolder, engine, log })
  startIpcRelay({
    isOwnFrame: (event) => isMainFrameOf(window, event),
    engine: { call: withNetworkWay((name, input) => engine.call(name, input), way) },
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

/** A session of its own: the page's one lets nothing out. */
function openNetworkWay(log: ErrorLog): NetworkWay {
  const session = sessions.fromPartition('intray-way', { cache: false })
  denyDictionaries([session])
  return createNetworkWay({
    resolveProxy: (url) => session.resolveProxy(url),
    reload: () => session.forceReloadProxyConfig(),
    log,
  })
}

/** A computer that wakes, or comes to another network, has missed events of folders and may need another way. */
function followSystem(engine: EngineLink, way: NetworkWay): void {
  const tellWay = (): Promise<void> => way.tellAnew((name, input) => engine.call(name, input))
  watchNetwork({
    isOnline: () => net.isOnline(),
    interfaces: () => networkInterfaces(),
    onChange: () => void tellWay(),
  })
  watchWaking(powerMonitor, () => {
    void tellWay().then(() => engine.call('folders.compare', {}))
  })
}

function startEngine(
  paths: Paths,
  keys: KeyStore,
  way: NetworkWay,
  window: () => BrowserWindow | undefined,
): EngineLink {
  const nativeBinding = app.isPackaged ? undefined : process.env['INTRAY_SQLITE_BINDING']
  const args = {
    dataDir: paths.dataDir,
    resourcesDir: paths.resourcesDir,
    version: app.getVersion(),
    operator: readOperator(),
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  }
  const putInTrash = createTrashDesk({
    trashItem: (path) => shell.trashItem(path),
    call: (name, input) => engine.call(name, input),
  })
  const engine = startEngineLink({
    start: (listener) => startEngineProcess(paths.engineFile, args, !app.isPackaged, listener),
    readKey: () => keys.read(),
    prepare: (call) => way.prepare(call),
    stateChanged: (state) => sendEvent(window()?.webContents, 'engine.changed', state),
    eventReceived: (name, payload) => {
      // The name picks the payload's type; the compiler cannot follow that through a callback's generics.
      if (name === 'files.trashWanted') putInTrash(payload as Events['files.trashWanted'])
      else sendEvent(window()?.webContents, name, payload)
    },
  })
  return engine
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
