import { drawText } from './text.mjs'

/** Letters without accents, everything else as the filler `<`. */
const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '<')
const shortDate = (iso) => iso.slice(2).replaceAll('-', '')

/** The check digit of ICAO Doc 9303: weights 7, 3, 1. */
function checkDigit(text) {
  const value = (sign) => (sign === '<' ? 0 : /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55)
  return String([...text].reduce((sum, sign, index) => sum + value(sign) * [7, 3, 1][index % 3], 0) % 10)
}

const withCheck = (text) => text + checkDigit(text)
const names = (person) => `${plain(person.surname)}<<${plain(person.given)}`

/** Three lines of 30 signs (TD1), as on the back of a card. @param {import('../cast.mjs').Person} person */
export function cardLines(person) {
  const number = withCheck(plain(person.number).padEnd(9, '<').slice(0, 9))
  const born = withCheck(shortDate(person.born))
  const expires = withCheck(shortDate(person.expires))
  const first = `I<ARC${number}`.padEnd(30, '<')
  const second = `${born}${person.sex}${expires}ARC`.padEnd(29, '<')
  const whole = checkDigit(first.slice(5) + born + expires + second.slice(18))
  return [first, second + whole, names(person).padEnd(30, '<').slice(0, 30)]
}

/** Two lines of 44 signs (TD3), as in a passport. @param {import('../cast.mjs').Person} person */
export function passportLines(person) {
  const number = withCheck(plain(person.number).padEnd(9, '<').slice(0, 9))
  const born = withCheck(shortDate(person.born))
  const expires = withCheck(shortDate(person.expires))
  const spare = withCheck('<'.repeat(14))
  const whole = checkDigit(number + born + expires + spare)
  return [
    `P<ARC${names(person)}`.padEnd(44, '<').slice(0, 44),
    `${number}ARC${born}${person.sex}${expires}${spare}${whole}`,
  ]
}

/** The advance of OCR B in em; all its signs have the same. */
const advance = 0.7236

/**
 * Lines of a machine-readable zone, set as large as fills the width.
 * @param {string[]} lines
 * @param {{ x: number, y: number, width: number, gap: number }} place
 */
export function drawZone(lines, { x, y, width, gap }) {
  return lines
    .map((line, row) =>
      drawText(x, y + row * gap, line, {
        size: width / (line.length * advance),
        font: 'OCR B',
        fill: '#15181c',
      }),
    )
    .join('')
}
