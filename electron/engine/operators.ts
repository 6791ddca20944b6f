import type { Handlers } from '../shared/contract.ts'
import { IntrayError } from '../shared/error-codes.ts'
import type { OperatorState } from '../shared/records.ts'
import type { OperatorSettings } from '../shared/settings/operator.ts'
import type { Log } from './log.ts'
import { isPin, makePin } from './operator-pin.ts'
import { createPinDelays } from './pin-delays.ts'
import { isSamePerson } from './review/second-review.ts'
import { say } from '../shared/sentences/say.ts'

export interface OperatorsOptions {
  /** Who decides where nobody has a PIN. */
  account(): string
  /** Told to the ledger: who signed in, or out. */
  record(kind: 'operator.signed_in' | 'operator.signed_out', name: string): Promise<void>
  onChanged(): void
  monotonicMs(): number
  readonly log: Pick<Log, 'error'>
}

/** Who decides at this computer. Nobody is signed in after a start. */
export interface Operators {
  readonly handlers: Pick<Handlers<'engine'>, Extract<keyof Handlers<'engine'>, `operator.${string}`>>
  /** Takes the PINs of these settings. Whoever has none any more, or another one, is signed out. */
  use(operators: readonly OperatorSettings[]): void
  /** Null while a PIN is needed and nobody has given one. */
  present(): string | null
  /** As `present`; throws `operator_needed` where it is null. */
  needed(): string
}

export function createOperators(options: OperatorsOptions): Operators {
  const delays = createPinDelays(() => options.monotonicMs())
  let operators: readonly OperatorSettings[] = []
  let signedIn: OperatorSettings | null = null
  /** One try at a time: many at once would all be made before the first wrong one counts. */
  let lastTry: Promise<unknown> = Promise.resolve()

  const present = (): string | null => (operators.length === 0 ? options.account() : (signedIn?.name ?? null))

  const state = (): OperatorState => ({
    operator: present(),
    needsPin: operators.length > 0,
    names: operators.map(({ name }) => name),
  })

  const signOut = async (): Promise<void> => {
    if (signedIn === null) return
    const { name } = signedIn
    signedIn = null
    options.onChanged()
    await options.record('operator.signed_out', name)
  }

  const trySigningIn = async (name: string, pin: string): Promise<OperatorState> => {
    const operator = operators.find((one) => isSamePerson(one.name, name))
    if (operator === undefined) throw new IntrayError('pin_refused', say('nobody_has_pin'))
    const waitMs = delays.waitMs(operator.name)
    if (waitMs > 0) {
      throw new IntrayError('pin_refused', say('next_pin_in', { seconds: Math.ceil(waitMs / 1_000) }))
    }
    if (!(await isPin(pin, operator.pin))) {
      delays.noteWrong(operator.name)
      throw new IntrayError('pin_refused')
    }
    delays.noteRight(operator.name)
    // The settings may have changed while the PIN was derived.
    if (!operators.includes(operator)) throw new IntrayError('pin_refused', say('settings_changed'))
    if (signedIn !== operator) {
      await signOut()
      await options.record('operator.signed_in', operator.name)
      signedIn = operator
      options.onChanged()
    }
    return state()
  }

  return {
    handlers: {
      'operator.get': () => Promise.resolve(state()),
      'operator.signIn': ({ name, pin }) => {
        const attempt = lastTry.then(() => trySigningIn(name, pin))
        lastTry = attempt.catch(() => undefined)
        return attempt
      },
      'operator.signOut': async () => {
        await signOut()
        return state()
      },
      'operator.makePin': async ({ pin }) => ({ pin: await makePin(pin) }),
    },
    use(next) {
      const same = next.find(({ name, pin }) => name === signedIn?.name && pin === signedIn.pin)
      operators = next
      if (signedIn === null) return
      const { name } = signedIn
      signedIn = same ?? null
      if (signedIn !== null) return
      options.record('operator.signed_out', name).catch((error: unknown) => {
        options.log.error('signing_out_not_recorded', error)
      })
    },
    present,
    needed() {
      const name = present()
      if (name === null) throw new IntrayError('operator_needed')
      return name
    },
  }
}
