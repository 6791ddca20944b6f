import type { BundleReport } from '../shared/evidence.ts'
import { verifyBundle } from './evidence/bundle/bundle-verification.ts'
import { readSetAnchors } from './ledger-proof.ts'

/** The check of a sealed bundle that a person chose in the window. */
export interface BundleCheck {
  /** Holds it against the anchors of the file too. Null where the person ended it. Throws `bundle_refused`. */
  run(path: string, anchorFile: string): Promise<BundleReport | null>
  /** Ends the check that runs. */
  cancel(): void
}

/** A check that is done sooner needs no word of its progress. */
const quietMs = 400

export function createBundleCheck(
  onProgress: (share: number) => void,
  monotonicMs: () => number,
): BundleCheck {
  let running: AbortController | null = null
  return {
    async run(path, anchorFile) {
      // A new check takes the place of one that nobody waits for any more.
      running?.abort()
      const control = new AbortController()
      running = control
      const { signal } = control
      const startedAtMs = monotonicMs()
      try {
        const { anchors } = await readSetAnchors(anchorFile)
        return await verifyBundle(path, {
          anchors: anchors ?? [],
          signal,
          progress: (share) => {
            if (monotonicMs() - startedAtMs >= quietMs) onProgress(share)
          },
        })
      } catch (error) {
        if (signal.aborted) return null
        throw error
      } finally {
        if (running === control) running = null
      }
    },
    cancel() {
      running?.abort()
    },
  }
}
