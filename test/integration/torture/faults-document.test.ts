import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { faultSchema } from '../../../electron/engine/sandbox/fault.ts'
import { errorCatalogue } from '../../../electron/shared/error-codes.ts'
import type { ErrorCode } from '../../../electron/shared/error-codes.ts'
import { startEngineProcess } from '../../support/torture/engine-process.ts'
import type { EngineProcess } from '../../support/torture/engine-process.ts'
import { attendOnce, itemsIn, untilStatus } from '../../support/torture/person.ts'
import { openTorturePlace } from '../../support/torture/torture-place.ts'
import type { TorturePlace } from '../../support/torture/torture-place.ts'

const document = readFileSync(join(import.meta.dirname, '../../../docs/faults.md'), 'utf8')
const lines = document
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:fault|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

/** A line of the first table, as the document has it. */
const faults = lines.flatMap(([, fault = '', , code = '', sees = '', does = '']) =>
  fault.startsWith('`{') ? [{ fault: unquoted(fault), code: unquoted(code), sees, does }] : [],
)
const others = lines.filter(([, fault = '']) => !fault.startsWith('`{'))

function unquoted(cell: string): string {
  return cell.replaceAll('`', '')
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code)
}

describe('the document of faults', () => {
  it('misses no fault that the simulator has', () => {
    const documented = faults.map(({ fault }) => faultSchema.parse(JSON.parse(fault)).kind)
    const kinds = faultSchema.options.map((option) => option.shape.kind.value)
    expect([...new Set(documented)].sort()).toEqual([...kinds].sort())
  })

  it('says what the catalogue says, and names tests that are there', () => {
    const told = [
      ...faults,
      ...others.map(([, , code = '', sees = '', does = '']) => ({ code: unquoted(code), sees, does })),
    ].filter(({ code }) => code !== '')
    for (const { code, sees, does } of told) {
      const words = isCode(code) ? errorCatalogue[code] : null
      expect([code, sees, does]).toEqual([code, words?.happened, words?.doing])
    }
    const named = others.flatMap(([, , , , , tests = '']) => unquoted(tests).split(', '))
    expect(named.length).toBeGreaterThan(others.length)
    expect(named.filter((name) => !existsSync(join(import.meta.dirname, `${name}.test.ts`)))).toEqual([])
  })
})

describe('a fault', () => {
  let place: TorturePlace
  let engine: EngineProcess
  beforeAll(async () => {
    place = await openTorturePlace()
    engine = await startEngineProcess(place)
  })
  afterAll(async () => {
    await engine.stop()
    await place.stop()
  })

  it.each(faults.map((line, index) => ({ ...line, entityId: `cust-${String(index)}` })))(
    '$fault is what the document says',
    async ({ fault, code, entityId }) => {
      const aimed = z.record(z.string(), z.json()).parse(JSON.parse(fault))
      const strike = faultSchema.parse({ ...aimed, match: { entityId, method: 'PUT' } })
      place.sandbox.faults.next([strike])
      place.drop(`${entityId}_passport.png`, entityId)
      let outcome = ''
      await untilStatus(
        engine,
        async () => {
          const item = (await itemsIn(engine, [])).find((one) => one.entityId === entityId)
          if (item === undefined) return false
          const { attempts } = await engine.call('items.get', { itemId: item.id })
          outcome = attempts[0]?.outcome ?? 'in_flight'
          return outcome !== 'in_flight'
        },
        { withinMs: 15_000, what: `an attempt under ${fault} ends` },
      )
      expect(outcome).toBe(code === '' ? 'accepted' : code)
      await untilStatus(engine, ({ counts, total }) => counts.uploaded === total, {
        withinMs: 15_000,
        what: `what was struck by ${fault} is uploaded in the end`,
        whileWaiting: () => attendOnce(engine, place),
      })
      expect(place.sandbox.media(entityId)).toHaveLength(1)
    },
    40_000,
  )
})
