import type { Size } from './geometry.ts'

/**
 * How large the pane of a picture last was. The next picture starts in it, and is drawn ahead for it: to learn its
 * pane's size only when it is shown would lay the page out twice.
 */
class LastPane {
  size: Size = { width: 0, height: 0 }
}

export const lastPane = new LastPane()
