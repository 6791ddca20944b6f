import { screen } from 'electron'
import type { BrowserWindow } from 'electron'
import { readFile } from 'node:fs/promises'
import type { ErrorLog } from './error-log.ts'
import { writeWholeFile } from './whole-file.ts'
import { windowPlaceSchema } from './window-bounds.ts'
import type { Area, WindowPlace } from './window-bounds.ts'

const quietMs = 500

/** Where the window was the last time. A file that is missing or damaged only costs the place. */
export async function readWindowPlace(file: string): Promise<WindowPlace | undefined> {
  try {
    return windowPlaceSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** The parts of the screens that no system bar covers. */
export function readWorkAreas(): Area[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary, ...others].map(({ workArea }) => workArea)
}

/** Keeps the window's size and place whenever they have not changed for half a second, and when it closes. */
export function keepWindowPlace(window: BrowserWindow, file: string, log: ErrorLog): void {
  let timer: NodeJS.Timeout | undefined

  function keep(): void {
    clearTimeout(timer)
    if (window.webContents.isDestroyed()) return
    const place: WindowPlace = {
      ...window.getNormalBounds(),
      isMaximised: window.isMaximized(),
      zoomLevel: window.webContents.getZoomLevel(),
    }
    writeWholeFile(file, JSON.stringify(place)).catch((error: unknown) => log.write('place_not_kept', error))
  }

  function keepSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(keep, quietMs)
  }

  window.on('resize', keepSoon).on('move', keepSoon).on('maximize', keepSoon).on('unmaximize', keepSoon)
  window.on('close', keep)
  window.on('closed', () => clearTimeout(timer))
}
