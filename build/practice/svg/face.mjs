import { darker, lighter, mix } from './colour.mjs'

/** One eye around its own centre; `side` is -1 for the left one in the picture, 1 for the right one. */
function drawEye(x, y, { iris, skin, hair, closed }) {
  const line = darker(mix(hair, '#2a1a18', 0.55), 0.25)
  const lift = 9
  if (closed) {
    return `<path transform="translate(${x} ${y})" d="M-19 1 Q0 12 19 0 M-14 6 l-3 5 M0 9 v6 M14 6 l3 5" fill="none" stroke="${line}" stroke-width="2.8" stroke-linecap="round"/>`
  }
  return `<g transform="translate(${x} ${y})">
    <path d="M-18 2 Q0 ${-lift - 4} 18 1 Q4 ${lift + 1} -18 2 Z" fill="#fbf7f2"/>
    <circle cx="0" cy="-1" r="8.2" fill="${iris}"/><circle cx="0" cy="-1" r="8.2" fill="none" stroke="${darker(iris, 0.5)}" stroke-width="1.4"/>
    <circle cx="0" cy="-1" r="3.9" fill="#15110f"/><circle cx="3" cy="-4" r="2.3" fill="#fff" opacity=".95"/>
    <path d="M-20 3 Q0 ${-lift - 9} 20 1 L18 2 Q0 ${-lift - 3} -18 3 Z" fill="${skin}"/>
    <path d="M-19 3 Q0 ${-lift - 5} 19 1" fill="none" stroke="${line}" stroke-width="3" stroke-linecap="round"/>
    <path d="M-16 ${-lift} Q0 ${-lift - 9} 17 ${-lift - 2}" fill="none" stroke="${darker(skin, 0.32)}" stroke-width="1.6" opacity=".6" stroke-linecap="round"/>
    <path d="M-13 7 Q2 12 15 5" fill="none" stroke="${darker(skin, 0.28)}" stroke-width="1.3" opacity=".55"/>
  </g>`
}

function drawBrow(x, y, side, colour, weight) {
  const outer = 25 * side
  const inner = -20 * side
  return `<path transform="translate(${x} ${y})" d="M${inner} ${2} Q${2 * side} ${-9} ${outer} ${0} Q${2 * side} ${-3 + weight * 0.1} ${inner} ${2 + weight} Z" fill="${colour}" opacity=".92"/>`
}

function drawNose(skin, width) {
  const shade = darker(skin, 0.3)
  return `<path d="M196 196 C192 222 ${200 - width} 240 ${199 - width} 250 C${200 - width} 260 192 261 200 262 C208 261 ${200 + width} 260 ${201 + width} 250" fill="none" stroke="${shade}" stroke-width="2.4" stroke-linecap="round" opacity=".62"/>
  <path d="M204 190 C208 220 212 240 ${200 + width} 250 C208 246 204 230 203 200 Z" fill="${shade}" opacity=".22"/>
  <ellipse cx="${200 - width * 0.5}" cy="258" rx="4.5" ry="2.2" fill="${darker(skin, 0.5)}" opacity=".6"/><ellipse cx="${200 + width * 0.5}" cy="258" rx="4.5" ry="2.2" fill="${darker(skin, 0.5)}" opacity=".6"/>
  <ellipse cx="199" cy="240" rx="4" ry="9" fill="#fff" opacity=".24"/>`
}

function drawMouth(lip, smile, fullness) {
  const corner = 289 - smile * 7
  const upper = 288 - 7 * fullness
  const lower = 292 + 11 * fullness + smile * 3
  return `<path d="M172 ${corner} Q187 ${upper} 194 ${upper} Q200 ${upper + 3} 206 ${upper} Q213 ${upper} 228 ${corner} Q200 ${291 + smile * 3} 172 ${corner} Z" fill="${darker(lip, 0.14)}"/>
  <path d="M172 ${corner} Q200 ${290 + smile * 4} 228 ${corner} Q214 ${lower} 200 ${lower} Q186 ${lower} 172 ${corner} Z" fill="${lip}"/>
  <path d="M169 ${corner - 1} Q200 ${290 + smile * 5} 231 ${corner - 1}" fill="none" stroke="${darker(lip, 0.5)}" stroke-width="2" stroke-linecap="round"/>
  <path d="M${164 - smile * 3} ${corner - 8} q-5 8 0 15 M${236 + smile * 3} ${corner - 8} q5 8 0 15" fill="none" stroke="${darker(lip, 0.4)}" stroke-width="2" opacity="${0.05 + smile * 0.06}" stroke-linecap="round"/>
  <ellipse cx="200" cy="${lower - 5}" rx="10" ry="2.2" fill="#fff" opacity=".2"/>`
}

function drawGlasses(colour) {
  const lens = (x) =>
    `<rect x="${x - 31}" y="186" width="62" height="46" rx="20" fill="#fff" fill-opacity=".1" stroke="${colour}" stroke-width="4.5"/><path d="M${x - 18} 222 L${x + 4} 194" stroke="#fff" stroke-width="5" opacity=".22"/>`
  return `${lens(162)}${lens(238)}<path d="M193 204 Q200 198 207 204" fill="none" stroke="${colour}" stroke-width="4.5"/><path d="M131 202 L116 198 M269 202 L284 198" stroke="${colour}" stroke-width="4.5"/>`
}

function drawBeard(colour, full) {
  const moustache = 'M162 282 Q176 264 200 270 Q224 264 238 282 Q220 276 200 279 Q180 276 162 282 Z'
  if (!full) return `<path d="${moustache}" fill="${colour}"/>`
  return `<path d="M121 214 C120 262 134 300 160 322 C184 342 216 342 240 322 C266 300 280 262 279 214 C274 244 262 268 244 274 C226 266 212 268 200 272 C188 268 174 266 156 274 C138 268 126 244 121 214 Z M170 287 Q200 281 230 287 Q216 308 200 308 Q184 308 170 287 Z" fill-rule="evenodd" fill="${colour}"/><path d="M150 312 Q200 352 250 312" fill="none" stroke="${lighter(colour, 0.2)}" stroke-width="3" opacity=".25"/>`
}

/**
 * The features of a face in the 400 x 500 box. `turn` -1..1 turns the head to the left or the right of the picture.
 * @param {import('../looks.mjs').Looks} looks
 * @param {{ turn: number, blink: number }} pose
 */
export function drawFeatures(looks, { turn, blink }) {
  const { skin, iris, hair, lip, smile, glasses, beard, noseWidth, browWeight, lipFullness } = looks
  const near = 1 - 0.16 * Math.abs(turn)
  const brow = darker(hair.style === 'bald' ? (beard?.colour ?? hair.colour) : hair.colour, 0.18)
  const eye = { iris, skin: mix(skin, '#a8564a', 0.1), hair: hair.colour, closed: blink > 0.5 }
  return `<g transform="translate(${turn * 8} 0)">${beard?.full ? drawBeard(beard.colour, true) : ''}</g>
  <g transform="translate(${200 + turn * 30} 0) scale(${near} 1) translate(-200 0)">
    <ellipse cx="150" cy="254" rx="36" ry="28" fill="url(#blush)"/><ellipse cx="250" cy="254" rx="36" ry="28" fill="url(#blush)"/>
    <ellipse cx="162" cy="206" rx="30" ry="17" fill="${darker(skin, 0.35)}" opacity=".14"/><ellipse cx="238" cy="206" rx="30" ry="17" fill="${darker(skin, 0.35)}" opacity=".14"/>
    ${drawEye(162, 208, eye)}${drawEye(238, 208, eye)}
    ${drawBrow(162, 184, -1, brow, browWeight)}${drawBrow(238, 184, 1, brow, browWeight)}
    ${drawNose(skin, noseWidth)}${drawMouth(lip, smile, lipFullness)}
    ${beard && !beard.full ? drawBeard(beard.colour, false) : ''}
    <path d="M190 318 Q200 322 210 318" fill="none" stroke="${darker(skin, 0.3)}" stroke-width="2" opacity=".35"/>
    ${glasses ? drawGlasses(glasses) : ''}
  </g>`
}
