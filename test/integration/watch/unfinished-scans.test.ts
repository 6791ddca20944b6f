import {
  appendFileSync,
  openSync,
  closeSync,
  ftruncateSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { pngBytes } from '../../support/scan-bytes.ts'
import { runningIntake } from './running-intake.ts'

const whole = pngBytes('whole')
const half = whole.subarray(0, whole.length / 2)

describe('a scan that seems unfinished', () => {
  it('is called damaged only after it was quiet for longer', async () => {
    const { drop, itemIn, items, intake } = await runningIntake({ secondLookMs: 400 })
    drop('cust-1_passport.png', half)
    await itemIn('cust-1_passport.png', 'settling')
    expect(intake.backlog()).toBe(1)
    const held = await itemIn('cust-1_passport.png', 'needs_attention')
    expect(held.findings.map(({ code }) => code)).toEqual(['damaged'])
    expect(Date.now() - held.firstSeenAtMs).toBeGreaterThanOrEqual(400)
    expect(await items()).toHaveLength(1)
  })

  it('is taken whole, as one item, when the scanner paused in the middle', async () => {
    const { drop, inbox, itemIn, items, ledger } = await runningIntake({ secondLookMs: 60_000 })
    drop('cust-1_passport.png', half)
    await itemIn('cust-1_passport.png', 'settling')
    appendFileSync(join(inbox, 'cust-1_passport.png'), whole.subarray(half.length))
    const item = await itemIn('cust-1_passport.png', 'awaiting_review')
    expect([item.sizeBytes, item.findings]).toEqual([whole.length, []])
    expect(await items()).toHaveLength(1)
    const { events } = await ledger.getDetail(item.id)
    expect(events.filter(({ kind }) => kind === 'item.identified')).toHaveLength(1)
  })

  it('is not taken while it has its full size and only its first half', async () => {
    const { inbox, itemIn, items } = await runningIntake({ secondLookMs: 60_000 })
    const file = openSync(join(inbox, 'cust-1_passport.png'), 'w')
    onTestFinished(() => closeSync(file))
    ftruncateSync(file, whole.length)
    writeSync(file, half, 0, half.length, 0)
    await itemIn('cust-1_passport.png', 'settling')
    writeSync(file, whole, half.length, whole.length - half.length, half.length)
    expect((await itemIn('cust-1_passport.png', 'awaiting_review')).findings).toEqual([])
    expect(await items()).toHaveLength(1)
  })

  it('with zeros at its end and no other sign is looked at twice, and then taken as it is', async () => {
    const { drop, itemIn } = await runningIntake({ secondLookMs: 300 })
    drop('cust-1_letter.txt', Buffer.concat([Buffer.from('Dear Sir'), Buffer.alloc(8_192)]))
    await itemIn('cust-1_letter.txt', 'settling')
    const held = await itemIn('cust-1_letter.txt', 'needs_attention')
    expect(held.findings.map(({ code }) => code)).toEqual(['unsupported_type'])
  })

  it('that is deleted meanwhile is no problem, and whole ones are not held up by it', async () => {
    const { drop, inbox, itemIn } = await runningIntake({ secondLookMs: 60_000 })
    drop('cust-1_passport.png', half)
    await itemIn('cust-1_passport.png', 'settling')
    const droppedAtMs = performance.now()
    drop('cust-2_passport.png', whole)
    await itemIn('cust-2_passport.png', 'awaiting_review')
    expect(performance.now() - droppedAtMs).toBeLessThan(5_000)
    rmSync(join(inbox, 'cust-1_passport.png'))
    await itemIn('cust-1_passport.png', 'ignored')
  })

  it('is taken at once where the quiet time is 0, since a person said that all is finished', async () => {
    const { drop, intake, itemIn } = await runningIntake({ intake: { quietMs: 0 }, secondLookMs: 60_000 })
    drop('cust-1_passport.png', half)
    await intake.compareNow()
    await itemIn('cust-1_passport.png', 'needs_attention')
  })
})

describe('a file that never settles', () => {
  it('is a finding after the set time, and taken as the same item once it is quiet', async () => {
    const { inbox, itemIn, items } = await runningIntake({ intake: { quietMs: 100, neverQuietMs: 1_000 } })
    const path = join(inbox, 'cust-1_passport.png')
    writeFileSync(path, '')
    let size = 0
    const timer = setInterval(() => appendFileSync(path, String((size += 1))), 20)
    onTestFinished(() => clearInterval(timer))
    const held = await itemIn('cust-1_passport.png', 'needs_attention')
    expect(held.findings).toMatchObject([{ code: 'still_changing', severity: 'block' }])
    expect(held.findings[0]?.evidence).toMatch(/not been quiet since \d{4}-\d\d-\d\d .* it had \d+ bytes/)
    clearInterval(timer)
    writeFileSync(path, whole)
    const taken = await itemIn('cust-1_passport.png', 'awaiting_review')
    expect([taken.id, taken.findings]).toEqual([held.id, []])
    expect(await items()).toHaveLength(1)
  })

  it('stays rejected when a person gave it up, and what it becomes later is a new item', async () => {
    const { drop, inbox, intake, items, itemIn, ledger, warnings } = await runningIntake({
      intake: { neverQuietMs: 1_000 },
    })
    drop('cust-1_passport.png.part', 'x')
    const waiting = await itemIn('cust-1_passport.png.part', 'settling')
    await expect
      .poll(() => Date.now() - waiting.changedAtMs, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(1_000)
    await intake.compareNow()
    const held = await itemIn('cust-1_passport.png.part', 'needs_attention')
    await ledger.decide(
      {
        itemId: held.id,
        revision: held.revision,
        actor: 'ada',
        kind: 'item.rejected',
        to: 'rejected',
        reason: 'It never came.',
      },
      Date.now(),
    )
    drop('cust-1_passport.png.part', whole)
    renameSync(join(inbox, 'cust-1_passport.png.part'), join(inbox, 'cust-1_passport.png'))
    const taken = await itemIn('cust-1_passport.png', 'awaiting_review')
    expect((await items()).map(({ id, state }) => [id, state])).toEqual([
      [held.id, 'rejected'],
      [taken.id, 'awaiting_review'],
    ])
    expect(warnings).toEqual([])
  })

  it('for its name alone is a finding too, and taken under its real name', async () => {
    const { drop, inbox, intake, itemIn, items } = await runningIntake({
      intake: { neverQuietMs: 2_000 },
    })
    drop('cust-1_passport.png.part', whole)
    const waiting = await itemIn('cust-1_passport.png.part', 'settling')
    await intake.compareNow()
    expect((await items())[0]?.state).toBe('settling')
    await expect
      .poll(() => Date.now() - waiting.changedAtMs, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(2_000)
    await intake.compareNow()
    const held = await itemIn('cust-1_passport.png.part', 'needs_attention')
    expect(held.findings).toMatchObject([{ code: 'still_changing' }])
    expect(held.findings[0]?.evidence).toContain('“.part”')
    renameSync(join(inbox, 'cust-1_passport.png.part'), join(inbox, 'cust-1_passport.png'))
    expect((await itemIn('cust-1_passport.png', 'awaiting_review')).id).toBe(waiting.id)
  })
})
