import { drawChip, drawEmblem } from './emblem.mjs'
import { drawMicrotext, drawRosette, drawWeave } from './guilloche.mjs'
import { cardLines, drawZone } from './machine-readable-zone.mjs'
import { drawPortrait } from './portrait.mjs'
import { seededRandom } from '../random.mjs'
import { drawField, drawSpecimen, drawText, printDate, signatureOf } from './text.mjs'

/** The size of a card in units of its drawing: ID-1 at 300 dots per inch. */
export const cardSize = { width: 1012, height: 638, corner: 38 }

const teal = '#1f5f6b'
const ink = '#17343c'

function drawGround() {
  const { width, height, corner } = cardSize
  return `<defs>
    <linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#cfe6e3"/><stop offset=".45" stop-color="#f1f1e0"/><stop offset=".75" stop-color="#f6e3cf"/><stop offset="1" stop-color="#cfe0ea"/></linearGradient>
    <clipPath id="card"><rect width="${width}" height="${height}" rx="${corner}"/></clipPath></defs>
  <rect width="${width}" height="${height}" rx="${corner}" fill="url(#ground)"/>
  <g clip-path="url(#card)">
    ${drawWeave({ x: -20, y: 110, width: 1060, height: 300, lines: 18, waves: 2, colour: '#3e9a94', opacity: 0.32 })}
    ${drawWeave({ x: -20, y: 330, width: 1060, height: 330, lines: 18, waves: 3, colour: '#d08a4f', opacity: 0.3 })}
    ${drawRosette({ x: 800, y: 360, radius: 210, petals: 14, rings: 9, colour: '#3b7fa0', opacity: 0.3 })}
    ${drawRosette({ x: 190, y: 560, radius: 130, petals: 10, rings: 6, colour: '#3e9a94', opacity: 0.24 })}
  </g>`
}

function drawHeader(title) {
  return `<g clip-path="url(#card)"><rect width="1012" height="104" fill="${teal}"/><rect y="104" width="1012" height="6" fill="#e0a35a"/>
    ${drawWeave({ x: 0, y: -10, width: 1012, height: 120, lines: 9, waves: 4, colour: '#ffffff', opacity: 0.12 })}</g>
  <svg x="32" y="8" width="84" height="92" viewBox="-8 0 116 110">${drawEmblem({ ink: '#f4ead2', paper: teal, sun: '#e9b465' })}</svg>
  ${drawText(134, 52, 'REPUBLIC OF ARCADIA', { size: 33, fill: '#fff', weight: 700, spacing: 3 })}
  ${drawText(135, 84, title, { size: 18, fill: '#d5ebe8', spacing: 2.4 })}
  ${drawText(972, 68, 'ARC', { size: 40, fill: '#fff', weight: 700, spacing: 3, anchor: 'end', opacity: 0.92 })}`
}

/** The front of an identity card. @param {import('../cast.mjs').Person} person */
export function drawCardFront(person) {
  const field = (x, y, label, value) => drawField(x, y, label, value, { ink, tint: '#3f7078' })
  return `${drawGround()}${drawHeader('IDENTITY CARD  ·  CARTE D’IDENTITÉ')}
  <defs><linearGradient id="studio" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#e6ecee"/><stop offset="1" stop-color="#b9c8ce"/></linearGradient></defs>
  <svg x="44" y="148" width="272" height="346" viewBox="14 36 372 464" preserveAspectRatio="xMidYMin slice"><rect x="14" y="36" width="372" height="474" fill="url(#studio)"/>${drawPortrait(person.looks, { id: 'main' })}</svg>
  <rect x="44" y="148" width="272" height="346" fill="none" stroke="#fff" stroke-width="5" opacity=".75"/>
  ${field(350, 160, '1  SURNAME / NOM', person.surname)}${field(350, 222, '2  GIVEN NAMES / PRÉNOMS', person.given)}
  ${field(350, 284, '3  SEX', person.sex)}${field(450, 284, '4  NATIONALITY', 'ARCADIAN')}
  ${field(350, 346, '5  DATE OF BIRTH', printDate(person.born))}${field(570, 346, '6  PLACE OF BIRTH', person.place.toUpperCase())}
  ${field(350, 408, '7  DATE OF EXPIRY', printDate(person.expires))}${field(570, 408, '8  CARD NUMBER', person.number)}
  <g transform="translate(846 146) scale(1.08)">${drawChip()}</g>
  <g opacity=".38"><svg x="838" y="402" width="132" height="164" viewBox="30 40 340 424"><g style="mix-blend-mode:multiply">${drawPortrait(person.looks, { id: 'ghost' })}</g></svg></g>
  ${drawText(350, 540, signatureOf(person), { size: 44, font: 'Z003', fill: '#20304f' })}<path d="M348 556 H720" stroke="#3f7078" stroke-width="1.2"/>
  ${drawText(350, 576, 'SIGNATURE OF HOLDER', { size: 12, fill: '#3f7078', spacing: 0.4 })}
  ${drawText(180, 536, person.number, { size: 25, font: 'OCR B', fill: ink, anchor: 'middle', spacing: 2 })}
  ${drawMicrotext({ x: 44, y: 600, width: 430, rows: 3, gap: 6, text: 'ARCADIA SPECIMEN', colour: teal, opacity: 0.5 })}
  ${drawSpecimen(610, 400, { size: 104, turn: -17 })}`
}

/** A block that looks like a stacked barcode; it says nothing. */
function drawBarcode(x, y, columns, rows, seed) {
  const random = seededRandom(seed)
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      random() > 0.52 || column < 2 ? `M${x + column * 5} ${y + row * 9}h5v9h-5z` : '',
    ).join(''),
  ).join('')
  return `<rect x="${x - 10}" y="${y - 10}" width="${columns * 5 + 20}" height="${rows * 9 + 20}" fill="#fff" opacity=".8"/><path d="${cells}" fill="#1b2226"/>`
}

/** The back of an identity card. @param {import('../cast.mjs').Person} person */
export function drawCardBack(person) {
  const field = (x, y, label, value) => drawField(x, y, label, value, { ink, tint: '#3f7078', size: 22 })
  return `${drawGround()}
  ${drawSpecimen(420, 250, { size: 100, turn: -13, opacity: 0.22 })}
  ${field(48, 52, '9  ADDRESS / ADRESSE', person.address[0])}${drawText(48, 104, person.address[1], { size: 22, fill: ink, weight: 700, spacing: 0.4 })}
  ${field(48, 142, '10  HEIGHT', person.height)}${field(220, 142, '11  COLOUR OF EYES', person.eyes.toUpperCase())}
  ${field(48, 204, '12  DATE OF ISSUE', printDate(person.issued))}${field(280, 204, '13  AUTHORITY', `REGISTRY OF ${person.place.toUpperCase()}`)}
  ${drawText(48, 282, 'This card remains the property of the Republic of Arcadia, a country', { size: 13.5, fill: '#3f5a60' })}
  ${drawText(48, 300, 'that was invented for this drawing. If found, please smile.', { size: 13.5, fill: '#3f5a60' })}
  <svg x="800" y="36" width="160" height="176" viewBox="-8 0 116 110" opacity=".8">${drawEmblem({ ink: teal, paper: '#eef3ea', sun: '#d08a4f' })}</svg>
  ${drawText(880, 240, 'REPUBLIC OF ARCADIA', { size: 14, fill: teal, weight: 700, anchor: 'middle', spacing: 0.8 })}
  ${drawBarcode(590, 278, 74, 11, person.number.length * 7919 + Number(person.number.replace(/\D/g, '')))}
  <rect x="48" y="330" width="500" height="64" fill="#fff" opacity=".6"/>${drawMicrotext({ x: 48, y: 331, width: 500, rows: 11, gap: 5.4, text: 'ARCADIA', colour: '#d08a4f', opacity: 0.5 })}
  ${drawText(70, 376, signatureOf(person), { size: 40, font: 'Z003', fill: '#20304f' })}
  <g clip-path="url(#card)"><rect y="430" width="1012" height="210" fill="#fbfbf6" opacity=".86"/></g>
  ${drawZone(cardLines(person), { x: 50, y: 490, width: 912, gap: 52 })}`
}
