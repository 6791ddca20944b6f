import { describe, expect, it } from 'vitest'
import { correctValues, refuseUnlessSendable } from '../../../electron/engine/review/corrections.ts'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import { finding, findingCatalogue, findingCodes } from '../../../electron/shared/finding-codes.ts'
import type { Finding } from '../../../electron/shared/finding-codes.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'

const item = { entityId: '4711', mediaType: 'LETTER', fields: { branch: 'Oslo', year: '2026' } }

describe('the values after a correction', () => {
  it('are those that were, where nothing was touched', () => {
    expect(correctValues(item, {})).toEqual({ ...item, byPerson: false })
    expect(
      correctValues(item, { entityId: ' 4711 ', mediaType: 'LETTER', fields: { ...item.fields } }),
    ).toEqual({
      ...item,
      byPerson: false,
    })
  })

  it('are cleaned of what a keyboard adds', () => {
    const corrected = correctValues(item, {
      entityId: '\tA\u0301 ',
      mediaType: ' ',
      fields: { branch: ' Bergen ', year: '  ', city: 'A\u030alesund' },
    })
    expect(corrected).toEqual({
      entityId: 'Á',
      mediaType: null,
      fields: { branch: 'Bergen', city: 'Ålesund' },
      byPerson: true,
    })
  })

  it.each([
    [{ branch: 'Oslo' }, true],
    [{ branch: 'Oslo', year: '2027' }, true],
    [{ branch: 'Oslo', year: '2026', city: 'x' }, true],
    [{ branch: 'Oslo', toString: 'x' }, true],
    [{ year: '2026', branch: 'Oslo' }, false],
  ])('replace all further values together: %j', (fields, byPerson) => {
    expect(correctValues(item, { fields })).toEqual({ ...item, fields, byPerson })
  })
})

describe('an approval', () => {
  /** What is in the way, or null. */
  function refusalOf(
    findings: readonly Finding[],
    { reason, ...values }: { entityId?: string | null; mediaType?: string | null; reason?: string } = {},
  ): string | null {
    try {
      refuseUnlessSendable({ ...item, ...values }, findings, reason)
      return null
    } catch (error) {
      if (error instanceof IntrayError && error.code === 'item_blocked') return error.detail
      throw error
    }
  }

  it('goes through where nothing blocks', () => {
    expect(refusalOf([])).toBeNull()
    expect(refusalOf([finding('picture_blank', sayAsWritten('It is.'))])).toBeNull()
  })

  it.each([
    [{ entityId: null }, 'The entity is missing.'],
    [{ mediaType: null }, 'The media type is missing.'],
    [{ entityId: 'a ü' }, 'The entity id cannot be sent: it holds “ ”, “ü”.'],
    [{ entityId: 'x'.repeat(129) }, 'The entity id cannot be sent: it is too long.'],
    [
      { entityId: '../x' },
      'The entity id cannot be sent: a part of it is “.” or “..”, which no address can carry.',
    ],
  ])('is refused without values that can be sent: %j', (values, words) => {
    expect(refusalOf([], { ...values, reason: 'I want it.' })).toBe(words)
  })

  it.each(findingCodes.map((code) => [code, findingCatalogue[code].overridable] as const))(
    'in spite of a blocking %s needs a reason, if it is possible at all: %s',
    (code, overridable) => {
      const blocking: Finding = { code, severity: 'block', evidence: 'So it is.' }
      const words = overridable ? 'So it is. Give a reason to send it all the same.' : 'So it is.'
      expect(refusalOf([blocking])).toBe(words)
      expect(refusalOf([blocking], { reason: '  ' })).toBe(words)
      expect(refusalOf([blocking], { reason: 'I looked.' })).toBe(overridable ? null : words)
    },
  )

  it('names what nobody can set aside first', () => {
    const findings = [
      finding('entity_unknown', sayAsWritten('Unknown.')),
      finding('damaged', sayAsWritten('It breaks off.')),
    ]
    expect(refusalOf(findings)).toBe('It breaks off.')
    expect(refusalOf(findings, { reason: 'I looked.' })).toBe('It breaks off.')
  })
})
