import { z } from 'zod'

const length = z.int().positive().max(100_000)
const place = z.int().min(-100_000).max(100_000)

/** Where the window was, in the screen's own units. */
export const windowPlaceSchema = z.object({
  x: place,
  y: place,
  width: length,
  height: length,
  isMaximised: z.boolean(),
  /** Of Chromium: 0 is 100 %, each step 20 % more or less. */
  zoomLevel: z.number().min(-8).max(9).default(0),
})

export type WindowPlace = z.infer<typeof windowPlaceSchema>

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const minWidth = 960
export const minHeight = 600

/** How much of the window must be on a screen, so that a person can get hold of it. */
const minVisible = 100

/**
 * The kept place, if the top of the window is still on one of the screens; otherwise its size alone, which the
 * system then centres. Never larger than the screen and never smaller than the window works.
 */
export function fitPlace(
  kept: Area | undefined,
  workAreas: readonly Area[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  const wanted = kept ?? { width: 1_360, height: 880 }
  const screen = (kept && workAreas.find((area) => isReachable(kept, area))) ?? workAreas[0]
  const width = Math.max(minWidth, Math.min(wanted.width, screen?.width ?? wanted.width))
  const height = Math.max(minHeight, Math.min(wanted.height, screen?.height ?? wanted.height))
  const isOnScreen = kept !== undefined && workAreas.some((area) => isReachable(kept, area))
  return isOnScreen ? { x: kept.x, y: kept.y, width, height } : { width, height }
}

function isReachable(window: Area, area: Area): boolean {
  const visibleWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const isTopVisible = window.y >= area.y && window.y <= area.y + area.height - minVisible
  return visibleWidth >= minVisible && isTopVisible
}
