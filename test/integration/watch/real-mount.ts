import { execFileSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import type { TestContext } from 'vitest'

/** Mounts for one test. Where the computer lets no test mount, the test is skipped, and the report says why. */
export function mountOrSkip(context: TestContext, options: readonly string[], at: string): void {
  try {
    execFileSync('mount', [...options, at], { stdio: 'pipe' })
  } catch (thrown) {
    context.skip(`This computer lets no test mount a disk: ${String(thrown)}`)
  }
  onTestFinished(() => unmount(at))
}

export function unmount(at: string): void {
  try {
    execFileSync('umount', ['--lazy', at], { stdio: 'pipe' })
  } catch {
    // A test that failed has unmounted it already.
  }
}
