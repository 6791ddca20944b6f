import type { Point } from './geometry.ts'
import type { Loupe } from './loupe.svelte.ts'
import type { PanZoom } from './pan-zoom.svelte.ts'

/** A press that moves less than this is a click. */
const dragStartPx = 4
const arrowStepPx = 80
const loupeStepPx = 16
const wheelLinePx = 16

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * Moves and zooms a picture by mouse, pen, touch pad and arrow keys while the pane is shown. While the loupe is on,
 * it follows the pointer and the arrow keys, and the wheel changes its power.
 */
export function pointerPan(view: PanZoom, loupe: Loupe) {
  return (pane: HTMLElement): (() => void) => {
    let pressedAt: Point | null = null
    let last: Point | null = null
    let holdsSpace = false

    const onPointerDown = (event: PointerEvent): void => {
      if (event.button !== 0) return
      pressedAt = last = { x: event.clientX, y: event.clientY }
      pane.setPointerCapture(event.pointerId)
    }
    const onPointerMove = (event: PointerEvent): void => {
      loupe.point = fromCentre(pane, event)
      if (pressedAt === null || last === null) return
      const moved = Math.hypot(event.clientX - pressedAt.x, event.clientY - pressedAt.y)
      if (last === pressedAt && moved < dragStartPx) return
      view.panBy(event.clientX - last.x, event.clientY - last.y)
      last = { x: event.clientX, y: event.clientY }
    }
    const onPointerUp = (event: PointerEvent): void => {
      const isClick = pressedAt !== null && last === pressedAt
      if (isClick && !holdsSpace && !loupe.isOn) view.toggleFit(fromCentre(pane, event))
      pressedAt = last = null
    }
    const onPointerCancel = (): void => {
      pressedAt = last = null
    }
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      const deltaPx =
        event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * wheelLinePx : event.deltaY
      // A pinch on a touch pad arrives as a wheel with Ctrl and much smaller steps.
      const factor = Math.exp(-deltaPx * (event.ctrlKey ? 0.01 : 0.002))
      if (loupe.isOn) loupe.changePower(factor)
      else view.zoomBy(factor, fromCentre(pane, event))
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const arrow = arrows[event.key]
      if (event.key === ' ') holdsSpace = true
      else if (arrow === undefined) return
      else if (loupe.isOn) loupe.moveBy(arrow.x * loupeStepPx, arrow.y * loupeStepPx)
      else if (view.canPan) view.panBy(-arrow.x * arrowStepPx, -arrow.y * arrowStepPx)
      else return
      event.preventDefault()
    }
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key === ' ') holdsSpace = false
    }
    const resized = new ResizeObserver(() => {
      view.fillPane({ width: pane.clientWidth, height: pane.clientHeight })
    })

    const stop = new AbortController()
    const { signal } = stop
    pane.addEventListener('pointerdown', onPointerDown, { signal })
    pane.addEventListener('pointermove', onPointerMove, { signal })
    pane.addEventListener('pointerup', onPointerUp, { signal })
    pane.addEventListener('pointercancel', onPointerCancel, { signal })
    pane.addEventListener('wheel', onWheel, { signal, passive: false })
    pane.addEventListener('keydown', onKeyDown, { signal })
    pane.addEventListener('keyup', onKeyUp, { signal })
    pane.addEventListener('blur', () => (holdsSpace = false), { signal })
    resized.observe(pane)
    return () => {
      stop.abort()
      resized.disconnect()
    }
  }
}

function fromCentre(pane: HTMLElement, event: MouseEvent): Point {
  const box = pane.getBoundingClientRect()
  return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 }
}
