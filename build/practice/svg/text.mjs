const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** @param {string} text */
export const escapeText = (text) => text.replace(/[&<>]/g, (sign) => escapes[sign])

/**
 * One line of text.
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {{ size: number, fill?: string, font?: string, weight?: string | number, spacing?: number, anchor?: string, opacity?: number, more?: string }} style
 */
export function drawText(
  x,
  y,
  text,
  {
    size,
    fill = '#1d2733',
    font = 'Nimbus Sans',
    weight = 400,
    spacing = 0,
    anchor = 'start',
    opacity = 1,
    more = '',
  },
) {
  return `<text x="${x}" y="${y}" font-family="${font}" font-size="${size}" font-weight="${weight}" letter-spacing="${spacing}" text-anchor="${anchor}" fill="${fill}" opacity="${opacity}" ${more}>${escapeText(text)}</text>`
}

/** A printed label with its value below it, as on cards. */
export function drawField(
  x,
  y,
  label,
  value,
  { ink = '#1b2430', tint = '#4a6473', size = 25, font = 'Nimbus Sans' } = {},
) {
  return (
    drawText(x, y, label, { size: 12.5, fill: tint, spacing: 0.3 }) +
    drawText(x, y + size + 1, value, { size, fill: ink, weight: 700, font, spacing: 0.4 })
  )
}

/** The word that marks every drawing as an invention. */
export function drawSpecimen(x, y, { size, turn = -18, colour = '#b3202c', opacity = 0.34 }) {
  return `<g transform="translate(${x} ${y}) rotate(${turn})" opacity="${opacity}">${drawText(0, size * 0.35, 'SPECIMEN', { size, fill: 'none', weight: 700, spacing: size * 0.14, anchor: 'middle', more: `stroke="${colour}" stroke-width="${Math.max(1.6, size / 38)}"` })}</g>`
}

/** `1991-04-17` as `17 APR 1991`. */
export function printDate(iso) {
  const [year, month, day] = iso.split('-')
  const names = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
  return `${day} ${names[Number(month) - 1]} ${year}`
}

/** @param {import('../cast.mjs').Person} person a signature's words, in ordinary case */
export function signatureOf(person) {
  const ordinary = (name) => name.toLowerCase().replace(/(^|\s)\S/g, (letter) => letter.toUpperCase())
  return `${ordinary(person.given.split(' ')[0])} ${ordinary(person.surname)}`
}
