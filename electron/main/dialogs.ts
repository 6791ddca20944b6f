import { dialog } from 'electron'
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron'

/** Lets the person choose files or a folder; empty when nothing was chosen. */
export async function askToOpen(
  parent: BrowserWindow | undefined,
  options: OpenDialogOptions,
): Promise<readonly string[]> {
  const { filePaths, canceled } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

/** Lets the person choose where a file goes; undefined when nothing was chosen. */
export async function askToSave(
  parent: BrowserWindow | undefined,
  options: SaveDialogOptions,
): Promise<string | undefined> {
  const { filePath, canceled } = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options))
  return canceled || filePath === '' ? undefined : filePath
}
