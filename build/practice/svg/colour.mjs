/**
 * Mixes two `#rrggbb` colours; `share` 0 gives the first, 1 the second.
 * @param {string} from
 * @param {string} to
 * @param {number} share
 */
export function mix(from, to, share) {
  const channel = (colour, at) => parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** @param {string} colour @param {number} share */
export const darker = (colour, share) => mix(colour, '#1b1030', share)

/** @param {string} colour @param {number} share */
export const lighter = (colour, share) => mix(colour, '#ffffff', share)
