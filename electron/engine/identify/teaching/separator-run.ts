/** Characters that only separate. A word more or less would cost a proposal and no more: each is read back. */
const separators = /^[\s\p{Pd}\p{Pc}.,;~+]+$/u

/** True for text that `{sep}` can stand for. */
export function isSeparator(text: string): boolean {
  return separators.test(text)
}
