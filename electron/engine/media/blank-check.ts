import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'
import type { FileFamilyId } from '../../shared/file-families.ts'
import { isBlankSheet } from './blank-sheet.ts'
import type { SheetMarks } from './blank-sheet.ts'
import { createDecoderThread } from './decoder-thread.ts'
import type { ThreadRefusal } from './decoder-thread.ts'
import type { MeasurableFamily } from './decoder-job.ts'

export interface Blankness {
  readonly blank: boolean
  /** What was seen, for a person. */
  readonly seen: Sentence
}

export interface BlankCheck {
  /**
   * Decodes a picture in a thread of its own and looks whether anything stands on any of its pages. Null when that
   * cannot be told. Never rejects; one picture is measured at a time.
   */
  isBlank(
    path: string,
    family: FileFamilyId,
    sizeBytes: number,
    widthPx: number,
    heightPx: number,
  ): Promise<Blankness | null>
  /** Ends the thread. What is being measured, or comes later, cannot be told any more. */
  stop(): Promise<void>
}

export interface BlankCheckOptions {
  /** The built or plain file of `preview-worker.ts`. */
  readonly workerFile: URL | string
  /** How long one picture may take. */
  readonly limitMs?: number
  readonly idleMs?: number
  /** Told why a picture could not be measured, by code. */
  onFailure(refusal: Exclude<ThreadRefusal, 'stopped'>): void
}

/** Starts its thread when it is first needed, and ends it when it is not needed for a while. */
export function createBlankCheck(options: BlankCheckOptions): BlankCheck {
  const thread = createDecoderThread({
    name: 'blank pages',
    workerFile: options.workerFile,
    limitMs: options.limitMs ?? 10_000,
    idleMs: options.idleMs ?? 30_000,
  })

  return {
    async isBlank(path, family, sizeBytes, widthPx, heightPx) {
      if (!isMeasurable(family)) return null
      const measured = await thread.decode({ kind: 'measure', scanPath: path, sizeBytes, family })
      if (measured.ok) {
        return judgePages(measured.made, widthPx, heightPx)
      }
      if (measured.refusal !== 'stopped') options.onFailure(measured.refusal)
      return null
    },
    stop: () => thread.stop(),
  }
}

function isMeasurable(family: FileFamilyId): family is MeasurableFamily {
  return family === 'jpg' || family === 'png' || family === 'tiff'
}

/** A document is blank when each of its pages is. */
function judgePages(sheets: readonly SheetMarks[], widthPx: number, heightPx: number): Blankness {
  const extent = { pages: sheets.length, widthPx, heightPx }
  if (!sheets.every(isBlankSheet)) return { blank: false, seen: say('something_on_picture', extent) }
  const share = Math.max(...sheets.map(({ markedShare }) => markedShare))
  const seen =
    share === 0 ? say('nothing_on_picture', extent) : say('specks_on_picture', { ...extent, share })
  return { blank: true, seen }
}
