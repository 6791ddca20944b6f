import { app, nativeTheme, net, powerMonitor, session as sessions, shell } from 'electron'
import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { networkInterfaces } from 'node:os'
import type { EventName, Events } from '../shared/contract.ts'
import { serveAppProtocol } from './app-protocol.ts'
import { createShellCalls } from './calls/shell-calls.ts'
import type { Links } from './deep-links.ts'
import { createDrop } from './dropped-files.ts'
import { startEngineLink } from './engine-link.ts'
import type { EngineLink } from './engine-link.ts'
import { startEngineProcess } from './engine-process.ts'
import type { ErrorLog } from './error-log.ts'
import { sendEvent } from './event-sender.ts'
import { startIpcRelay } from './ipc-relay.ts'
import { withKeyCare } from './key-care.ts'
import { createKeyStore } from './key-store.ts'
import type { KeyStore } from './key-store.ts'
import { resolveLanguage } from './language.ts'
import { setMenu } from './menu.ts'
import { denyDictionaries, denyNetwork } from './network.ts'
import { watchNetwork } from './network-changes.ts'
import { createNetworkWay, withNetworkWay } from './network-way.ts'
import type { NetworkWay } from './network-way.ts'
import { isOwnPage } from './page-origin.ts'
import { readOperator } from './operator.ts'
import type { Paths } from './paths.ts'
import { denyPermissions } from './permissions.ts'
import { openPreferences } from './preferences-store.ts'
import { startPresence } from './presence/presence.ts'
import type { Presence } from './presence/presence.ts'
import type { Status } from '../shared/status.ts'
import type { ViewName } from '../shared/views.ts'
import { createTrashDesk } from './trash-desk.ts'
import { watchWaking } from './waking.ts'
import { createWindowDesk } from './window-desk.ts'
import { shellWords } from './words/words.ts'
import type { ShellWords } from './words/shell-words.ts'

/** Puts the shell together. The application must be ready. */
export async function runApplication(paths: Paths, links: Links, log: ErrorLog): Promise<void> {
  // Without `persist:` it lives in memory: pictures of scans never reach Chromium's files.
  const session = sessions.fromPartition('intray', { cache: false })
  denyPermissions(session)
  denyNetwork(session)
  denyDictionaries([session, sessions.defaultSession])

  const preferences = await openPreferences(paths.preferencesFile, log, (present) => {
    nativeTheme.themeSource = present.appearance
    sendEvent(desk.current()?.webContents, 'preferences.changed', present)
    showMenu()
    presence.refresh()
  })
  nativeTheme.themeSource = preferences.current().appearance
  const language = () => resolveLanguage(preferences.current().language, app.getPreferredSystemLanguages())
  const words = (): ShellWords => shellWords[language()]
  const goTo = (view: ViewName): void => desk.goTo({ itemId: null, view })
  const showMenu = (): void =>
    setMenu({ platform: process.platform, isDeveloped: !app.isPackaged, words: words(), goTo })

  const keys = createKeyStore(paths.keyFile, log)
  const way = openNetworkWay(log)
  const desk = createWindowDesk({
    session,
    paths,
    isDeveloped: !app.isPackaged,
    words,
    onFocus: () => presence.refresh(),
    log,
  })
  const engine = startEngine(paths, keys, way, {
    send: (name, payload) => sendEvent(desk.current()?.webContents, name, payload),
    statusChanged: (status) => presence.statusChanged(status),
  })
  const presence = startPresence({
    iconFile: paths.trayIconFile,
    window: () => desk.current(),
    preferences: () => preferences.current(),
    words,
    now: Date.now,
    log,
    open: () => desk.show(),
    goTo,
    pause: () => void engine.call('uploads.pause', {}),
    resume: () => void engine.call('uploads.resume', {}),
    quit: () => app.quit(),
  })
  followSystem(engine, way)
  serveAppProtocol({ session, pageFolder: paths.pageFolder, engine, log })
  const careful = withKeyCare((name, input) => engine.call(name, input), keys)
  startIpcRelay({
    isOwnFrame: (event) => isMainFrameOf(desk.current(), event),
    engine: { call: withNetworkWay(careful, way) },
    shell: createShellCalls({ engine, keys, preferences, presence, words, window: () => desk.current() }),
    drop: createDrop(engine, words),
    language,
    log,
  })
  showMenu()
  app.on('activate', () => desk.show())
  stopEngineBeforeQuitting(engine, presence, () => preferences.current().staysInTray)
  links.follow({
    open: () => desk.show(),
    showItem: (itemId) => desk.goTo({ itemId, view: null }),
  })
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

interface EngineListener {
  send<Name extends EventName>(name: Name, payload: Events[Name]): void
  statusChanged(status: Status): void
}

function startEngine(paths: Paths, keys: KeyStore, way: NetworkWay, listener: EngineListener): EngineLink {
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
    start: (processListener) => startEngineProcess(paths.engineFile, args, !app.isPackaged, processListener),
    readKeys: () => keys.readAll(),
    prepare: (call) => way.prepare(call),
    stateChanged: (state) => {
      listener.send('engine.changed', state)
      if (state.state === 'running') void tellStatus()
    },
    eventReceived: (name, payload) => {
      // The name picks the payload's type; the compiler cannot follow that through a callback's generics.
      if (name === 'files.trashWanted') putInTrash(payload as Events['files.trashWanted'])
      else listener.send(name, payload)
      if (name === 'status.changed') listener.statusChanged(payload as Events['status.changed'])
    },
  })
  /** An engine tells of changes; where things stand when it starts must be asked. */
  async function tellStatus(): Promise<void> {
    const answer = await engine.call('status.get', {})
    if (answer.ok) listener.statusChanged(answer.value)
  }
  return engine
}

/** True for a message from the window's own page, and from no frame inside of it. */
function isMainFrameOf(
  window: BrowserWindow | undefined,
  { sender, senderFrame }: IpcMainInvokeEvent | IpcMainEvent,
): boolean {
  return (
    sender === window?.webContents &&
    senderFrame !== null &&
    senderFrame === window.webContents.mainFrame &&
    isOwnPage(senderFrame.url)
  )
}

/** The engine ends its work while no window is left; only then does the application end. */
function stopEngineBeforeQuitting(engine: EngineLink, presence: Presence, staysInTray: () => boolean): void {
  let isStopped = false
  app.on('will-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    presence.stop()
    void engine.stop().finally(() => {
      isStopped = true
      // Without an engine this is at once, while Electron still asks whether to quit: it would not hear it.
      setImmediate(() => app.quit())
    })
  })
  app.on('window-all-closed', () => {
    // On macOS an application without windows goes on, and so do the uploads.
    if (process.platform === 'darwin' || (staysInTray() && presence.hasTray())) return
    app.quit()
  })
}
