import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBundleCheck } from '../../../electron/engine/bundle-check.ts'
import { verifyBundle } from '../../../electron/engine/evidence/bundle/bundle-verification.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { bundleOf, exportedLedger } from './bundles.ts'

describe('the check of a bundle from the window', () => {
  it('tells how far it is over all its readings, and never less than before', async () => {
    const { ledger, one, two, request } = await exportedLedger()
    const { path } = await bundleOf(ledger, request, [one.id, two.id])
    const shares: number[] = []
    const { ok } = await verifyBundle(path, {
      keptAtOnce: 1,
      progress: (share) => shares.push(share),
    })
    expect(ok).toBe(true)
    expect(shares.at(-1)).toBe(1)
    // The file is read twice: the half is not the end.
    expect(shares.filter((share) => share < 0.5).length).toBeGreaterThan(5)
    expect(shares).toEqual([...new Set(shares)].sort((less, more) => less - more))
  })

  it('ends when a person ends it, and another one can begin', async () => {
    const { ledger, one, request } = await exportedLedger()
    const { path } = await bundleOf(ledger, request, [one.id])
    const told: number[] = []
    let nowMs = 0
    const check = createBundleCheck(
      (share) => {
        told.push(share)
        check.cancel()
      },
      () => (nowMs += 1_000),
    )
    expect(await check.run(path, '')).toBeNull()
    expect(told).toHaveLength(1)
    expect(
      await createBundleCheck(
        () => undefined,
        () => 0,
      ).run(path, ''),
    ).toMatchObject({ ok: true })
  })

  it('holds it against the anchor file of the settings', async () => {
    const { ledger, one, request, clock } = await exportedLedger()
    const anchor = await ledger.readHead(clock.nowMs)
    const { path } = await bundleOf(ledger, request, [one.id])
    const anchorFile = join(temporaryFolder(), 'intray.anchors')
    const check = createBundleCheck(
      () => undefined,
      () => 0,
    )
    writeFileSync(anchorFile, `${JSON.stringify(anchor)}\n`)
    expect(await check.run(path, anchorFile)).toMatchObject({ ok: true, anchorCount: 1 })
    writeFileSync(anchorFile, readFileSync(anchorFile, 'utf8').replace(/"hash":"....../, '"hash":"000000'))
    expect(await check.run(path, anchorFile)).toMatchObject({ ok: false })
  })
})
