import type { PanZoom } from './pan-zoom.svelte.ts'
import type { Point } from './geometry.ts'

/** A press that moves less than this is a click. */
const dragStartPx = 4
const arrowStepPx = 80
const wheelLinePx = 16

const panByArrow: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: arrowStepPx, y: 0 },
  ArrowRight: { x: -arrowStepPx, y: 0 },
  ArrowUp: { x: 0, y: arrowStepPx },
  ArrowDown: { x: 0, y: -arrowStepPx },
}

/**
 * Moves and zooms a picture by mouse, pen, touch pad and arrow keys while the pane is shown.
 * A click calls `onClick` with its place, measured from the pane's centre.
 */
export function pointerPan(view: PanZoom, onClick: (point: Point) => void) {
  return (pane: HTMLElement): (() => void) => {
    let pressedAt: Point | null = null
    let last: Point | null = null

    const onPointerDown = (event: PointerEvent): void => {
      if (event.button !== 0) return
      pressedAt = last = { x: event.clientX, y: event.clientY }
      pane.setPointerCapture(event.pointerId)
    }
    const onPointerMove = (event: PointerEvent): void => {
      if (pressedAt === null || last === null) return
      const moved = Math.hypot(event.clientX - pressedAt.x, event.clientY - pressedAt.y)
      if (last === pressedAt && moved < dragStartPx) return
      view.panBy(event.clientX - last.x, event.clientY - last.y)
      last = { x: event.clientX, y: event.clientY }
    }
    const onPointerUp = (event: PointerEvent): void => {
      if (pressedAt !== null && last === pressedAt) onClick(fromCentre(pane, event))
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
      const speed = event.ctrlKey ? 0.01 : 0.002
      view.zoomBy(Math.exp(-deltaPx * speed), fromCentre(pane, event))
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = panByArrow[event.key]
      if (step === undefined || !view.canPan || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      view.panBy(step.x, step.y)
    }
    const resized = new ResizeObserver(() => {
      view.pane = { width: pane.clientWidth, height: pane.clientHeight }
    })

    const stop = new AbortController()
    const { signal } = stop
    pane.addEventListener('pointerdown', onPointerDown, { signal })
    pane.addEventListener('pointermove', onPointerMove, { signal })
    pane.addEventListener('pointerup', onPointerUp, { signal })
    pane.addEventListener('pointercancel', onPointerCancel, { signal })
    pane.addEventListener('wheel', onWheel, { signal, passive: false })
    pane.addEventListener('keydown', onKeyDown, { signal })
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
