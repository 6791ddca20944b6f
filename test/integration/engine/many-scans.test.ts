import { describe, expect, it } from 'vitest'
import { runningEngine } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'

describe('many scans', () => {
  it('all arrive, each once, while the endpoint is busy and slow at random', async () => {
    const count = 60
    const { drop, engine, until, items, sandbox } = await runningEngine({
      settings: (settings) => ({
        ...settings,
        folders: settings.folders.map((folder) => ({ ...folder, policy: 'upload_when_certain' as const })),
        upload: { ...settings.upload, maxAttempts: 50 },
      }),
    })
    sandbox.faults.chance({
      seed: 7,
      rate: 0.3,
      kinds: [
        { kind: 'refuse', status: 423 },
        { kind: 'delay', delayMs: 30, stage: 'after_storing' },
      ],
    })
    for (let number = 0; number < count; number += 1) {
      drop(
        `cust-${String(number % 20)}_${number % 2 === 0 ? 'passport' : 'selfie'} (${String(number)}).png`,
        pngBytes(String(number)),
      )
      drop(`batch/cust-${String(number)}/passport.png`, pngBytes(`batch ${String(number)}`))
    }
    await until(
      async () => (await engine.handlers['status.get']({})).counts.uploaded === count,
      'all are uploaded',
    )
    expect(sandbox.mediaCount()).toBe(count)
    const states = Map.groupBy(await items(), (item) => item.state)
    // A copy’s mark in the name is no rule’s business: those are held, and nothing else is lost.
    expect([...states.keys()].sort()).toEqual(['needs_attention', 'uploaded'])
    expect((await engine.handlers['ledger.verify']({})).faults).toEqual([])
  })
})
