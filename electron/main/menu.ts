import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'

/**
 * The standard commands of each system and no more: keys without Ctrl or Cmd, and Ctrl or Cmd with a digit or F,
 * belong to the page.
 */
export function setMenu(platform: NodeJS.Platform, isDeveloped: boolean): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
    ...(isDeveloped ? developerItems : []),
  ]
  const file: MenuItemConstructorOptions = { role: platform === 'darwin' ? 'appMenu' : 'fileMenu' }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      file,
      { role: 'editMenu' },
      { label: 'View', submenu: view },
      { role: 'windowMenu' },
    ]),
  )
}

const developerItems: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
]
