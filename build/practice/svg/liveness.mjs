import { cardSize } from './id-card.mjs'
import { drawPortrait } from './portrait.mjs'
import { drawText } from './text.mjs'

/** One frame of a clip, portrait format. */
export const clipSize = { width: 360, height: 480 }

const document = (drawing) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="480" viewBox="0 0 360 480">${drawing}</svg>`
const caption = (text) =>
  `<rect y="436" width="360" height="44" fill="#0e1a22" opacity=".72"/>${drawText(20, 464, text, { size: 16, fill: '#fff', weight: 700 })}${drawText(340, 464, 'SPECIMEN', { size: 11, fill: '#9fd6d2', weight: 700, spacing: 2, anchor: 'end' })}`

function wordsFor(time, blink) {
  if (blink) return 'Blink'
  if (time < 0.06 || time > 0.95) return 'Look straight ahead'
  return time < 0.5 ? 'Turn to the left' : 'Turn to the right'
}

/**
 * A face that turns to both sides inside an oval while a ring fills.
 * @param {import('../cast.mjs').Person} person
 * @param {number} time from 0 to 1
 */
export function drawTurningFace(person, time) {
  const turn = Math.sin(time * Math.PI * 2) * 0.8
  const blink = time > 0.46 && time < 0.55 ? 1 : 0
  const circumference = 2 * Math.PI * 176
  const words = wordsFor(time, blink)
  return document(`<defs><linearGradient id="room" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#d7d2c8"/><stop offset="1" stop-color="#8fa2a8"/></linearGradient></defs>
  <rect width="360" height="480" fill="url(#room)"/><rect x="246" y="20" width="130" height="200" fill="#c3e0ec" opacity=".8"/><path d="M246 20 V220 H360 M306 20 V220" stroke="#f6f3ec" stroke-width="8" fill="none"/>
  <g transform="translate(180 ${66 + Math.sin(time * Math.PI * 4) * 3}) scale(.98) translate(-200 -50)">${drawPortrait({ ...person.looks, smile: 0.8 }, { id: 'live', turn, blink })}</g>
  <path fill-rule="evenodd" d="M0 0 H360 V480 H0 Z M180 44 C280 44 318 130 312 222 C306 328 250 398 180 398 C110 398 54 328 48 222 C42 130 80 44 180 44 Z" fill="#0e1a22" opacity=".5"/>
  <g fill="none" stroke-width="7" stroke-linecap="round" transform="translate(180 221) scale(.76 1) rotate(-90)"><circle r="176" stroke="#fff" opacity=".4"/><circle r="176" stroke="#34c3a6" stroke-dasharray="${(circumference * Math.max(0.01, time)).toFixed(1)} ${circumference.toFixed(1)}"/></g>
  ${caption(words)}`)
}

/**
 * A card that is tilted under a lamp, with a shine running over it.
 * @param {string} card the drawing of the card
 * @param {number} time from 0 to 1
 */
export function drawTiltingCard(card, time) {
  const swing = Math.sin(time * Math.PI * 2)
  const shine = -260 + time * 1500
  return document(`<defs><radialGradient id="table" cx=".5" cy=".4" r=".8"><stop offset="0" stop-color="#3f5560"/><stop offset="1" stop-color="#18242b"/></radialGradient>
    <linearGradient id="shine" x1="0" x2="1"><stop offset="0" stop-color="#fff" stop-opacity="0"/><stop offset=".35" stop-color="#b8ffe9" stop-opacity=".5"/><stop offset=".5" stop-color="#fff" stop-opacity=".7"/><stop offset=".65" stop-color="#ffc9f0" stop-opacity=".5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient></defs>
  <rect width="360" height="480" fill="url(#table)"/>
  <g transform="translate(${180 + swing * 12} 214) skewY(${(swing * 5).toFixed(2)}) rotate(${(swing * 4).toFixed(2)}) scale(${(0.315 - Math.abs(swing) * 0.012).toFixed(4)} .315) translate(${-cardSize.width / 2} ${-cardSize.height / 2})">
    <rect x="18" y="34" width="${cardSize.width}" height="${cardSize.height}" rx="38" fill="#000" opacity=".35"/>${card}
    <g clip-path="url(#card)"><rect x="${shine.toFixed(0)}" y="-40" width="240" height="760" fill="url(#shine)" transform="skewX(-16)"/></g></g>
  <path d="M22 92 V60 H54 M338 92 V60 H306 M22 338 V370 H54 M338 338 V370 H306" fill="none" stroke="#34c3a6" stroke-width="5" stroke-linecap="round"/>
  ${caption('Tilt the card slowly')}`)
}
