import { failureOf } from '../bridge/call-failure.ts'
import { operatorDesk } from './operator-desk.svelte.ts'

/**
 * Asks for a decision. Where nobody is signed in, somebody is asked to, and the decision is repeated after.
 * @throws {CallFailure} as the call does; `operator_needed` where nobody wants to sign in.
 */
export async function asOperator<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (thrown) {
    if (failureOf(thrown).code !== 'operator_needed' || !(await operatorDesk.askToSignIn())) throw thrown
    return ask()
  }
}
