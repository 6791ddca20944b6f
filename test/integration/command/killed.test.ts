import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pngBytes } from '../../support/scan-bytes.ts'
import { intray, intrayInside, startIntray } from './running-command.ts'
import { workplace } from './workplace.ts'

it('sends nothing twice and loses nothing, killed in the midst of sending, with answers that get lost', async () => {
  const count = 60
  const place = await workplace({ upload: { concurrency: 8, requestsPerSecond: 300, maxAttempts: 50 } })
  for (let number = 0; number < count; number += 1) {
    writeFileSync(join(place.scans, `cust-${String(number)}_passport.png`), pngBytes(String(number)))
  }
  place.sandbox.faults.chance({
    seed: 11,
    rate: 0.2,
    kinds: [
      { kind: 'cut_after_storing' },
      { kind: 'cut_while_reading', afterBytes: 20 },
      { kind: 'refuse', status: 423 },
      { kind: 'delay', delayMs: 20, stage: 'after_storing' },
    ],
  })
  for (const uploads of [1, 15, 30]) {
    const running = startIntray(['run', ...place.here], place.key)
    const sending = new Promise<void>((resolve) => {
      const stop = place.sandbox.watchRequests(({ stage }) => {
        if (stage !== 'arrived' || place.sandbox.mediaCount() < uploads) return
        stop()
        resolve()
      })
    })
    await sending
    running.process.kill('SIGKILL')
    await running.ended
  }
  place.sandbox.faults.chance(null)
  await intray(['run', '--once', ...place.here], place.key)

  const stored = Array.from({ length: count }, (_, number) => place.sandbox.media(`cust-${String(number)}`))
  expect(stored.filter((media) => media.length > 1)).toEqual([])
  const { stdout } = await intrayInside(['list', '--all', '--json', ...place.here])
  const items = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { state: string; entityId: string })
  expect(items).toHaveLength(count)
  for (const { state, entityId } of items) {
    const arrived = place.sandbox.media(entityId).length === 1
    // What did not arrive and cannot be told apart waits for a person; nothing is called uploaded that is not there.
    expect([entityId, state]).toEqual([entityId, arrived ? 'uploaded' : 'outcome_unknown'])
  }
  expect((await intrayInside(['verify', ...place.here])).code).toBe(0)
}, 60_000)
