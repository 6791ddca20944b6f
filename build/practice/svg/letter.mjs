import { drawText, drawSpecimen } from './text.mjs'

/** A4 in units of 96 per inch. */
export const pageSize = { width: 794, height: 1123 }

const ordinary = (name) => name.toLowerCase().replace(/(^|[\s-])\S/g, (letter) => letter.toUpperCase())
const fullName = (person) => `${ordinary(person.given)} ${ordinary(person.surname)}`
const lines = (x, y, gap, texts, style) =>
  texts.map((text, index) => drawText(x, y + index * gap, text, style)).join('')
const page = (drawing) => `<rect width="794" height="1123" fill="#fff"/>${drawing}`

function drawAddress(person, y) {
  return (
    drawText(72, y - 26, 'If undelivered: P.O. Box 1, 1000 Highmere, Arcadia', { size: 9, fill: '#7a8790' }) +
    lines(72, y, 21, [fullName(person), ...person.address, 'Republic of Arcadia'], { size: 15 })
  )
}

function drawMeter(x, y, values, colour) {
  const months = ['Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct']
  const bars = values.map(
    (value, index) =>
      `<rect x="${x + index * 52}" y="${y - value}" width="34" height="${value}" rx="3" fill="${colour}" opacity="${index === 11 ? 1 : 0.45}"/>${drawText(x + index * 52 + 17, y + 18, months[index], { size: 10.5, fill: '#5d6b75', anchor: 'middle' })}`,
  )
  return `${bars.join('')}<path d="M${x - 6} ${y + 1} H${x + 620}" stroke="#b9c5cc" stroke-width="1"/>`
}

function drawTable(y, rows, { head, colour }) {
  const cells = ([left, middle, right], top, style) =>
    drawText(86, top, left, style) +
    drawText(480, top, middle, { ...style, anchor: 'end' }) +
    drawText(708, top, right, { ...style, anchor: 'end' })
  const body = rows.map(
    (row, index) =>
      `${index % 2 ? '' : `<rect x="72" y="${y + 12 + index * 30}" width="650" height="30" fill="#f2f6f7"/>`}${cells(row, y + 32 + index * 30, { size: 13 })}`,
  )
  return `<rect x="72" y="${y - 20}" width="650" height="32" fill="${colour}"/>${cells(head, y + 1, { size: 12.5, fill: '#fff', weight: 700 })}${body.join('')}`
}

/** A water and light bill: the proof of an address. @param {import('../cast.mjs').Person} person */
export function drawUtilityBill(person) {
  const blue = '#1f6f8b'
  return page(`<path d="M0 0 H794 V14 H0 Z" fill="${blue}"/><path d="M0 14 H794 V19 H0 Z" fill="#efb54a"/>
  <g transform="translate(72 58)"><path d="M24 0 C40 22 48 32 48 46 A24 24 0 0 1 0 46 C0 32 8 22 24 0 Z" fill="${blue}"/><path d="M27 20 L14 46 H24 L20 64 L36 38 H25 Z" fill="#efb54a"/></g>
  ${drawText(138, 92, 'ARCADIA', { size: 27, fill: blue, weight: 700, spacing: 2.4 })}${drawText(138, 116, 'WATER & LIGHT', { size: 16, fill: blue, spacing: 3.2 })}
  ${lines(722, 74, 17, ['Customer service 0800 000 000', 'care@waterandlight.example', 'Quay House, 1000 Highmere'], { size: 11.5, fill: '#5d6b75', anchor: 'end' })}
  ${drawAddress(person, 218)}
  ${lines(500, 218, 22, ['Account', 'Invoice', 'Date', 'Period'], { size: 12.5, fill: '#5d6b75' })}
  ${lines(722, 218, 22, ['70 211 884', 'W-2026-10-3391', '2 November 2026', '1–31 October 2026'], { size: 13, weight: 700, anchor: 'end' })}
  ${drawText(72, 366, 'Your bill for October', { size: 27, weight: 700, fill: '#17323d' })}
  ${drawText(72, 394, `Supply address: ${person.address.join(', ')}`, { size: 13.5, fill: '#3d4c55' })}
  ${drawTable(
    446,
    [
      ['Water, standing charge', '31 days', '6.20'],
      ['Water, 11 m³', '1.85 per m³', '20.35'],
      ['Electricity, standing charge', '31 days', '9.30'],
      ['Electricity, 214 kWh', '0.21 per kWh', '44.94'],
      ['Municipal levy', '4 %', '3.23'],
    ],
    { head: ['Description', 'Quantity', 'Crowns'], colour: blue },
  )}
  <rect x="440" y="624" width="282" height="50" rx="6" fill="#e8f3f6"/>${drawText(458, 656, 'To pay by 23 November', { size: 13.5, fill: blue, weight: 700 })}${drawText(706, 657, '84.02', { size: 21, fill: blue, weight: 700, anchor: 'end' })}
  ${drawText(72, 734, 'Your use over the year, kWh', { size: 14.5, weight: 700, fill: '#17323d' })}${drawMeter(80, 868, [92, 106, 112, 101, 88, 70, 58, 49, 46, 52, 66, 84], blue)}
  ${lines(72, 934, 19, ['The amount will be collected from your account on 23 November 2026; you need not do anything.', 'This letter confirms that the supply address above is registered in your name.', 'Arcadia, its water and its light are invented. This page is a specimen for practice.'], { size: 12.5, fill: '#3d4c55' })}
  <path d="M72 1038 H722" stroke="#c8d3d8"/>${drawText(72, 1060, 'Arcadia Water & Light Cooperative · Registered in Highmere under No. 000-417 · Page 1 of 1', { size: 10, fill: '#7a8790' })}
  ${drawSpecimen(397, 580, { size: 104, turn: -32, opacity: 0.2 })}`)
}

/** A bank's statement. @param {import('../cast.mjs').Person} person */
export function drawStatement(person) {
  const green = '#22543f'
  const rows = [
    ['02 Oct  Opening balance', '', '2,418.60'],
    ['03 Oct  Halden Bakery', '– 7.40', '2,411.20'],
    ['05 Oct  Salary, Lantern Books', '+ 2,960.00', '5,371.20'],
    ['07 Oct  Rent, 14 Lantern Quay', '– 1,120.00', '4,251.20'],
    ['09 Oct  Ferry season ticket', '– 64.00', '4,187.20'],
    ['12 Oct  Arcadia Water & Light', '– 84.02', '4,103.18'],
    ['15 Oct  Orchard Grocers', '– 51.75', '4,051.43'],
    ['18 Oct  Savings', '– 400.00', '3,651.43'],
    ['21 Oct  Theatre on the Quay', '– 38.00', '3,613.43'],
    ['24 Oct  Halden Bakery', '– 9.10', '3,604.33'],
    ['27 Oct  Dr Tilleroy', '– 45.00', '3,559.33'],
    ['30 Oct  Interest', '+ 1.18', '3,560.51'],
  ]
  return page(`<rect width="794" height="118" fill="${green}"/><g transform="translate(72 34)" fill="none" stroke="#f0e3bd" stroke-width="4"><path d="M0 50 H54 M4 42 H50 M8 40 V20 M20 40 V20 M34 40 V20 M46 40 V20 M2 18 L27 2 L52 18 Z"/></g>
  ${drawText(144, 70, 'Bank of Port Halden', { size: 29, fill: '#f7f0dc', font: 'P052', weight: 700 })}${drawText(722, 70, 'Statement of account', { size: 16, fill: '#d9e6dd', anchor: 'end' })}
  ${drawAddress(person, 190)}
  ${lines(500, 190, 22, ['Account', 'Statement', 'Period', 'Currency'], { size: 12.5, fill: '#5d6b75' })}
  ${lines(722, 190, 22, ['0000 4417 0820', 'No. 10 of 2026', '1–31 October 2026', 'Arcadian crown'], { size: 13, weight: 700, anchor: 'end' })}
  ${drawText(72, 340, 'October 2026', { size: 26, weight: 700, fill: green, font: 'P052' })}
  ${drawTable(392, rows, { head: ['Date and description', 'Amount', 'Balance'], colour: green })}
  <rect x="440" y="792" width="282" height="50" rx="6" fill="#e9f1ec"/>${drawText(458, 823, 'Closing balance', { size: 13.5, fill: green, weight: 700 })}${drawText(706, 824, '3,560.51', { size: 20, fill: green, weight: 700, anchor: 'end' })}
  ${lines(72, 892, 19, ['Please tell us within 60 days if anything on this page is not yours.', 'The bank, the crowns and the baker are invented. This page is a specimen for practice.'], { size: 12.5, fill: '#3d4c55' })}
  <path d="M72 1038 H722" stroke="#c8d3d8"/>${drawText(72, 1060, 'Bank of Port Halden · 1 Lantern Quay · 2040 Port Halden · Page 1 of 1', { size: 10, fill: '#7a8790' })}
  ${drawSpecimen(397, 560, { size: 104, turn: -32, opacity: 0.22 })}`)
}

/** An employer's letter. @param {import('../cast.mjs').Person} person */
export function drawEmployerLetter(person) {
  const rust = '#8a4a2c'
  return page(`<path d="M72 96 H722" stroke="${rust}" stroke-width="2"/>${drawText(72, 82, 'Lantern Books', { size: 32, fill: rust, font: 'P052', weight: 700 })}${drawText(722, 82, 'Publishers since 1887', { size: 14, fill: rust, font: 'P052', anchor: 'end' })}
  ${drawAddress(person, 190)}${drawText(722, 190, 'Port Halden, 9 November 2026', { size: 13.5, anchor: 'end', font: 'P052' })}
  ${drawText(72, 336, 'To whom it may concern', { size: 18, weight: 700, font: 'P052' })}
  ${lines(72, 380, 25, [`We confirm that ${fullName(person)} has been with us as an editor since`, '1 March 2019, on a permanent contract of 38 hours a week, and lives at the', 'address above.', '', 'This letter is given at the request of our colleague, for the purposes of', 'identification, and has been invented for practice.', '', 'Yours faithfully,'], { size: 16, font: 'P052', fill: '#22262b' })}
  ${drawText(76, 636, 'Ottoline Marsh', { size: 44, font: 'Z003', fill: '#20304f' })}${drawText(72, 668, 'Ottoline Marsh, Head of Staff', { size: 14, font: 'P052' })}
  <path d="M72 1038 H722" stroke="#d8c4b8"/>${drawText(72, 1060, 'Lantern Books · 20 Lantern Quay · 2040 Port Halden · Republic of Arcadia', { size: 10, fill: '#8c7a70' })}
  ${drawSpecimen(397, 520, { size: 104, turn: -32, opacity: 0.2 })}`)
}
