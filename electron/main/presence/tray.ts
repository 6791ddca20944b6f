import { Menu, nativeImage, Tray } from 'electron'
import type { ViewName } from '../../shared/views.ts'
import type { MenuItemConstructorOptions, NativeImage } from 'electron'
import type { TrayItem, TrayLook } from './tray-look.ts'

export interface TrayActs {
  open(): void
  goTo(view: ViewName): void
  pause(): void
  resume(): void
  quit(): void
}

export interface OpenTray {
  show(look: TrayLook): void
  close(): void
}

/** Points of a tray icon; the system scales it for its screen. */
const iconSize = 32

/** Puts Intray into the tray. `iconFile` is the application's icon, or on macOS a template of two colours. */
export function openTray(iconFile: string, acts: TrayActs): OpenTray {
  const tray = new Tray(readIcon(iconFile))
  let shown = ''
  tray.on('click', () => acts.open())
  return {
    show(look) {
      // Some systems redraw the whole menu each time, and close one that is open.
      const next = JSON.stringify(look)
      if (next === shown) return
      shown = next
      tray.setToolTip(look.tooltip)
      if (process.platform === 'darwin') tray.setTitle(look.title)
      tray.setContextMenu(Menu.buildFromTemplate(look.items.map((item) => menuItem(item, acts))))
    },
    close: () => tray.destroy(),
  }
}

function readIcon(file: string): NativeImage {
  const image = nativeImage.createFromPath(file)
  return process.platform === 'darwin' ? image : image.resize({ width: iconSize, height: iconSize })
}

function menuItem(item: TrayItem, acts: TrayActs): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' }
    case 'words':
      return { label: item.label, enabled: false }
    case 'view':
      return { label: item.label, click: () => acts.goTo(item.view) }
    default: {
      const { kind, label } = item
      return { label, click: () => acts[kind]() }
    }
  }
}
