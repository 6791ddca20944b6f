import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { practiceKey, sandboxOptionsSchema } from '../../../electron/engine/sandbox/options.ts'

describe('the options', () => {
  it('default to the documented guesses', () => {
    expect(sandboxOptionsSchema.parse({})).toMatchObject({
      port: 0,
      organisation: 'practice',
      keys: [{ key: practiceKey, environment: 'sandbox' }],
      createUnknownEntities: false,
      ratePerSecond: 200,
      maxFileBytes: 5_000_000,
      tooLargeStatus: 400,
      strictExtensions: true,
      repeats: 'append',
      placeholderStatus: 404,
      wrongOrganisationStatus: 404,
      lagMs: 0,
      errorBody: 'full',
      retryAfterSeconds: null,
      storeFile: null,
      faults: { script: [], chance: null },
    })
  })

  it('are the same when they are parsed twice', () => {
    const once = sandboxOptionsSchema.parse({
      keys: [{ key: 'a' }],
      faults: {
        script: [{ kind: 'hang' }],
        chance: { seed: 1, rate: 0.1, kinds: ['junk', { kind: 'delay' }] },
      },
    })
    expect(sandboxOptionsSchema.parse(once)).toEqual(once)
  })

  it('name what is wrong', () => {
    const wrong = sandboxOptionsSchema.safeParse({
      lagMS: 5,
      entities: ['a b'],
      faults: { script: [{ kind: 'explode' }] },
    })
    const text = wrong.success ? '' : z.prettifyError(wrong.error)
    expect(text).toContain('lagMS')
    expect(text).toContain('entities[0]')
    expect(text).toContain('faults.script[0].kind')
  })

  it('can be published as a JSON Schema', () => {
    expect(z.toJSONSchema(sandboxOptionsSchema, { io: 'input' })).toMatchObject({ type: 'object' })
  })
})
