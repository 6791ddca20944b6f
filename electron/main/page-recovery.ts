import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import type { ErrorLog } from './error-log.ts'
import type { ShellWords } from './words/shell-words.ts'

const quickMs = 60_000

/** Loads the page again when its process dies. When that happens twice within a minute, a person decides. */
export function recoverPage(window: BrowserWindow, log: ErrorLog, words: () => ShellWords): void {
  let lastGoneMs = -Infinity

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.write('page_gone', `${reason} (${exitCode})`)
    const isFirst = performance.now() - lastGoneMs > quickMs
    lastGoneMs = performance.now()
    if (isFirst) window.webContents.reload()
    else ask(window, words().pageGone).catch((error: unknown) => log.write('page_not_recovered', error))
  })
}

async function ask(window: BrowserWindow, words: ShellWords['pageGone']): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.message,
    detail: words.detail,
    buttons: [words.reload, words.close],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) window.webContents.reload()
  else window.close()
}
