import { cardSize } from './id-card.mjs'
import { drawEmblem } from './emblem.mjs'
import { drawMicrotext, drawRosette, drawWeave } from './guilloche.mjs'
import { drawPortrait } from './portrait.mjs'
import { drawSpecimen, drawText, printDate, signatureOf } from './text.mjs'

const ink = '#2b1f3d'
const violet = '#5a3f8c'

function drawGround({ wash = ['#e9d9ee', '#f6ecef', '#d9e4f4'] } = {}) {
  const { width, height, corner } = cardSize
  return `<defs>
    <linearGradient id="ground" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${wash[0]}"/><stop offset=".5" stop-color="${wash[1]}"/><stop offset="1" stop-color="${wash[2]}"/></linearGradient>
    <clipPath id="card"><rect width="${width}" height="${height}" rx="${corner}"/></clipPath></defs>
  <rect width="${width}" height="${height}" rx="${corner}" fill="url(#ground)"/>
  <g clip-path="url(#card)">
    ${drawWeave({ x: -20, y: 40, width: 1060, height: 320, lines: 18, waves: 2, colour: '#8c5fb0', opacity: 0.26 })}
    ${drawWeave({ x: -20, y: 320, width: 1060, height: 340, lines: 18, waves: 4, colour: '#4d8fb8', opacity: 0.26 })}
    ${drawRosette({ x: 840, y: 220, radius: 200, petals: 12, rings: 9, colour: '#b0608a', opacity: 0.26 })}
  </g>`
}

function drawNumbered(x, y, number, value, size = 24) {
  return (
    drawText(x, y, number, { size: 14, fill: violet, weight: 700 }) +
    drawText(x + 36, y, value, { size, fill: ink, weight: 700, spacing: 0.3 })
  )
}

/** The front of a driving licence. @param {import('../cast.mjs').Person} person */
export function drawLicenceFront(person) {
  return `${drawGround()}
  <g clip-path="url(#card)"><path d="M0 0 H300 L236 96 H0 Z" fill="${violet}"/><path d="M300 0 H318 L254 96 H236 Z" fill="#e3a94f"/></g>
  <svg x="28" y="10" width="78" height="76" viewBox="-8 0 116 110">${drawEmblem({ ink: '#f4ead2', paper: violet, sun: '#e9b465' })}</svg>
  ${drawText(122, 66, 'ARC', { size: 50, fill: '#fff', weight: 700, spacing: 3 })}
  ${drawText(346, 48, 'DRIVING LICENCE', { size: 36, fill: violet, weight: 700, spacing: 2.5 })}
  ${drawText(347, 80, 'PERMIS DE CONDUIRE  ·  REPUBLIC OF ARCADIA', { size: 16.5, fill: violet, spacing: 1.6 })}
  <defs><linearGradient id="studio" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#eceaf0"/><stop offset="1" stop-color="#c2c2d2"/></linearGradient></defs>
  <svg x="44" y="140" width="286" height="360" viewBox="14 36 372 468" preserveAspectRatio="xMidYMin slice"><rect x="0" y="30" width="400" height="490" fill="url(#studio)"/>${drawPortrait(person.looks, { id: 'main' })}</svg>
  <rect x="44" y="140" width="286" height="360" fill="none" stroke="#fff" stroke-width="5" opacity=".7"/>
  ${drawNumbered(362, 160, '1.', person.surname, 29)}${drawNumbered(362, 202, '2.', person.given, 26)}
  ${drawNumbered(362, 244, '3.', `${printDate(person.born)}  ${person.place.toUpperCase()}`, 22)}
  ${drawNumbered(362, 286, '4a.', printDate(person.issued))}${drawNumbered(640, 286, '4c.', 'ROADS OFFICE')}
  ${drawNumbered(362, 326, '4b.', printDate(person.expires))}
  ${drawNumbered(362, 368, '5.', person.number, 27)}
  ${drawNumbered(362, 410, '8.', person.address.join(', '), 20)}
  ${drawText(362, 470, '7.', { size: 14, fill: violet, weight: 700 })}${drawText(398, 478, signatureOf(person), { size: 46, font: 'Z003', fill: '#20304f' })}
  ${drawNumbered(362, 552, '9.', 'AM / B1 / B / BE', 30)}
  <g opacity=".4"><svg x="838" y="392" width="130" height="160" viewBox="30 40 340 420">${drawPortrait(person.looks, { id: 'ghost' })}</svg></g>
  ${drawText(187, 548, person.number, { size: 25, font: 'OCR B', fill: ink, anchor: 'middle', spacing: 1 })}
  ${drawMicrotext({ x: 44, y: 586, width: 926, rows: 3, gap: 6, text: 'ARCADIA ROADS OFFICE SPECIMEN', colour: violet, opacity: 0.5 })}
  ${drawSpecimen(640, 380, { size: 112, turn: -17, opacity: 0.28 })}`
}

const wheel = (x) => `<circle cx="${x}" cy="24" r="5.5" fill="none" stroke="${ink}" stroke-width="2.6"/>`
const pictograms = {
  moped: `${wheel(14)}${wheel(44)}<path d="M14 24 H30 L40 10 H46 M24 12 H34" fill="none" stroke="${ink}" stroke-width="2.6"/>`,
  car: `${wheel(14)}${wheel(46)}<path d="M4 22 V15 L14 13 L20 5 H40 L48 13 L56 15 V22" fill="none" stroke="${ink}" stroke-width="2.6"/>`,
  trailer: `${wheel(12)}${wheel(34)}${wheel(58)}<path d="M3 22 V14 L10 12 L15 5 H30 L36 13 L42 15 V22 H48 M48 8 H68 V22 H48 Z" fill="none" stroke="${ink}" stroke-width="2.6"/>`,
  lorry: `${wheel(14)}${wheel(48)}<path d="M3 22 V11 L9 6 H20 V22 M20 2 H58 V22 H20" fill="none" stroke="${ink}" stroke-width="2.6"/>`,
}

/** The back of a driving licence: its table of vehicles. @param {import('../cast.mjs').Person} person */
export function drawLicenceBack(person) {
  const from = printDate(person.issued)
  const until = printDate(person.expires)
  const rows = [
    ['AM', 'moped', from, until],
    ['B1', 'car', from, until],
    ['B', 'car', from, until],
    ['BE', 'trailer', from, until],
    ['C1', 'lorry', '—', '—'],
    ['C', 'lorry', '—', '—'],
  ]
  const top = 112
  const lines = rows
    .map(([category, vehicle, first, last], index) => {
      const y = top + index * 58
      return `<rect x="330" y="${y}" width="640" height="58" fill="#fff" opacity="${index % 2 ? 0.26 : 0.5}"/>
    ${drawText(352, y + 38, category, { size: 25, fill: ink, weight: 700 })}<svg x="430" y="${y + 8}" width="100" height="42" viewBox="0 -4 76 38">${pictograms[vehicle]}</svg>
    ${drawText(650, y + 37, first, { size: 20, fill: ink, anchor: 'middle' })}${drawText(860, y + 37, last, { size: 20, fill: ink, anchor: 'middle' })}`
    })
    .join('')
  const heads = [
    ['9.', 360],
    ['10.', 650],
    ['11.', 860],
  ]
    .map(([text, x]) =>
      drawText(x, top - 16, text, { size: 20, fill: violet, weight: 700, anchor: 'middle' }),
    )
    .join('')
  const legend = [
    '1. Surname',
    '2. Given names',
    '3. Date, place of birth',
    '4a. Issued  4b. Expires',
    '4c. Authority',
    '5. Licence number',
    '7. Signature',
    '8. Address',
    '9. Categories',
    '10. From  11. Until',
    '12. Conditions',
  ]
  return `${drawGround({ wash: ['#dbe5f3', '#f4eef3', '#ead9ea'] })}
  ${heads}${lines}<path d="M330 ${top} H970 M330 ${top + 348} H970 M410 ${top} V${top + 348} M550 ${top} V${top + 348} M755 ${top} V${top + 348}" stroke="${violet}" stroke-width="1.4" opacity=".6"/>
  ${drawText(352, 506, '12.', { size: 18, fill: violet, weight: 700 })}${drawText(400, 506, '01.06  ·  70 ARC', { size: 22, fill: ink, weight: 700 })}
  ${legend.map((text, index) => drawText(44, 118 + index * 31, text, { size: 16, fill: '#4a3d63' })).join('')}
  <svg x="44" y="490" width="96" height="92" viewBox="-8 0 116 110" opacity=".75">${drawEmblem({ ink: violet, paper: '#efe6f2', sun: '#e3a94f' })}</svg>
  ${drawText(156, 534, 'REPUBLIC OF', { size: 17, fill: violet, weight: 700, spacing: 1 })}${drawText(156, 556, 'ARCADIA', { size: 17, fill: violet, weight: 700, spacing: 1 })}
  ${drawText(970, 562, person.number, { size: 27, font: 'OCR B', fill: ink, anchor: 'end', spacing: 2 })}
  ${drawText(44, 72, 'LICENCE TO DRIVE', { size: 22, fill: violet, weight: 700, spacing: 1.5 })}
  ${drawMicrotext({ x: 330, y: 584, width: 640, rows: 3, gap: 6, text: 'ARCADIA ROADS OFFICE SPECIMEN', colour: violet, opacity: 0.5 })}
  ${drawSpecimen(560, 330, { size: 118, turn: -17, opacity: 0.24 })}`
}
