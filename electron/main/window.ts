import { BrowserWindow, nativeTheme } from 'electron'
import type { Session } from 'electron'
import { pageUrl } from './page-origin.ts'
import { fitPlace, minHeight, minWidth } from './window-bounds.ts'
import type { Area, WindowPlace } from './window-bounds.ts'

export interface WindowOptions {
  readonly session: Session
  readonly preloadFile: string
  readonly iconFile: string | undefined
  readonly keptPlace: WindowPlace | undefined
  readonly workAreas: readonly Area[]
  /** Developer tools are there only while Intray is being developed. */
  readonly isDeveloped: boolean
}

/** Opens the one window, and shows it when its page is painted. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const { session, preloadFile, iconFile, keptPlace, workAreas, isDeveloped } = options
  const window = new BrowserWindow({
    ...fitPlace(keptPlace, workAreas),
    ...(iconFile === undefined ? {} : { icon: iconFile }),
    minWidth,
    minHeight,
    title: 'Intray',
    show: false,
    autoHideMenuBar: true,
    // The page's own colours, so that nothing flashes before it is painted.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#131519' : '#f3f4f6',
    webPreferences: {
      session,
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: isDeveloped,
      // Dictionaries are fetched from the network, and names are no words.
      spellcheck: false,
    },
  })
  const zoomLevel = keptPlace?.zoomLevel ?? 0
  // The session forgets it, and a person who needs it large needs it so each day.
  if (zoomLevel !== 0) window.webContents.once('dom-ready', () => window.webContents.setZoomLevel(zoomLevel))
  window.once('ready-to-show', () => {
    if (keptPlace?.isMaximised === true) window.maximize()
    window.show()
  })
  void window.loadURL(pageUrl)
  return window
}
