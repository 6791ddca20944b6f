import { beforeEach, describe, expect, it } from 'vitest'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import type { OperatorState } from '../../../electron/shared/records.ts'
import { CallFailure } from '../../../renderer/bridge/call-failure.ts'
import { asOperator } from '../../../renderer/operator/as-operator.ts'
import { operatorDesk } from '../../../renderer/operator/operator-desk.svelte.ts'
import { bridgeWindow } from './window-bridge.ts'

const names = ['Anna', 'Bert']
const nobody: OperatorState = { operator: null, needsPin: true, names }
let signedIn: boolean

beforeEach(() => {
  signedIn = false
  operatorDesk.putOff()
  bridgeWindow({
    'operator.get': () => nobody,
    'operator.signIn': ({ name, pin }) => {
      if (pin !== '1234') throw new IntrayError('pin_refused')
      signedIn = true
      return { ...nobody, operator: name }
    },
  })
})

/** A decision that the engine takes only from somebody. */
function decide(): Promise<string> {
  return signedIn ? Promise.resolve('decided') : Promise.reject(refused('operator_needed'))
}

function refused(code: 'operator_needed' | 'stale_item'): CallFailure {
  return new CallFailure({ code, detail: '' })
}

describe('a decision without anybody signed in', () => {
  it('opens the dialog, and is repeated after somebody signed in', async () => {
    const decision = asOperator(decide)
    await expect.poll(() => operatorDesk.state?.names).toEqual(names)
    expect(operatorDesk.open).toBe(true)
    expect(operatorDesk.hasWaiting).toBe(true)
    expect(await operatorDesk.signIn('Anna', '1234')).toBe(true)
    expect(await decision).toBe('decided')
    expect(operatorDesk.open).toBe(false)
  })

  it('waits through a wrong PIN', async () => {
    const decision = asOperator(decide)
    await expect.poll(() => operatorDesk.open).toBe(true)
    expect(await operatorDesk.signIn('Anna', '9999')).toBe(false)
    expect(operatorDesk.failure?.code).toBe('pin_refused')
    expect(operatorDesk.open).toBe(true)
    await operatorDesk.signIn('Bert', '1234')
    expect(await decision).toBe('decided')
  })

  it('fails as it was when nobody wants to sign in', async () => {
    const decision = asOperator(decide)
    await expect.poll(() => operatorDesk.open).toBe(true)
    operatorDesk.putOff()
    await expect(decision).rejects.toMatchObject({ failure: { code: 'operator_needed' } })
  })
})

it('lets every other failure through at once', async () => {
  await expect(asOperator(() => Promise.reject(refused('stale_item')))).rejects.toMatchObject({
    failure: { code: 'stale_item' },
  })
  expect(operatorDesk.open).toBe(false)
})
