import type { InspectedFile } from './identification.ts'
import type { Inspection } from './identify/file-inspection.ts'

export interface UnfinishedFiles {
  /**
   * Parts files that were looked into. `certain`: as they are. `doubtful`: they seem unfinished, and are to be looked
   * at again once they were quiet for long.
   */
  part(files: readonly InspectedFile[]): {
    readonly certain: readonly InspectedFile[]
    readonly doubtful: readonly InspectedFile[]
  }
  forget(path: string): void
}

export interface UnfinishedFilesOptions {
  /** How long a file may be doubted; after that it is taken as it is. */
  longestMs(): number
  /** False: nothing is doubted, as where a person says that all files are finished. */
  isDoubting(): boolean
  monotonicMs(): number
}

interface Doubt {
  readonly sha256: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
  readonly sinceMs: number
}

/**
 * Remembers the files that seem unfinished. A format's missing end, or zeros where the rest should be, can mean that
 * the file is damaged, or that a scanner pauses. It counts as damaged when it is found just so a second time.
 */
export function createUnfinishedFiles(options: UnfinishedFilesOptions): UnfinishedFiles {
  const doubts = new Map<string, Doubt>()

  const isDoubtful = ({ path, sizeBytes, modifiedAtMs, inspection }: InspectedFile): boolean => {
    const before = doubts.get(path)
    doubts.delete(path)
    if (!options.isDoubting() || !seemsUnfinished(inspection)) return false
    const { sha256 } = inspection
    const nowMs = options.monotonicMs()
    const sinceMs = before?.sinceMs ?? nowMs
    const isSame =
      before?.sha256 === sha256 && before.sizeBytes === sizeBytes && before.modifiedAtMs === modifiedAtMs
    if (isSame || nowMs - sinceMs >= options.longestMs()) return false
    doubts.set(path, { sha256, sizeBytes, modifiedAtMs, sinceMs })
    return true
  }

  return {
    part(files) {
      const certain: InspectedFile[] = []
      const doubtful: InspectedFile[] = []
      for (const file of files) (isDoubtful(file) ? doubtful : certain).push(file)
      return { certain, doubtful }
    },
    forget: (path) => void doubts.delete(path),
  }
}

function seemsUnfinished({ findings, endsInZeros }: Inspection): boolean {
  return endsInZeros || findings.some(({ code, severity }) => code === 'damaged' && severity === 'block')
}
