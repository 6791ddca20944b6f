/** Pixels that touch one another, also at their corners. */
export interface Mark {
  readonly pixelCount: number
  /** The longer side of the box around it. */
  readonly lengthPx: number
}

/** All marks of a picture, one byte for each pixel: 0 where there is none. */
export function findMarks(isMark: Uint8Array, widthPx: number): Mark[] {
  const open = isMark.slice()
  const marks: Mark[] = []
  for (let index = open.indexOf(1); index !== -1; index = open.indexOf(1, index + 1)) {
    marks.push(takeMark(open, widthPx, index))
  }
  return marks
}

/** Takes all pixels of one mark away. */
function takeMark(open: Uint8Array, widthPx: number, start: number): Mark {
  const toVisit = [start]
  open[start] = 0
  let pixelCount = 0
  let [left, right, top, bottom] = [widthPx, 0, Infinity, 0]
  for (let index = toVisit.pop(); index !== undefined; index = toVisit.pop()) {
    pixelCount += 1
    const [x, y] = [index % widthPx, Math.floor(index / widthPx)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    for (let nextY = y - 1; nextY <= y + 1; nextY += 1) {
      for (let nextX = Math.max(x - 1, 0); nextX <= Math.min(x + 1, widthPx - 1); nextX += 1) {
        const next = nextY * widthPx + nextX
        if (open[next] !== 1) continue
        open[next] = 0
        toVisit.push(next)
      }
    }
  }
  return { pixelCount, lengthPx: Math.max(right - left, bottom - top) + 1 }
}
