import { calls, isCallName } from '../shared/contract.ts'
import type { CallName, CallsOwnedBy, ParsedInput } from '../shared/contract.ts'
import { IntrayError } from '../shared/error-codes.ts'

export type WindowCallName = CallsOwnedBy<'engine' | 'main'>

/** A call of the window whose name and input were checked. */
export type WindowCall = {
  [Name in WindowCallName]: {
    readonly name: Name
    readonly owner: 'engine' | 'main'
    readonly input: ParsedInput<Name>
  }
}[WindowCallName]

/**
 * Checks what the window sent against the contract. The words name fields, never their values: one may be a key.
 * @throws {IntrayError} `input_invalid`
 */
export function parseWindowCall(name: unknown, input: unknown): WindowCall {
  if (!isCallName(name) || !isForWindow(name))
    throw new IntrayError('input_invalid', 'There is no such call.')
  const parsed = calls[name].input.safeParse(input)
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => path.map(String).join('.')))
    throw new IntrayError('input_invalid', `${name}: ${[...fields].join(', ')}`)
  }
  // The name picks schema and type together; the compiler cannot follow that through a union.
  return { name, owner: calls[name].owner, input: parsed.data } as WindowCall
}

function isForWindow(name: CallName): name is WindowCallName {
  return calls[name].owner !== 'engine_private'
}
