import { darker, lighter, mix } from './colour.mjs'
import { drawClothes } from './clothes.mjs'
import { drawFeatures } from './face.mjs'
import { drawHair } from './hair.mjs'

const outlines = {
  soft: 'M121 196 C112 62 288 62 279 196 C281 242 274 274 248 303 C234 320 217 330 200 330 C183 330 166 320 152 303 C126 274 119 242 121 196 Z',
  square:
    'M120 196 C110 60 290 60 280 196 C282 240 278 272 258 298 C244 320 224 331 200 331 C176 331 156 320 142 298 C122 272 118 240 120 196 Z',
}
const bust =
  'M20 520 C22 418 84 388 146 371 L158 364 C172 404 228 404 242 364 L254 371 C316 388 378 418 380 520 Z'
const earless = new Set(['bob', 'long', 'curly'])

function drawEars(skin, turn) {
  const ear = (x, width, shade) =>
    `<ellipse cx="${x + turn * 7}" cy="218" rx="${width}" ry="25" fill="${darker(skin, shade)}"/><path d="M${x + turn * 7} 204 q${x < 200 ? -7 : 7} 12 0 24" fill="none" stroke="${darker(skin, 0.4)}" stroke-width="2" opacity=".4"/>`
  return ear(119, 12 + turn * 5, 0.1) + ear(281, 12 - turn * 5, 0.22)
}

/**
 * A head-and-shoulders portrait in a 400 x 500 box, without a background.
 * `id` keeps the gradients of several portraits in one drawing apart.
 * @param {import('../looks.mjs').Looks} looks
 * @param {{ id?: string, turn?: number, blink?: number }} [pose]
 */
export function drawPortrait(looks, { id = 'p', turn = 0, blink = 0 } = {}) {
  const { skin } = looks
  const hair = drawHair(looks.hair)
  const face = outlines[looks.jaw]
  const lean = turn * 10
  const ears = earless.has(looks.hair.style) ? '' : drawEars(skin, turn)
  const drawing = `<defs>
    <linearGradient id="skin" x1="0" x2="1"><stop offset="0" stop-color="${lighter(skin, 0.14)}"/><stop offset=".55" stop-color="${skin}"/><stop offset="1" stop-color="${darker(skin, 0.2)}"/></linearGradient>
    <linearGradient id="neck" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="318" y2="420"><stop offset="0" stop-color="${darker(skin, 0.36)}"/><stop offset="1" stop-color="${darker(skin, 0.08)}"/></linearGradient>
    <radialGradient id="blush"><stop offset="0" stop-color="${mix(skin, '#d2473f', 0.55)}" stop-opacity=".34"/><stop offset="1" stop-color="${skin}" stop-opacity="0"/></radialGradient>
    <linearGradient id="light" x1="0" x2="1"><stop offset="0" stop-color="#fff" stop-opacity=".2"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1b1030" stop-opacity=".22"/></linearGradient>
    <clipPath id="face"><path d="${face}"/></clipPath>
    <clipPath id="body"><path d="${bust}"/></clipPath>
  </defs>
  <g transform="translate(${lean * 0.5} 0)">${hair.behind}</g>
  <path d="M158 290 L156 364 C160 402 180 416 200 416 C220 416 240 402 244 364 L242 290 Z" fill="url(#neck)"/>
  ${drawClothes(looks.clothes, 'url(#neck)')}
  <g clip-path="url(#body)"><rect x="20" y="350" width="360" height="170" fill="url(#light)"/></g>
  <g transform="translate(${lean} 0)">
    ${ears}
    <path d="${face}" fill="url(#skin)"/>
    <g clip-path="url(#face)">
      <path d="M110 60 H290 V166 C250 136 150 136 110 166 Z" fill="${darker(skin, 0.4)}" opacity=".13"/>
      ${drawFeatures(looks, { turn, blink })}
      <path d="M${262 + turn * 16} 130 C${290 + turn * 12} 220 270 300 210 340 L300 340 V130 Z" fill="${darker(skin, 0.45)}" opacity=".14"/>
    </g>
    <g transform="translate(${turn * 5} 0)">${hair.over}</g>
  </g>`
  return drawing
    .replaceAll(/id="(skin|neck|blush|light|face|body)"/g, `id="${id}-$1"`)
    .replaceAll(/url\(#(skin|neck|blush|light|face|body)\)/g, `url(#${id}-$1)`)
}
