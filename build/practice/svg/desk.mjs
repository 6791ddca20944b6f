import { seededRandom } from '../random.mjs'

/**
 * A card photographed on a wooden desk, slightly askew, as a phone takes it. Box 1000 x 750.
 * @param {string} drawing
 * @param {{ of: { width: number, height: number }, turn: number }} card
 */
export function layOnDesk(drawing, { of, turn }) {
  const random = seededRandom(17)
  const grain = Array.from({ length: 46 }, () => {
    const y = random() * 750
    const bend = (random() - 0.5) * 26
    return `<path d="M-10 ${y.toFixed(0)} C300 ${(y + bend).toFixed(0)} 640 ${(y - bend).toFixed(0)} 1010 ${(y + bend / 2).toFixed(0)}" stroke="#5b371d" stroke-width="${(0.8 + random() * 2.4).toFixed(1)}" opacity="${(0.1 + random() * 0.2).toFixed(2)}" fill="none"/>`
  }).join('')
  return `<defs><linearGradient id="wood" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#b98253"/><stop offset="1" stop-color="#8a5a35"/></linearGradient>
    <filter id="soft" x="-10%" y="-10%" width="120%" height="130%"><feGaussianBlur stdDeviation="14"/></filter>
    <radialGradient id="lampshine" cx=".28" cy=".2" r=".9"><stop offset="0" stop-color="#fff3d6" stop-opacity=".3"/><stop offset=".6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1d1209" stop-opacity=".4"/></radialGradient></defs>
  <rect width="1000" height="750" fill="url(#wood)"/>${grain}<path d="M0 248 H1000 M0 520 H1000" stroke="#4a2c16" stroke-width="3" opacity=".4"/>
  <g><circle cx="930" cy="90" r="118" fill="#1d1209" opacity=".3" filter="url(#soft)"/><circle cx="920" cy="76" r="108" fill="#f3efe8"/><circle cx="920" cy="76" r="86" fill="#e2dbd0"/><circle cx="920" cy="76" r="80" fill="#4b2a1a"/><ellipse cx="898" cy="54" rx="34" ry="20" fill="#8a5a3c" opacity=".5"/></g>
  <g transform="translate(480 392) rotate(${turn}) scale(.83) translate(${-of.width / 2} ${-of.height / 2})">
    <rect x="14" y="20" width="${of.width}" height="${of.height}" rx="38" fill="#1d1209" opacity=".55" filter="url(#soft)"/>${drawing}</g>
  <rect width="1000" height="750" fill="url(#lampshine)"/>`
}
