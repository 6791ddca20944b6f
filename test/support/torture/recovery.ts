import { existsSync } from 'node:fs'
import type { Item } from '../../../electron/shared/records.ts'
import { readEndState } from './end-state.ts'
import type { Dropped, EndState } from './end-state.ts'
import { startEngineProcess } from './engine-process.ts'
import { attendOnce, isAtRest, itemsIn, untilStatus } from './person.ts'
import type { TorturePlace } from './torture-place.ts'

/**
 * Starts a last engine on a place and, with a person who attends, waits until all that was dropped is uploaded, and
 * until a move to the archive that a crash interrupted is on record.
 */
export async function recoverPlace(place: TorturePlace, dropped: Dropped): Promise<EndState> {
  const engine = await startEngineProcess(place)
  const withinMs = 30_000 + dropped.size * 100
  try {
    await untilStatus(engine, (status) => isAtRest(status) && status.counts.uploaded === dropped.size, {
      withinMs,
      what: 'everything is uploaded after the last start',
      whileWaiting: () => attendOnce(engine, place),
    })
    const isOnRecord = ({ path, archivedTo }: Item): boolean =>
      archivedTo !== null || existsSync(place.at(path))
    await untilStatus(engine, async () => (await itemsIn(engine, ['uploaded'])).every(isOnRecord), {
      withinMs,
      what: 'where each file went is on record',
    })
  } finally {
    await engine.stop()
  }
  return readEndState(place, dropped)
}
