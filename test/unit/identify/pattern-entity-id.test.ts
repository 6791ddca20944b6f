import { describe, expect, it } from 'vitest'
import { passesCheck } from '../../../electron/engine/identify/naming/check-digit.ts'
import {
  checkEntityId,
  compileEntityIdFormat,
} from '../../../electron/engine/identify/naming/entity-id-format.ts'

describe('a check digit', () => {
  it.each([
    // ISO/IEC 7812 and 3GPP TS 23.003: numbers published for tests, and an IMEI.
    ['luhn', '79927398713'],
    ['luhn', '4111 1111 1111 1111'],
    ['luhn', '49-015420-323751-8'],
    // Legal entity identifiers (ISO 17442), and an IBAN's number with the country at its end (ISO 13616).
    ['mod_97', 'HWUPKR0MPOU8FGXBT394'],
    ['mod_97', '5493006mhb84dd0zwv18'],
    ['mod_97', 'WEST12345698765432GB82'],
    ['mod_97', '79444'],
    // A Norwegian organisation's number and account's number, and one with 10 as its check.
    ['mod_11', '974 760 673'],
    ['mod_11', '8601.11.17947'],
    ['mod_11', '0365327'],
    ['mod_11', '06X'],
  ] as const)('%s proves %s', (by, text) => {
    expect(passesCheck(by, text)).toBe(true)
  })

  it.each([
    ['luhn', '79927398710'],
    ['luhn', '7'],
    ['luhn', ''],
    ['mod_97', 'HWUPKR0MPOU8FGXBT395'],
    ['mod_97', '5493006MHB84DD0ZWV81'],
    ['mod_97', '1'],
    ['mod_97', 'ABC'],
    ['mod_11', '974760674'],
    ['mod_11', '947760673'],
    ['mod_11', 'X16'],
    ['mod_11', ''],
  ] as const)('%s refuses “%s”', (by, text) => {
    expect(passesCheck(by, text)).toBe(false)
  })

  it.each(['luhn', 'mod_97', 'mod_11'] as const)('%s finds every single wrong digit', (by) => {
    const right = { luhn: '79927398713', mod_97: '79444', mod_11: '974760673' }[by]
    for (let at = 0; at < right.length; at += 1) {
      for (const digit of '0123456789') {
        const text = right.slice(0, at) + digit + right.slice(at + 1)
        expect(passesCheck(by, text), text).toBe(text === right)
      }
    }
  })
})

describe('checkEntityId', () => {
  const check = (entityId: string, pattern: string, checkDigit: 'none' | 'luhn' = 'none') =>
    checkEntityId(compileEntityIdFormat({ pattern, checkDigit }).format, entityId)

  it('takes every form where none is set', () => {
    expect(check('anything', '')).toBeNull()
  })

  it('wants the whole entity id to have the form', () => {
    expect(check('C4711', 'C\\d{4}')).toBeNull()
    expect(check('C47111', 'C\\d{4}')?.words).toBe('“C47111” does not have the form “C\\d{4}”.')
  })

  it('proves it by its check digit', () => {
    expect(check('79927398713', '', 'luhn')).toBeNull()
    expect(check('79927398731', '', 'luhn')?.words).toBe(
      'The check digit (Luhn) of “79927398731” is wrong: a character is mistyped, missing or in the wrong place.',
    )
  })
})
