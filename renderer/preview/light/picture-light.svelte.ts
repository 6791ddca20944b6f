import { levelsFilter } from './levels.ts'
import type { TonePoints } from './levels.ts'

export const brightnessRange = { least: 40, most: 220, step: 10 } as const
export const contrastRange = { least: 40, most: 320, step: 20 } as const

/** How light and how hard a picture is shown. The file is never changed. */
export class PictureLight {
  /** Percent. */
  brightness = $state(100)
  contrast = $state(100)
  /** Whether each picture's own tones are spread from black to white. */
  isAuto = $state(false)

  readonly isPlain = $derived(this.brightness === 100 && this.contrast === 100 && !this.isAuto)

  brighten(steps: number): void {
    this.brightness = within(this.brightness + steps * brightnessRange.step, brightnessRange)
  }

  harden(steps: number): void {
    this.contrast = within(this.contrast + steps * contrastRange.step, contrastRange)
  }

  reset(): void {
    this.brightness = 100
    this.contrast = 100
    this.isAuto = false
  }

  /** The CSS filter for a picture whose own points are these. */
  filterFor(points: TonePoints | null): string | undefined {
    return levelsFilter(this.brightness, this.contrast, this.isAuto ? points : null)
  }
}

function within(value: number, range: { readonly least: number; readonly most: number }): number {
  return Math.min(Math.max(value, range.least), range.most)
}
