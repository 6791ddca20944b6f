import { seededRandom } from '../random.mjs'

/**
 * Puts a drawing on the glass of a flatbed: a soft shadow, a slight turn, grain and a little dust.
 * @param {string} drawing
 * @param {{ width: number, height: number, of: { width: number, height: number }, turn?: number, scale?: number, x?: number, y?: number, seed?: number, paper?: string, grain?: number, defs?: string }} bed
 * @returns {string} a whole SVG document
 */
export function layOnScanner(
  drawing,
  {
    width,
    height,
    of,
    turn = 0,
    scale = 1,
    x = width / 2,
    y = height / 2,
    seed = 1,
    paper = '#f1f1ee',
    grain = 0.1,
  },
) {
  const random = seededRandom(seed)
  const dust = Array.from(
    { length: 14 },
    () =>
      `<circle cx="${(random() * width).toFixed(0)}" cy="${(random() * height).toFixed(0)}" r="${(0.5 + random() * 1.1).toFixed(1)}"/>`,
  ).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
  <defs>
    <linearGradient id="glass" x1="0" y1="0" x2="1" y2=".3"><stop offset="0" stop-color="${paper}"/><stop offset="1" stop-color="#dfe0dd"/></linearGradient>
    <filter id="shadow" x="-10%" y="-10%" width="120%" height="125%"><feGaussianBlur stdDeviation="11"/></filter>
    <filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="${seed}"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  0 0 0 ${grain * 5} ${-grain * 2}"/></filter>
    <linearGradient id="lamp" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".16"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#221a10" stop-opacity=".09"/></linearGradient>
  </defs>
  <rect width="${width}" height="${height}" fill="url(#glass)"/>
  <g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale}) translate(${-of.width / 2} ${-of.height / 2})">
    <rect x="7" y="11" width="${of.width}" height="${of.height}" rx="34" fill="#23262b" opacity=".48" filter="url(#shadow)"/>
    ${drawing}
  </g>
  <rect width="${width}" height="${height}" fill="url(#lamp)"/>
  <g fill="#5b5f63" opacity=".3">${dust}</g>
  ${grain > 0 ? `<rect width="${width}" height="${height}" filter="url(#grain)" opacity=".5"/>` : ''}
</svg>`
}
