import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markOf, tracesTo, uploadName } from '../../../electron/engine/upload/upload-name.ts'
import type { NamedAttempt } from '../../../electron/engine/upload/upload-name.ts'
import { fileFamilies } from '../../../electron/shared/file-families.ts'
import type { FileFamilyId } from '../../../electron/shared/file-families.ts'

const families = Object.keys(fileFamilies) as FileFamilyId[]

function nameOf(originalName: string, family: FileFamilyId = 'jpg'): string {
  return uploadName({ originalName, family, ledgerId: 'k7m2xq', itemId: 41, attemptNumber: 1 })
}

describe('the name of an upload', () => {
  it.each([
    ['C-10293_id-front.jpg', 'C-10293_id-front-k7m2xq-41-1.jpg'],
    ['C-1.JPEG', 'C-1-k7m2xq-41-1.jpg'],
    ['Führerschein Müller.jpeg', 'Fuhrerschein_Muller-k7m2xq-41-1.jpg'],
    ['Fu\u0308hrerschein.jpeg', 'Fuhrerschein-k7m2xq-41-1.jpg'],
    ['Straße Øre Łódź Þór œuvre.jpg', 'Strasse_Ore_Lodz_Thor_oeuvre-k7m2xq-41-1.jpg'],
    ['паспорт.jpg', 'scan-k7m2xq-41-1.jpg'],
    ['護照 front.jpg', 'front-k7m2xq-41-1.jpg'],
    ['😀.jpg', 'scan-k7m2xq-41-1.jpg'],
    ['..jpg', 'scan-k7m2xq-41-1.jpg'],
    ['', 'scan-k7m2xq-41-1.jpg'],
    ['.jpg', 'jpg-k7m2xq-41-1.jpg'],
    ['../../etc/passwd', 'etc_passwd-k7m2xq-41-1.jpg'],
    ['a"b\\c\r\nd;e.jpg', 'a_b_c_d_e-k7m2xq-41-1.jpg'],
    ['letter.v2', 'letter_v2-k7m2xq-41-1.jpg'],
    ['shell.php.jpg', 'shell_php-k7m2xq-41-1.jpg'],
    ['-_-.jpg', 'scan-k7m2xq-41-1.jpg'],
    ['Ａ４ ｓｃａｎ.jpg', 'A4_scan-k7m2xq-41-1.jpg'],
  ])('%j becomes %s', (originalName, name) => {
    expect(nameOf(originalName)).toBe(name)
  })

  it('ends in the extension under which the family is sent', () => {
    expect(nameOf('scan.tif', 'tiff')).toMatch(/\.tiff$/)
    expect(nameOf('DSC_1.NEF', 'raw')).toBe('DSC_1-k7m2xq-41-1.raw')
  })

  it('needs a ledger id that leaves a trace', () => {
    const attempt = { originalName: 'a.jpg', family: 'jpg', itemId: 1, attemptNumber: 1 } as const
    expect(() => uploadName({ ...attempt, ledgerId: '--' })).toThrow(TypeError)
  })
})

describe('the trace back', () => {
  const attempts: fc.Arbitrary<NamedAttempt> = fc.record({
    originalName: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a-k7m2xq-41-1.jpg', 'x-led-1-1', 'scan-1-2-3.pdf'),
    ),
    family: fc.constantFrom(...families),
    ledgerId: fc.stringMatching(/^[a-z0-9]{1,8}$/),
    itemId: fc.integer({ min: 1, max: 10_000_000 }),
    attemptNumber: fc.integer({ min: 1, max: 1_000 }),
  })

  it('finds the attempt of every name', () => {
    fc.assert(
      fc.property(attempts, (attempt) => {
        const name = uploadName(attempt)
        expect(name).toMatch(/^[A-Za-z0-9_-]+\.[a-z0-9]+$/)
        expect(name.length).toBeLessThan(150)
        expect(tracesTo(name, attempt.ledgerId, attempt.itemId)).toBe(attempt.attemptNumber)
      }),
    )
  })

  it('leads to no other attempt of any ledger', () => {
    fc.assert(
      fc.property(attempts, attempts, (one, other) => {
        const same = one.ledgerId === other.ledgerId && one.itemId === other.itemId
        expect(tracesTo(uploadName(one), other.ledgerId, other.itemId)).toBe(same ? one.attemptNumber : null)
        if (!same || one.attemptNumber !== other.attemptNumber) {
          expect(uploadName({ ...one, originalName: 'x' })).not.toBe(
            uploadName({ ...other, originalName: 'x' }),
          )
        }
      }),
    )
  })

  it('is not led astray by numbers and ids that look alike', () => {
    const name = uploadName({
      originalName: 'a.jpg',
      family: 'jpg',
      ledgerId: 'ab',
      itemId: 17,
      attemptNumber: 2,
    })
    expect(tracesTo(name, 'ab', 17)).toBe(2)
    expect(tracesTo(name, 'ab', 7)).toBeNull()
    expect(tracesTo(name, 'b', 17)).toBeNull()
    expect(tracesTo(name, 'AB', 17)).toBeNull()
    expect(tracesTo(`${name}.jpg`, 'ab', 17)).toBeNull()
    expect(tracesTo('a-ab-17-02.jpg', 'ab', 17)).toBeNull()
    expect(tracesTo('-ab-17-2.jpg', 'ab', 17)).toBeNull()
    expect(tracesTo('passport.jpg', 'ab', 17)).toBeNull()
  })
})

describe('the mark of a name', () => {
  it('stays when the rest of the name is respelled, and is that of one attempt only', () => {
    expect(markOf(nameOf('Zoë.jpg'))).toBe('k7m2xq-41-1')
    expect(markOf('ZO_ (1)-k7m2xq-41-1.jpeg')).toBe('k7m2xq-41-1')
    expect(markOf('passport-k7m2xq-41-12.jpg')).toBe('k7m2xq-41-12')
  })

  it.each(['passport.jpg', 'passport_front', '-41-1.jpg', 'a-k7m2x-41-1.jpg', 'a-k7m2xq-041-1.jpg', ''])(
    'is none in %j',
    (name) => {
      expect(markOf(name)).toBeNull()
    },
  )
})
