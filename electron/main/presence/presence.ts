import { app, Notification } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Preferences } from '../../shared/preferences.ts'
import type { Status } from '../../shared/status.ts'
import type { ViewName } from '../../shared/views.ts'
import type { ErrorLog } from '../error-log.ts'
import type { ShellWords } from '../words/shell-words.ts'
import { followBurst, progressMode } from './burst.ts'
import type { Burst } from './burst.ts'
import { noteStatus, noNotices, tellNotices } from './notices.ts'
import type { NoticeState } from './notices.ts'
import { noticeLook } from './notice-words.ts'
import { shownCounts } from './shown-counts.ts'
import { trayLook } from './tray-look.ts'
import { openTray } from './tray.ts'
import type { OpenTray, TrayActs } from './tray.ts'

export interface PresenceOptions extends TrayActs {
  readonly iconFile: string
  window(): BrowserWindow | undefined
  preferences(): Preferences
  words(): ShellWords
  now(): number
  readonly log: ErrorLog
}

/** Intray outside of its window: tray, taskbar, badge and notifications. */
export interface Presence {
  statusChanged(status: Status): void
  /** Shows everything anew: preferences changed, or a person looks at the window. */
  refresh(): void
  /** Whether there is a tray to go on in. */
  hasTray(): boolean
  stop(): void
}

export function startPresence(options: PresenceOptions): Presence {
  const tray = openTrayIfThere(options)
  let status: Status | null = null
  let burst: Burst | null = null
  let share: number | null = null
  let notices: NoticeState = noNotices
  let timer: NodeJS.Timeout | undefined
  /** Those on the screen: a notification that nobody holds loses its click. */
  const shown = new Set<Notification>()

  function draw(): void {
    tray?.show(trayLook(status, options.words()))
    if (status === null) return
    app.setBadgeCount(shownCounts(status.counts).problems)
    const mode = progressMode(status.lane.state)
    if (share === null) options.window()?.setProgressBar(-1)
    else options.window()?.setProgressBar(share, { mode })
  }

  function tell(): void {
    clearTimeout(timer)
    const nowMs = options.now()
    const isFocused = options.window()?.isFocused() === true
    const told = tellNotices(notices, options.preferences().notifications, isFocused, nowMs)
    notices = told.state
    for (const notice of told.notices) {
      const { title, body, view } = noticeLook(notice, options.words())
      showNotification(title, body, view)
    }
    if (told.nextAtMs !== null) timer = setTimeout(tell, told.nextAtMs - nowMs)
  }

  function showNotification(title: string, body: string, view: ViewName): void {
    if (!Notification.isSupported()) return
    const notification = new Notification({ title, body })
    shown.add(notification)
    notification.on('click', () => options.goTo(view))
    notification.on('close', () => shown.delete(notification))
    notification.show()
  }

  draw()
  return {
    statusChanged(present) {
      const step = followBurst(burst, present)
      status = present
      burst = step.burst
      share = step.share
      notices = noteStatus(notices, present, step.finishedCount)
      draw()
      tell()
    },
    refresh() {
      draw()
      tell()
    },
    hasTray: () => tray !== undefined,
    stop() {
      clearTimeout(timer)
      tray?.close()
      for (const notification of shown) notification.close()
    },
  }
}

/** A desktop without a tray costs the tray alone. */
function openTrayIfThere(options: PresenceOptions): OpenTray | undefined {
  try {
    return openTray(options.iconFile, options)
  } catch (error) {
    options.log.write('tray_not_opened', error)
    return undefined
  }
}
