import type { BundleFault } from '../../../shared/evidence.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'

/** Says what is wrong with a line, or with the bundle as a whole (null). */
export type Complain = (line: number | null, sentence: Sentence) => void

/** More than these are not told: the first ones say where to look. */
const maxFaults = 100

export interface Complaints {
  readonly complain: Complain
  readonly faults: readonly BundleFault[]
  isFull(): boolean
}

export function createComplaints(): Complaints {
  const faults: BundleFault[] = []
  return {
    complain(line, sentence) {
      if (faults.length < maxFaults) faults.push({ line, ...sentence })
      else if (faults.length === maxFaults) faults.push({ line: null, ...say('more_faults') })
    },
    faults,
    isFull: () => faults.length > maxFaults,
  }
}
