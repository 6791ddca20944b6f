import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import type { ErrorLog } from './error-log.ts'

const quickMs = 60_000

/** Loads the page again when its process dies. When that happens twice within a minute, a person decides. */
export function recoverPage(window: BrowserWindow, log: ErrorLog): void {
  let lastGoneMs = -Infinity

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.write('page_gone', `${reason} (${exitCode})`)
    const isFirst = performance.now() - lastGoneMs > quickMs
    lastGoneMs = performance.now()
    if (isFirst) window.webContents.reload()
    else ask(window).catch((error: unknown) => log.write('page_not_recovered', error))
  })
}

async function ask(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working twice in a minute.',
    detail: 'Nothing is lost: the engine goes on. The log in the data folder says more.',
    buttons: ['Load it again', 'Close it'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) window.webContents.reload()
  else window.close()
}
