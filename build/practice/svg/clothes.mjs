import { darker, lighter } from './colour.mjs'

const shoulders =
  'M20 520 C22 418 84 388 146 371 L158 364 C172 404 228 404 242 364 L254 371 C316 388 378 418 380 520 Z'

const cuts = {
  jacket: (colour, accent) => `<path d="${shoulders}" fill="${colour}"/>
    <path d="M156 358 L152 372 L188 520 L212 520 L248 372 L244 358 Q200 416 156 358 Z" fill="#f6f4ef"/>
    <path d="M160 352 L148 374 L184 414 L200 392 Z" fill="#ffffff"/><path d="M240 352 L252 374 L216 414 L200 392 Z" fill="#e9e6df"/>
    <path d="M190 394 L210 394 L208 414 L192 414 Z" fill="${darker(accent, 0.18)}"/><path d="M192 414 L208 414 L218 520 L182 520 Z" fill="${accent}"/>
    <path d="M150 366 L120 392 L140 438 L132 450 L186 520 L190 520 C170 470 156 420 150 366 Z" fill="${darker(colour, 0.24)}"/>
    <path d="M250 366 L280 392 L260 438 L268 450 L214 520 L210 520 C230 470 244 420 250 366 Z" fill="${darker(colour, 0.24)}"/>`,
  crew: (colour) => `<path d="${shoulders}" fill="${colour}"/>
    <path d="M157 361 C170 405 230 405 243 361 L254 370 C242 424 158 424 146 370 Z" fill="${darker(colour, 0.22)}"/>`,
  blouse: (colour, accent) => `<path d="${shoulders}" fill="${colour}"/>
    <path d="M157 356 L200 430 L243 356 Z" fill="SKIN"/>
    <path d="M160 350 L140 374 L168 430 L200 432 Z" fill="${lighter(colour, 0.3)}"/><path d="M240 350 L260 374 L232 430 L200 432 Z" fill="${lighter(colour, 0.22)}"/>
    <path d="M200 432 V520" stroke="${darker(colour, 0.25)}" stroke-width="2"/><circle cx="200" cy="458" r="4" fill="${accent}"/><circle cx="200" cy="490" r="4" fill="${accent}"/>`,
  roll: (colour) => `<path d="${shoulders}" fill="${colour}"/>
    <path d="M155 334 C172 346 228 346 245 334 L256 382 C230 402 170 402 144 382 Z" fill="${lighter(colour, 0.1)}"/>
    <path d="M152 358 C172 374 228 374 248 358" fill="none" stroke="${darker(colour, 0.25)}" stroke-width="2.4" opacity=".6"/>`,
}

/** @typedef {keyof typeof cuts} ClothesCut */

/**
 * Shoulders and clothes in the 400 x 500 box of a portrait.
 * @param {{ cut: ClothesCut, colour: string, accent?: string }} clothes
 * @param {string} skin a paint for the open neck
 */
export function drawClothes({ cut, colour, accent = '#7a2338' }, skin) {
  const folds = `<path d="M84 520 C88 476 96 450 110 430 M316 520 C312 476 304 450 290 430" fill="none" stroke="${darker(colour, 0.4)}" stroke-width="4" opacity=".35" stroke-linecap="round"/>`
  return cuts[cut](colour, accent).replace('SKIN', skin) + folds
}
