import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PQueue from 'p-queue'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { startCommand } from '../../support/torture/engine-process.ts'
import { amount, repeatWords, tell } from '../../support/torture/proportions.ts'
import { recoverPlace } from '../../support/torture/recovery.ts'
import { archiving, openTorturePlace } from '../../support/torture/torture-place.ts'

const reportSchema = z.object({ killedAt: z.string().nullable(), passed: z.array(z.string()) })

/** Runs a few files, the first time with a crash at the point, or with none, and then to their end. */
async function crashAt(at: number | null) {
  const place = await openTorturePlace({ settings: archiving })
  try {
    const paths = ['cust-1_passport.png', 'cust-1_selfie.png', 'cust-2_passport.png']
    const dropped = new Map(paths.map((path) => [path, place.drop(path, path)]))
    const reportFile = join(place.data.root, 'crash-points.json')
    const { signal } = await startCommand(place, ['run', '--once'], { at, reportFile }).ended
    const report = reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
    const { problems, counts } = await recoverPlace(place, dropped)
    return { at, signal, ...report, problems, counts }
  } catch (error) {
    throw new Error(`after a crash at point ${String(at)}`, { cause: error })
  } finally {
    await place.stop()
  }
}

it(
  'loses nothing and sends nothing twice, killed at each write to the ledger, change of a file and step of a request',
  async () => {
    const undisturbed = await crashAt(null)
    expect(undisturbed).toMatchObject({ problems: [], counts: { uploaded: 3 }, killedAt: null })
    const pointCount = undisturbed.passed.length
    expect(new Set(undisturbed.passed)).toContain('after the commit')
    expect(new Set(undisturbed.passed)).toContain('undici:request:bodySent')

    const stride = Math.ceil(pointCount / amount({ short: 6, long: pointCount }))
    const points = Array.from({ length: Math.floor(pointCount / stride) }, (_, index) => (index + 1) * stride)
    const crashes = await new PQueue({ concurrency: 2 }).addAll(points.map((at) => () => crashAt(at)))

    const killed = crashes.filter(({ signal }) => signal === 'SIGKILL')
    tell(`crash points: ${killed.length} kills at ${points.length} of ${pointCount} points`)
    const wrong = crashes.filter(({ problems }) => problems.length > 0)
    const told = wrong.map(({ at, killedAt, problems }) => ({ at, killedAt, problems }))
    expect(told, repeatWords).toEqual([])
    // Requests go out side by side, so the last points of a run are not always reached again.
    expect(killed.length).toBeGreaterThan(points.length * 0.6)
  },
  amount({ short: 180_000, long: 3_600_000 }),
)
