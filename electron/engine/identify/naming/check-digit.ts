import type { EntityIdFormat } from '../../../shared/rules.ts'

type CheckedBy = Exclude<EntityIdFormat['checkDigit'], 'none'>

const checks: Readonly<Record<CheckedBy, (characters: string) => boolean>> = {
  luhn: passesLuhn,
  mod_97: passesMod97,
  mod_11: passesMod11,
}

/**
 * Whether the check digits at the end of a text prove the rest of it. Separators and punctuation are passed over, as
 * people write `4539 1488 0343 6467`; letters count in mod 97 alone and are left out by the others.
 */
export function passesCheck(by: CheckedBy, text: string): boolean {
  return checks[by](text.toUpperCase())
}

/** Luhn's formula: ISO/IEC 7812-1, annex B. Every second digit from the right, but not the last, counts double. */
function passesLuhn(text: string): boolean {
  const digits = digitsOf(text)
  if (digits.length < 2) return false
  let sum = 0
  for (const [place, digit] of digits.reverse().entries()) {
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/**
 * ISO/IEC 7064, MOD 97-10, with letters as 10 to 35, as in the legal entity identifier (ISO 17442): two check
 * digits at the end, and the whole number leaves 1.
 */
function passesMod97(text: string): boolean {
  const characters = text.replace(/[^0-9A-Z]/g, '')
  if (!/^[0-9A-Z]+[0-9]{2}$/.test(characters)) return false
  let rest = 0
  for (const character of characters) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/**
 * Modulus 11 with the weights 2, 3, 4, 5, 6, 7, 2, ... from the right, the check digit itself with 1; `X` stands for
 * 10 and only there. The sum leaves no rest.
 */
function passesMod11(text: string): boolean {
  const last = /X[^0-9A-Z]*$/.test(text) ? 10 : null
  const digits = digitsOf(text)
  const numbers = last === null ? digits : [...digits, last]
  if (numbers.length < 2) return false
  let sum = 0
  for (const [place, number] of numbers.reverse().entries())
    sum += number * (place === 0 ? 1 : 2 + ((place - 1) % 6))
  return sum % 11 === 0
}

function digitsOf(text: string): number[] {
  return Array.from(text.replace(/[^0-9]/g, ''), Number)
}
