import type { BrowserWindow, Session } from 'electron'
import type { Events } from '../shared/contract.ts'
import type { ErrorLog } from './error-log.ts'
import { sendEvent } from './event-sender.ts'
import { recoverPage } from './page-recovery.ts'
import type { Paths } from './paths.ts'
import { openWindow } from './window.ts'
import { keepWindowPlace, readWindowPlace, readWorkAreas } from './window-state.ts'
import type { ShellWords } from './words/shell-words.ts'

export interface WindowDeskOptions {
  readonly session: Session
  readonly paths: Paths
  readonly isDeveloped: boolean
  words(): ShellWords
  /** The window was opened, or looked at after something else was. */
  onFocus(): void
  readonly log: ErrorLog
}

/** The one window: open or not. */
export interface WindowDesk {
  current(): BrowserWindow | undefined
  /** Opens the window, or brings it to the front. */
  show(): void
  /** The same, and asks its page to show something. */
  goTo(target: Events['window.goTo']): void
}

export function createWindowDesk(options: WindowDeskOptions): WindowDesk {
  const { paths, log } = options
  let window: BrowserWindow | undefined
  let opening: Promise<BrowserWindow> | undefined

  async function open(): Promise<BrowserWindow> {
    const keptPlace = await readWindowPlace(paths.windowPlaceFile)
    const opened = openWindow({
      session: options.session,
      preloadFile: paths.preloadFile,
      iconFile: paths.iconFile,
      keptPlace,
      workAreas: readWorkAreas(),
      isDeveloped: options.isDeveloped,
    })
    window = opened
    keepWindowPlace(opened, paths.windowPlaceFile, log)
    recoverPage(opened, log, () => options.words())
    opened.on('focus', () => options.onFocus())
    opened.on('closed', () => {
      window = undefined
      opening = undefined
    })
    return opened
  }

  async function toFront(): Promise<BrowserWindow> {
    // A window that is just closing cannot be brought back: a new one takes its place.
    if (window !== undefined && isClosing(window)) await closed(window)
    if (window === undefined) return (opening ??= open())
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    return window
  }

  const logged = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => log.write('window_not_shown', error))
  }

  return {
    current: () => (window === undefined || isClosing(window) ? undefined : window),
    show: () => logged(toFront()),
    goTo(target) {
      logged(
        toFront().then(({ webContents }) => {
          const send = (): void => sendEvent(webContents, 'window.goTo', target)
          // A page that is still being loaded listens to nothing yet.
          if (webContents.isLoading()) webContents.once('did-finish-load', send)
          else send()
        }),
      )
    },
  }
}

/** True from the end of its page on, a moment before Electron tells that the window is closed. */
function isClosing(window: BrowserWindow): boolean {
  return window.isDestroyed() || window.webContents.isDestroyed()
}

async function closed(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return
  await new Promise<void>((resolve) => {
    window.once('closed', () => resolve())
  })
}
