import { drawEmblem } from './emblem.mjs'
import { drawMicrotext, drawRosette, drawWeave } from './guilloche.mjs'
import { drawZone, passportLines } from './machine-readable-zone.mjs'
import { drawPortrait } from './portrait.mjs'
import { drawField, drawSpecimen, drawText, printDate, signatureOf } from './text.mjs'

/** The size of the open booklet in units of its drawing: part of the page above, then the data page. */
export const passportSize = { width: 1180, height: 1130 }

const fold = 300
const rows = { first: fold + 96, step: 68 }

/** @typedef {{ wash: [string, string, string], line: string, warm: string, ink: string, tint: string }} Palette */

/** @type {Record<string, Palette>} */
const palettes = {
  rose: {
    wash: ['#f4dde0', '#f7eee0', '#dfe3f1'],
    line: '#a4506a',
    warm: '#c78a3f',
    ink: '#2c1a26',
    tint: '#874a5e',
  },
  sea: {
    wash: ['#d6e6f2', '#eef3ec', '#e4dff0'],
    line: '#2f6d97',
    warm: '#5f9a78',
    ink: '#152636',
    tint: '#376482',
  },
  sand: {
    wash: ['#f3e7d2', '#f6f2e2', '#e2ead9'],
    line: '#8a6a2f',
    warm: '#4f8a72',
    ink: '#2b2413',
    tint: '#7c6433',
  },
}

function drawPaper({ wash, line, warm }) {
  const { width, height } = passportSize
  return `<defs>
    <linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${wash[0]}"/><stop offset=".5" stop-color="${wash[1]}"/><stop offset="1" stop-color="${wash[2]}"/></linearGradient>
    <linearGradient id="gutter" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2a1c22" stop-opacity="0"/><stop offset=".5" stop-color="#2a1c22" stop-opacity=".36"/><stop offset=".52" stop-color="#fff" stop-opacity=".5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>
    <clipPath id="page"><rect width="${width}" height="${height}" rx="30"/></clipPath></defs>
  <rect width="${width}" height="${height}" rx="30" fill="url(#ground)"/>
  <g clip-path="url(#page)">
    ${drawRosette({ x: 590, y: 60, radius: 330, petals: 18, rings: 10, colour: line, opacity: 0.2 })}
    ${drawWeave({ x: -30, y: fold, width: 1240, height: 420, lines: 20, waves: 3, colour: line, opacity: 0.22 })}
    ${drawWeave({ x: -30, y: fold + 260, width: 1240, height: 400, lines: 20, waves: 2, colour: warm, opacity: 0.28 })}
    ${drawRosette({ x: 960, y: fold + 330, radius: 250, petals: 16, rings: 9, colour: warm, opacity: 0.28 })}
    <rect y="${fold - 46}" width="${width}" height="92" fill="url(#gutter)"/>
  </g>`
}

/** The page above the data page, upside down in the booklet's way: arms and a perforated number. */
function drawUpperPage(person, { line, tint }) {
  const dots = [...person.number]
    .map(
      (_, index) =>
        `<circle cx="${470 + index * 30}" cy="248" r="5"/><circle cx="${482 + index * 30}" cy="236" r="5"/>`,
    )
    .join('')
  return `<svg x="510" y="26" width="160" height="152" viewBox="-8 0 116 110" opacity=".55">${drawEmblem({ ink: line, paper: '#f7f0e8' })}</svg>
  ${drawText(590, 204, 'THIS PASSPORT CONTAINS 32 PAGES OF AN INVENTED COUNTRY', { size: 14, fill: tint, anchor: 'middle', spacing: 1.6 })}
  <g fill="#fff" stroke="${tint}" stroke-width="1" opacity=".5">${dots}</g>`
}

/** An open passport at its data page. @param {import('../cast.mjs').Person} person @param {keyof typeof palettes} colours */
export function drawPassport(person, colours) {
  const palette = palettes[colours]
  const { ink, tint, line } = palette
  const field = (x, row, label, value, size = 27) =>
    drawField(x, rows.first + row * rows.step, label, value, { ink, tint, size })
  return `${drawPaper(palette)}${drawUpperPage(person, palette)}
  <svg x="40" y="${fold + 16}" width="52" height="52" viewBox="-8 0 116 110">${drawEmblem({ ink: line, paper: '#f7f0e8' })}</svg>
  ${drawText(104, fold + 52, 'REPUBLIC OF ARCADIA', { size: 27, fill: line, weight: 700, spacing: 3 })}
  ${drawText(1140, fold + 52, 'PASSPORT · PASSEPORT', { size: 22, fill: line, weight: 700, anchor: 'end', spacing: 2 })}
  <defs><linearGradient id="studio" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#eef0ee"/><stop offset="1" stop-color="#c4ccd0"/></linearGradient></defs>
  <svg x="44" y="${fold + 92}" width="332" height="428" viewBox="14 36 372 464" preserveAspectRatio="xMidYMin slice"><rect x="0" y="30" width="400" height="480" fill="url(#studio)"/>${drawPortrait(person.looks, { id: 'main' })}</svg>
  <rect x="44" y="${fold + 92}" width="332" height="428" fill="none" stroke="${line}" stroke-width="1.4" opacity=".5"/>
  ${drawWeave({ x: 44, y: fold + 400, width: 332, height: 150, lines: 10, waves: 2, colour: line, opacity: 0.34 })}
  ${field(414, 0, 'TYPE', 'P')}${field(520, 0, 'CODE', 'ARC')}${field(760, 0, 'PASSPORT No. / No. DU PASSEPORT', person.number, 31)}
  ${field(414, 1, '1  SURNAME / NOM', person.surname)}${field(414, 2, '2  GIVEN NAMES / PRÉNOMS', person.given)}
  ${field(414, 3, '3  NATIONALITY', 'ARCADIAN')}${field(760, 3, '4  DATE OF BIRTH', printDate(person.born))}
  ${field(414, 4, '5  SEX', person.sex)}${field(520, 4, '6  PLACE OF BIRTH', person.place.toUpperCase())}
  ${field(414, 5, '7  DATE OF ISSUE', printDate(person.issued))}${field(760, 5, '8  DATE OF EXPIRY', printDate(person.expires))}
  <g opacity=".36"><svg x="976" y="${fold + 128}" width="160" height="186" viewBox="30 40 340 396">${drawPortrait(person.looks, { id: 'ghost' })}</svg></g>
  ${drawText(764, fold + 560, signatureOf(person), { size: 46, font: 'Z003', fill: '#20304f' })}
  ${drawText(414, fold + 546, 'AUTHORITY', { size: 12.5, fill: tint })}${drawText(414, fold + 572, 'FOREIGN OFFICE', { size: 23, fill: ink, weight: 700 })}
  ${drawMicrotext({ x: 44, y: fold + 540, width: 332, rows: 5, gap: 6, text: 'REPUBLIC OF ARCADIA SPECIMEN', colour: tint, opacity: 0.5 })}
  ${drawSpecimen(690, fold + 320, { size: 128, turn: -20, opacity: 0.27 })}
  <g clip-path="url(#page)"><rect y="${fold + 606}" width="1180" height="240" fill="#fdfbf6" opacity=".8"/></g>
  ${drawZone(passportLines(person), { x: 46, y: fold + 690, width: 1088, gap: 76 })}`
}
