import { describe, expect, it } from 'vitest'
import { operatorActs, guardActs } from '../../../electron/engine/operator-acts.ts'
import { isPin, makePin } from '../../../electron/engine/operator-pin.ts'
import { createOperators } from '../../../electron/engine/operators.ts'
import { createPinDelays } from '../../../electron/engine/pin-delays.ts'
import { calls } from '../../../electron/shared/contract.ts'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import { operatorSchema } from '../../../electron/shared/settings/operator.ts'

const cheapPin = async (pin: string): Promise<string> => {
  // A tenth of a second for each would make these tests slow; the cost stands in the text.
  const { scryptSync } = await import('node:crypto')
  const salt = Buffer.from('salt-of-the-tests')
  return `scrypt:1024:${salt.toString('base64')}:${scryptSync(pin, salt, 32, { N: 1024, r: 8, p: 1 }).toString('base64')}`
}

describe('a PIN', () => {
  it('is kept as what cannot be read back, and differently each time', async () => {
    const [one, other] = [await makePin('1357'), await makePin('1357')]
    expect(one).not.toBe(other)
    expect(one).not.toContain('1357')
    expect(operatorSchema.safeParse({ name: 'Ada', pin: one }).success).toBe(true)
    expect(await isPin('1357', one)).toBe(true)
    expect(await isPin('1358', one)).toBe(false)
  })

  it('is the same however its characters are composed', async () => {
    expect(await isPin('Zoe\u0308-1', await cheapPin('Zoë-1'))).toBe(true)
  })

  it.each([
    'scrypt:0:AAAA:AAAA',
    'scrypt:3000:AAAA:AAAA',
    'scrypt:1073741824:AAAA:AAAA',
    'scrypt:1024:AAAA:',
    '',
  ])('is none where the kept text is %j', async (kept) => {
    expect(await isPin('1357', kept)).toBe(false)
  })
})

describe('wrong PINs', () => {
  it('make the next try wait, longer each time, for that name alone, until a right one', () => {
    let nowMs = 0
    const delays = createPinDelays(() => nowMs)
    const waits: number[] = []
    for (let index = 0; index < 12; index += 1) {
      delays.noteWrong('Ada')
      const waitMs = delays.waitMs('Ada')
      waits.push(waitMs)
      nowMs += waitMs
    }
    expect(waits).toEqual([
      0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000,
    ])
    expect(delays.waitMs('Grace')).toBe(0)
    delays.noteRight('Ada')
    delays.noteWrong('Ada')
    expect(delays.waitMs('Ada')).toBe(0)
  })

  it('keep even the right one out for that time, also where many are tried at once', async () => {
    let nowMs = 0
    const recorded: string[] = []
    const operators = createOperators({
      account: () => 'account',
      record: (kind, name) => {
        recorded.push(`${kind} ${name}`)
        return Promise.resolve()
      },
      onChanged: () => undefined,
      monotonicMs: () => nowMs,
      log: { error: () => undefined },
    })
    operators.use([{ name: 'Ada', pin: await cheapPin('1357') }])
    const signIn = (pin: string) => operators.handlers['operator.signIn']({ name: 'Ada', pin })

    const tries = await Promise.allSettled(['0000', '0001', '0002', '1357'].map(signIn))
    expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
    await expect(signIn('1357')).rejects.toMatchObject({
      code: 'pin_refused',
      detail: 'The next try is possible in 1 s.',
    })
    expect(operators.present()).toBeNull()
    nowMs += 1_000
    expect(await signIn('1357')).toMatchObject({ operator: 'Ada' })
    await expect(operators.handlers['operator.signIn']({ name: 'Eve', pin: '1357' })).rejects.toMatchObject({
      code: 'pin_refused',
    })
    expect(recorded).toEqual(['operator.signed_in Ada'])
  })
})

describe('settings that change', () => {
  it('sign out whoever has no PIN any more, or another one, and nobody else', async () => {
    const recorded: string[] = []
    const operators = createOperators({
      account: () => 'account',
      record: (kind, name) => {
        recorded.push(`${kind} ${name}`)
        return Promise.resolve()
      },
      onChanged: () => undefined,
      monotonicMs: () => 0,
      log: { error: () => undefined },
    })
    const ada = { name: 'Ada', pin: await cheapPin('1357') }
    expect(operators.needed()).toBe('account')
    operators.use([ada])
    expect(() => operators.needed()).toThrow(new IntrayError('operator_needed'))
    await operators.handlers['operator.signIn']({ name: 'Ada', pin: '1357' })
    operators.use([{ ...ada }, { name: 'Grace', pin: ada.pin }])
    expect(operators.needed()).toBe('Ada')
    operators.use([{ ...ada, pin: await cheapPin('9999') }])
    expect(operators.present()).toBeNull()
    expect(recorded).toEqual(['operator.signed_in Ada', 'operator.signed_out Ada'])
  })
})

describe('acts of a person', () => {
  it('are all that decides or changes; whoever only looks needs nobody', async () => {
    const names = Object.keys(calls)
    const deciding = names.filter(
      (name) => /^(?:review|repair)\./.test(name) || /\.(?:save|run|undo)$/.test(name),
    )
    const acts: readonly string[] = operatorActs
    expect(deciding.filter((name) => !acts.includes(name) && name !== 'preferences.save')).toEqual([])

    const done: string[] = []
    const handler = (name: string) => () => {
      done.push(name)
      return Promise.resolve(null)
    }
    const handlers = guardActs({ 'uploads.pause': handler('pause'), 'status.get': handler('status') }, () => {
      throw new IntrayError('operator_needed')
    })
    await expect(handlers['uploads.pause']()).rejects.toMatchObject({ code: 'operator_needed' })
    await handlers['status.get']()
    expect(done).toEqual(['status'])
  })
})
