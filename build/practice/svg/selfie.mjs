import { mix } from './colour.mjs'
import { drawPortrait } from './portrait.mjs'
import { seededRandom } from '../random.mjs'
import { drawText } from './text.mjs'

/** The size of a selfie, as held by a hand. */
export const selfieSize = { width: 900, height: 1200 }

function drawBokeh(seed, colours) {
  const random = seededRandom(seed)
  return Array.from({ length: 26 }, () => {
    const colour = colours[Math.floor(random() * colours.length)]
    return `<circle cx="${(random() * 900).toFixed(0)}" cy="${(random() * 900).toFixed(0)}" r="${(24 + random() * 60).toFixed(0)}" fill="${colour}" opacity="${(0.18 + random() * 0.3).toFixed(2)}"/>`
  }).join('')
}

function drawShelf(y, seed) {
  const random = seededRandom(seed)
  const colours = ['#8f4a3c', '#3f5d6b', '#c59a52', '#5c6b4a', '#7a5a7c', '#d8cdb8', '#37475a']
  let x = -10
  let books = ''
  while (x < 900) {
    const width = 22 + random() * 34
    const height = 130 + random() * 70
    books += `<rect x="${x.toFixed(0)}" y="${(y - height).toFixed(0)}" width="${width.toFixed(0)}" height="${height.toFixed(0)}" fill="${colours[Math.floor(random() * colours.length)]}"/>`
    x += width + 3
  }
  return `${books}<rect y="${y}" width="900" height="22" fill="#6d4a31"/>`
}

const scenes = {
  window:
    () => `<rect width="900" height="1200" fill="#d9cfc2"/><rect x="520" y="60" width="330" height="620" fill="#bfe0ee"/><path d="M520 470 Q600 400 690 450 Q780 390 850 440 V680 H520 Z" fill="#8fb98a"/>
    <path d="M520 60 H850 V680 H520 Z M685 60 V680 M520 340 H850" fill="none" stroke="#fbf8f2" stroke-width="22"/>
    <path d="M120 1000 C60 760 40 640 110 520 C150 640 160 800 140 1000 Z M130 1000 C150 780 220 680 300 640 C260 780 200 900 160 1000 Z M110 1000 C60 860 10 800 -40 780 C-10 880 50 960 90 1000 Z" fill="#4f7d54"/><rect x="50" y="960" width="160" height="260" rx="18" fill="#b4643f"/>`,
  street:
    () => `<rect width="900" height="1200" fill="#7f93a6"/><rect y="560" width="900" height="640" fill="#6a6f78"/><rect x="0" y="0" width="250" height="900" fill="#a9785c"/><rect x="640" y="0" width="260" height="960" fill="#c9b193"/><rect x="250" y="0" width="390" height="480" fill="#cfe3ee"/>
    ${drawBokeh(31, ['#ffe0a3', '#ffd0c2', '#ffffff', '#b9e0ff'])}`,
  library: () =>
    `<rect width="900" height="1200" fill="#4a3526"/>${[230, 470, 710, 950, 1190].map((y) => drawShelf(y, y)).join('')}`,
  garden: () =>
    `<rect width="900" height="1200" fill="#b8d9e6"/><path d="M0 480 Q200 360 430 450 T900 400 V1200 H0 Z" fill="#8dbb74"/><path d="M0 700 Q260 600 520 690 T900 640 V1200 H0 Z" fill="#6ca05e"/>${drawBokeh(12, ['#dff2c4', '#fff3b8', '#9fd08b', '#e9b6c4'])}`,
}

/** @typedef {keyof typeof scenes} Scene */

/**
 * A selfie: a friendly face close to the lens, the place behind it out of focus.
 * @param {import('../cast.mjs').Person} person
 * @param {{ scene: Scene, turn?: number, tilt?: number, stamp?: string }} shot
 * @returns {string} a fragment of `selfieSize`
 */
export function drawSelfie(person, { scene, turn = 0, tilt = 0, stamp = 'SPECIMEN' }) {
  const looks = { ...person.looks, smile: Math.max(person.looks.smile, 0.9) }
  // Once sharp and once blurred over it: the blur alone grows transparent at the edges of the picture.
  const backdrop = `<g transform="translate(-36 -48) scale(1.08)">${scenes[scene]()}</g>`
  return `<defs><filter id="far" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="9"/></filter>
    <radialGradient id="vignette" cx=".5" cy=".42" r=".75"><stop offset=".55" stop-color="#1a1420" stop-opacity="0"/><stop offset="1" stop-color="#1a1420" stop-opacity=".42"/></radialGradient>
    <linearGradient id="daylight" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${mix('#ffe9c8', '#ffffff', 0.4)}" stop-opacity=".3"/><stop offset=".6" stop-color="#fff" stop-opacity="0"/></linearGradient></defs>
  ${backdrop}<g filter="url(#far)">${backdrop}</g>
  <g transform="rotate(${tilt} 450 1200) translate(450 128) scale(2.36) translate(-200 -38)">${drawPortrait(looks, { id: 'self', turn })}</g>
  <rect width="900" height="1200" fill="url(#daylight)"/><rect width="900" height="1200" fill="url(#vignette)"/>
  ${drawText(866, 1166, stamp, { size: 26, fill: '#fff', weight: 700, spacing: 6, anchor: 'end', opacity: 0.85 })}`
}

/** A profile picture: square, a plain ground, a head in the middle. Box 900 x 900. */
export function drawProfile(person, ground) {
  return `<defs><radialGradient id="wall" cx=".5" cy=".4" r=".8"><stop offset="0" stop-color="${mix(ground, '#ffffff', 0.45)}"/><stop offset="1" stop-color="${ground}"/></radialGradient></defs>
  <rect width="900" height="900" fill="url(#wall)"/><g transform="translate(450 60) scale(1.9) translate(-200 -50)">${drawPortrait({ ...person.looks, smile: 1 }, { id: 'profile' })}</g>
  ${drawText(872, 60, 'SPECIMEN', { size: 24, fill: '#fff', weight: 700, spacing: 6, anchor: 'end', opacity: 0.8 })}`
}

/** A photograph as a whole SVG document, with the grain of a small sensor. */
export function takePhoto(drawing, { width, height, seed = 3, grain = 0.12 }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
  <defs><filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".7" numOctaves="2" seed="${seed}"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  0 0 0 ${grain * 5} ${-grain * 2}"/></filter></defs>
  ${drawing}${grain > 0 ? `<rect width="${width}" height="${height}" filter="url(#grain)" opacity=".5"/>` : ''}</svg>`
}
