import { app, Notification } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Preferences } from '../../shared/preferences.ts'
import type { Status } from '../../shared/status.ts'
import type { ViewName } from '../../shared/views.ts'
import type { ErrorLog } from '../error-log.ts'
import type { NoticeWords, ShellWords } from '../words/shell-words.ts'
import { followBurst, progressMode } from './burst.ts'
import type { Burst } from './burst.ts'
import { noteStatus, noNotices, tellNotices } from './notices.ts'
import type { NoticeState } from './notices.ts'
import { noticeLook } from './notice-words.ts'
import { shownCounts } from './shown-counts.ts'
import { trayLook } from './tray-look.ts'
import { openTray } from './tray.ts'
import type { OpenTray, TrayActs } from './tray.ts'

/** So long a system may take to show a notification. */
const longestTestMs = 5_000

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
  /**
   * Shows a notification now, whatever a person turned off. False where the system takes none: there is nobody to show
   * it, or nothing is heard of it for a while.
   */
  testNotice(): Promise<boolean>
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
      showNotification({ title, body }, view)
    }
    if (told.nextAtMs !== null) timer = setTimeout(tell, told.nextAtMs - nowMs)
  }

  function makeNotification(words: NoticeWords): Notification {
    const notification = new Notification(words)
    shown.add(notification)
    notification.on('close', () => shown.delete(notification))
    return notification
  }

  function showNotification(words: NoticeWords, view: ViewName): void {
    if (!Notification.isSupported()) return
    const notification = makeNotification(words)
    notification.on('click', () => options.goTo(view))
    notification.show()
  }

  function testNotice(): Promise<boolean> {
    if (!Notification.isSupported()) return Promise.resolve(false)
    const notification = makeNotification(options.words().notices.test)
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => resolve(false), longestTestMs)
      const answer = (isTaken: boolean) => (): void => {
        clearTimeout(giveUp)
        resolve(isTaken)
      }
      notification.once('show', answer(true))
      notification.once('failed', answer(false))
      notification.show()
    })
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
    testNotice,
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
