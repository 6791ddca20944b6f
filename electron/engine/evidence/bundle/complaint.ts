import type { BundleReport } from '../../../shared/evidence.ts'

/** Says what is wrong with a line, or with the bundle as a whole (null). */
export type Complain = (line: number | null, words: string) => void

/** More than these are not told: the first ones say where to look. */
const maxFaults = 100

export interface Complaints {
  readonly complain: Complain
  readonly faults: BundleReport['faults']
  isFull(): boolean
}

export function createComplaints(): Complaints {
  const faults: { readonly line: number | null; readonly words: string }[] = []
  return {
    complain(line, words) {
      if (faults.length < maxFaults) faults.push({ line, words })
      else if (faults.length === maxFaults) faults.push({ line: null, words: 'And more faults.' })
    },
    faults,
    isFull: () => faults.length > maxFaults,
  }
}
