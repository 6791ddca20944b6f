/**
 * The invented arms of Arcadia: a sun over two hills and a stream, in a shield between laurels. Box 100 x 110.
 * @param {{ ink: string, paper: string, sun?: string }} colours
 */
export function drawEmblem({ ink, paper, sun = ink }) {
  const leaf = (turn, index) =>
    `<ellipse cx="0" cy="-46" rx="4.2" ry="9" transform="translate(50 56) rotate(${turn}) rotate(${index % 2 ? 24 : -24} 0 -46)" fill="${ink}"/>`
  const turns = Array.from({ length: 9 }, (_, index) => 62 + index * 13)
  const laurel = turns.map((turn, index) => leaf(turn, index) + leaf(-turn, index)).join('')
  const rays = Array.from({ length: 9 }, (_, index) => {
    const angle = Math.PI * (1 + index / 8)
    const point = (reach) =>
      `${(50 + Math.cos(angle) * reach).toFixed(1)} ${(52 + Math.sin(angle) * reach).toFixed(1)}`
    return `M${point(14)}L${point(20)}`
  }).join('')
  return `${laurel}
  <path d="M26 24 H74 V60 C74 80 60 90 50 95 C40 90 26 80 26 60 Z" fill="${paper}" stroke="${ink}" stroke-width="3"/>
  <path d="${rays}" stroke="${sun}" stroke-width="2.2" stroke-linecap="round"/><path d="M40 52 a10 10 0 0 1 20 0 Z" fill="${sun}"/>
  <path d="M28 62 Q38 46 50 58 Q62 46 72 62 Q70 72 64 79 H36 Q30 72 28 62 Z" fill="${ink}"/>
  <path d="M48 60 Q56 68 48 74 Q42 80 50 92" fill="none" stroke="${paper}" stroke-width="3" stroke-linecap="round"/>
  <path d="M38 18 L42 8 L46 14 L50 4 L54 14 L58 8 L62 18 Z" fill="${ink}"/>`
}

/** A contact chip, 112 x 88. */
export function drawChip() {
  return `<defs><linearGradient id="gold" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f3dfa6"/><stop offset=".5" stop-color="#c9a24f"/><stop offset="1" stop-color="#ecd08a"/></linearGradient></defs>
  <rect width="112" height="88" rx="13" fill="url(#gold)" stroke="#8d6f2c" stroke-width="1.5"/>
  <path d="M0 30 H36 V0 M36 30 V58 H0 M36 58 V88 M112 30 H76 V0 M76 30 V58 H112 M76 58 V88 M36 44 H0 M76 44 H112" fill="none" stroke="#8d6f2c" stroke-width="2"/><rect x="36" y="18" width="40" height="52" rx="10" fill="url(#gold)" stroke="#8d6f2c" stroke-width="2"/>`
}
