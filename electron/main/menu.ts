import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { viewNames } from '../shared/views.ts'
import type { ViewName } from '../shared/views.ts'
import type { ShellWords } from './words/shell-words.ts'

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  readonly isDeveloped: boolean
  readonly words: ShellWords
  goTo(view: ViewName): void
}

/**
 * The standard commands of each system, and the views. Keys without Ctrl or Cmd, and Ctrl or Cmd with a digit or F,
 * belong to the page: the menu only names them.
 */
export function setMenu({ platform, isDeveloped, words, goTo }: MenuOptions): void {
  const { menu, views } = words
  const file: MenuItemConstructorOptions =
    platform === 'darwin'
      ? {
          role: 'appMenu',
          submenu: [
            { role: 'about', label: menu.about },
            { type: 'separator' },
            { role: 'services', label: menu.services },
            { type: 'separator' },
            { role: 'hide', label: menu.hide },
            { role: 'hideOthers', label: menu.hideOthers },
            { role: 'unhide', label: menu.showAll },
            { type: 'separator' },
            { role: 'quit', label: menu.quit },
          ],
        }
      : {
          label: menu.file,
          submenu: [
            { role: 'close', label: menu.close },
            { role: 'quit', label: menu.quit },
          ],
        }
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    { type: 'separator' },
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
  ]
  const view: MenuItemConstructorOptions[] = [
    ...viewNames.map((name, index) => ({
      label: views[name],
      accelerator: `CmdOrCtrl+${String(index + 1)}`,
      registerAccelerator: false,
      click: () => goTo(name),
    })),
    { type: 'separator' },
    { role: 'zoomIn', label: menu.zoomIn },
    { role: 'zoomOut', label: menu.zoomOut },
    { role: 'resetZoom', label: menu.resetZoom },
    { role: 'togglefullscreen', label: menu.fullScreen },
    ...(isDeveloped ? developerItems : []),
  ]
  const window: MenuItemConstructorOptions[] = [
    { role: 'minimize', label: menu.minimise },
    ...(platform === 'darwin' ? [{ role: 'close' as const, label: menu.close }] : []),
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      file,
      { label: menu.edit, submenu: edit },
      { label: menu.view, submenu: view },
      { label: menu.window, submenu: window },
    ]),
  )
}

const developerItems: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
]
