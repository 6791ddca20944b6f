import type { BrowserWindow } from 'electron'
import { basename } from 'node:path'
import { writeFile } from 'node:fs/promises'
import type { Handlers } from '../../shared/contract.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import { say } from '../../shared/sentences/say.ts'
import { askToOpen, askToSave } from '../dialogs.ts'
import { openText, saveText } from '../text-file.ts'
import { valueOf } from './shell-call-options.ts'
import type { ShellCallOptions } from './shell-call-options.ts'

type FileCalls = Pick<
  Handlers<'main'>,
  'shell.pickFolder' | 'shell.saveText' | 'shell.openText' | 'shell.printToPdf' | 'shell.addFiles'
>

/** What begins with a dialog in which the person chooses a file or a folder. */
export function createFileCalls({ engine, window, words }: ShellCallOptions): FileCalls {
  return {
    'shell.pickFolder': async () => {
      const [path] = await askToOpen(window(), { properties: ['openDirectory', 'createDirectory'] })
      return { path: path ?? null }
    },
    'shell.saveText': async ({ suggestedName, text }) => ({
      saved: await saveText(window(), suggestedName, text),
    }),
    'shell.openText': async () => ({ file: await openText(window()) }),
    'shell.addFiles': async ({ folderId }) => {
      const paths = await askToOpen(window(), {
        title: words().dialogs.addFiles,
        buttonLabel: words().dialogs.addFiles,
        properties: ['openFile', 'multiSelections'],
      })
      if (paths.length === 0) return { result: null }
      return { result: valueOf(await engine.call('folders.drop', { folderId, paths: [...paths] })) }
    },
    'shell.printToPdf': async ({ suggestedName }) => {
      const page = window()
      if (page === undefined) return { saved: false }
      const path = await askToSave(page, {
        defaultPath: basename(suggestedName),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      if (path === undefined) return { saved: false }
      const pdf = await printOnWhite(page, basename(suggestedName, '.pdf'))
      await writeFile(path, pdf).catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        throw new IntrayError('output_unwritable', say('system_says', { code }), { cause: error })
      })
      return { saved: true }
    },
  }
}

/** Chromium paints the margins of the pages in the window's own colour, which is for the screen. */
async function printOnWhite(page: BrowserWindow, name: string): Promise<Buffer> {
  const onScreen = page.getBackgroundColor()
  page.setBackgroundColor('#ffffff')
  try {
    return await page.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footerOf(name),
    })
  } finally {
    if (!page.isDestroyed()) page.setBackgroundColor(onScreen)
  }
}

/** Which report it is, and which of its pages: they come apart on paper. */
function footerOf(name: string): string {
  const words = name.replace(/[&<>"]/gu, (character) => `&#${String(character.charCodeAt(0))};`)
  return `<div style="display:flex;justify-content:space-between;width:100%;margin:0 14mm;font:8px sans-serif;color:#555">
    <span>${words}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`
}
