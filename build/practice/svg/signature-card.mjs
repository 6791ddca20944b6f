import { drawText, signatureOf } from './text.mjs'

/**
 * A specimen signature on a bank's card, black on white, as an SVG document of 560 x 300 points.
 * @param {import('../cast.mjs').Person} person
 */
export function drawSignatureCard(person) {
  const name = signatureOf(person)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="560pt" height="300pt" viewBox="0 0 560 300">
  <rect width="560" height="300" fill="#fff"/><rect x="10" y="10" width="540" height="280" fill="none" stroke="#22543f" stroke-width="1.6"/><rect x="15" y="15" width="530" height="270" fill="none" stroke="#22543f" stroke-width=".6"/>
  ${drawText(36, 54, 'Bank of Port Halden', { size: 19, font: 'P052', weight: 700, fill: '#22543f' })}${drawText(524, 54, 'SPECIMEN SIGNATURE', { size: 11.5, fill: '#22543f', weight: 700, spacing: 1.6, anchor: 'end' })}
  ${drawText(36, 86, 'Name', { size: 9, fill: '#5d6b75' })}${drawText(36, 104, name, { size: 15 })}${drawText(330, 86, 'Date', { size: 9, fill: '#5d6b75' })}${drawText(330, 104, '9 November 2026', { size: 15 })}
  <path d="M36 232 H524" stroke="#22543f" stroke-width=".8"/><path d="M44 198 L54 214 M54 198 L44 214" stroke="#22543f" stroke-width="1.4"/>
  ${drawText(78, 214, name, { size: 62, font: 'Z003', fill: '#16264a' })}<path d="M120 238 C240 226 380 248 486 216 C430 246 330 252 262 246" fill="none" stroke="#16264a" stroke-width="2.2" stroke-linecap="round"/>
  ${drawText(36, 262, 'Sign within the box. This bank and its customer are invented.', { size: 9, fill: '#5d6b75' })}</svg>`
}
