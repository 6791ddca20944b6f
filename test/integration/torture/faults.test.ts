import { describe, expect, it } from 'vitest'
import type { FaultInput } from '../../../electron/engine/sandbox/fault.ts'
import type { FaultKind } from '../../../electron/engine/sandbox/fault.ts'
import { readEndState } from '../../support/torture/end-state.ts'
import type { EndState } from '../../support/torture/end-state.ts'
import { startEngineProcess } from '../../support/torture/engine-process.ts'
import { attendOnce, isAtRest, untilStatus } from '../../support/torture/person.ts'
import { amount, repeatWords, seed, tell } from '../../support/torture/proportions.ts'
import { openTorturePlace, scanPath } from '../../support/torture/torture-place.ts'

/** Each kind of fault in every form that says something else to Intray. */
const faultForms = {
  delay: [
    { kind: 'delay', delayMs: 50, stage: 'before_storing' },
    { kind: 'delay', delayMs: 50, stage: 'after_storing' },
    { kind: 'delay', delayMs: 1_500, stage: 'after_storing' },
  ],
  refuse: [
    ...[400, 401, 403, 404, 409, 413, 423, 500, 503].map((status) => ({ kind: 'refuse', status }) as const),
    { kind: 'refuse', status: 429, retryAfterSeconds: 0 },
    // A gateway that lost the endpoint, before and after it had stored the file.
    { kind: 'refuse', status: 502, body: '<html>' },
    { kind: 'refuse', status: 504, body: '<html>', stored: true },
    { kind: 'refuse', status: 408, body: '', stored: true },
  ],
  cut_before_reading: [{ kind: 'cut_before_reading' }],
  cut_while_reading: [
    { kind: 'cut_while_reading', afterBytes: 1 },
    { kind: 'cut_while_reading', afterBytes: 600 },
  ],
  cut_after_storing: [{ kind: 'cut_after_storing' }],
  cut_while_answering: [{ kind: 'cut_while_answering' }],
  junk: (['captive_portal', 'not_json', 'truncated_json', 'wrong_shape', 'empty'] as const).flatMap(
    (content) => [
      { kind: 'junk', content },
      { kind: 'junk', content, stored: true },
    ],
  ),
  redirect: [{ kind: 'redirect' }, { kind: 'redirect', status: 303, stored: true }],
  hang: [{ kind: 'hang' }, { kind: 'hang', stored: true }],
} as const satisfies Record<FaultKind, readonly FaultInput[]>

/**
 * Sends files, four for each entity, while faults strike, with a person who attends to what is stopped, refused
 * and unknown; then the faults end, and everything comes to rest.
 */
async function endure(
  kinds: readonly FaultInput[],
  fileCount: number,
  filesPerRequest = 1,
): Promise<EndState> {
  const place = await openTorturePlace({
    settings: (settings) => ({
      ...settings,
      connection: { ...settings.connection, timeoutMs: 1_000 },
      upload: { ...settings.upload, filesPerRequest },
    }),
  })
  const engine = await startEngineProcess(place)
  try {
    const dropped = new Map<string, string>()
    place.sandbox.faults.chance({ seed, rate: 0.4, kinds: [...kinds] })
    for (let number = 0; number < fileCount; number += 1) {
      const path = scanPath(number)
      dropped.set(path, place.drop(path, path))
    }
    await untilStatus(engine, ({ counts }) => counts.uploaded + counts.outcome_unknown >= fileCount * 0.4, {
      withinMs: 10_000 + fileCount * 300,
      what: 'a good part goes out in spite of the faults',
      whileWaiting: () => attendOnce(engine, place),
    })
    place.sandbox.faults.chance(null)
    await untilStatus(engine, (status) => isAtRest(status) && status.counts.uploaded === fileCount, {
      withinMs: 20_000 + fileCount * 100,
      what: 'everything is uploaded once the faults have ended',
      whileWaiting: () => attendOnce(engine, place),
    })
    return await readEndState(place, dropped)
  } finally {
    await engine.stop()
    await place.stop()
  }
}

describe('with a person who attends, every file is at the endpoint exactly once', () => {
  it.each([1, 4])(
    'under a mix of every fault, with %i files in a request',
    async (filesPerRequest) => {
      const fileCount = amount({ short: 80, long: 2_000 })
      const everyFault = Object.values(faultForms).flat()
      const { problems, counts } = await endure(everyFault, fileCount, filesPerRequest)
      tell(`faults mixed at 40 %: ${fileCount} files, ${JSON.stringify(counts)}, seed ${seed}`)
      expect(problems, repeatWords).toEqual([])
    },
    amount({ short: 120_000, long: 3_600_000 }),
  )

  it.concurrent.each(Object.entries(faultForms))(
    'under %s alone',
    async (kind, forms) => {
      const { problems } = await endure(forms, amount({ short: 10, long: 100 }))
      expect(problems, `${kind}. ${repeatWords}`).toEqual([])
    },
    amount({ short: 60_000, long: 600_000 }),
  )
})
