import type { Point } from './geometry.ts'

const centre: Point = { x: 0, y: 0 }
const smallestPower = 2
const largestPower = 4

/** A magnifier over a picture. */
export class Loupe {
  isOn = $state(false)
  /** Where it stands, from the pane's centre. */
  point: Point = $state.raw(centre)
  /** How much larger than the picture around it. */
  power = $state(3)

  changePower(factor: number): void {
    this.power = Math.min(Math.max(this.power * factor, smallestPower), largestPower)
  }

  moveBy(x: number, y: number): void {
    this.point = { x: this.point.x + x, y: this.point.y + y }
  }
}
