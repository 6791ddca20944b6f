/**
 * A failure that the person at the keyboard can mend: a code for scripts, plain words, and the next step.
 * Printed without a stack, because the stack would say nothing that helps.
 */
export class SetUpError extends Error {
  /**
   * @param {string} code snake_case, stable
   * @param {string} message what happened
   * @param {string} nextStep what to do now, with the exact command where there is one
   */
  constructor(code, message, nextStep) {
    super(message)
    this.name = 'SetUpError'
    this.code = code
    this.nextStep = nextStep
  }
}
