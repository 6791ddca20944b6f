import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { toFailure } from '../../shared/error-codes.ts'
import { examineHere } from './examination.ts'
import type { ExaminationAnswer } from './examination.ts'

/** The thread that `examineInThread` starts, for one file. */
const jobSchema = z.object({
  file: z.string(),
  nativeBinding: z.string().optional(),
  leastHeadSeq: z.number().nullable(),
  isThorough: z.boolean().optional(),
})

const answer = (failure: ExaminationAnswer): void => {
  parentPort?.postMessage(failure)
}

examineHere(jobSchema.parse(workerData)).then(
  () => {
    answer(null)
  },
  (error: unknown) => {
    answer(toFailure(error))
  },
)
