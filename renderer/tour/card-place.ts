export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const gap = 12
const edge = 8

/**
 * Where a card stands beside what it speaks of: to its right, else to its left, else below, else above, and always whole
 * inside of the window; in its middle where what it speaks of is not there now. All in pixels of the page.
 */
export function placeCard(
  target: Box | null,
  card: Pick<Box, 'width' | 'height'>,
  page: Pick<Box, 'width' | 'height'>,
): Pick<Box, 'left' | 'top'> {
  if (target === null) {
    return {
      left: Math.max(edge, (page.width - card.width) / 2),
      top: Math.max(edge, (page.height - card.height) / 2),
    }
  }
  const right = target.left + target.width + gap
  const left = target.left - gap - card.width
  const below = target.top + target.height + gap
  const above = target.top - gap - card.height
  const beside = { top: target.top + Math.min(24, target.height / 4) }
  const under = { left: target.left + target.width / 2 - card.width / 2 }
  const place =
    right + card.width + edge <= page.width
      ? { left: right, ...beside }
      : left >= edge
        ? { left, ...beside }
        : below + card.height + edge <= page.height
          ? { ...under, top: below }
          : { ...under, top: Math.max(edge, above) }
  return {
    left: clamp(place.left, edge, page.width - card.width - edge),
    top: clamp(place.top, edge, page.height - card.height - edge),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)))
}
