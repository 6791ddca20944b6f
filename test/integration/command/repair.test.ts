import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeOversized } from '../media/oversized-picture.ts'
import { intray, intrayInside } from './running-command.ts'
import { workplace } from './workplace.ts'

/** A ledger with one picture of more than 5 MB, as item 1. */
async function withLargePicture() {
  const place = await workplace()
  const picture = await makeOversized({ as: 'png', widthPx: 1_600, heightPx: 1_300 })
  writeFileSync(join(place.scans, 'a_passport.png'), picture)
  expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(1)
  return place
}

async function inJson(words: readonly string[]): Promise<{ code: number | null; value: unknown }> {
  const { code, stdout } = await intrayInside([...words, '--json'])
  return { code, value: JSON.parse(stdout) as unknown }
}

describe('intray repair', () => {
  it('shows what fits, accepts it, and what is sent is that form', { timeout: 30_000 }, async () => {
    const place = await withLargePicture()
    const shown = await intrayInside(['repair', '1', ...place.here])
    expect(shown.code).toBe(0)
    expect(shown.stdout).toMatch(/Item 1 \(a_passport\.png\): 6\.\d MB/)
    expect(shown.stdout).toMatch(/As JPEG of quality \d\d at 100 % of its size:/)
    expect(shown.stderr).toContain('Add --accept')

    const tooGood = await inJson(['repair', '1', '--quality', '95', ...place.here])
    expect(tooGood).toMatchObject({ value: { recipe: { quality: 95, scalePercent: 100, grey: false } } })

    const accepted = await inJson(['repair', '1', '--scale', '50', '--grey', '--accept', ...place.here])
    expect(accepted).toMatchObject({
      code: 0,
      value: { state: 'awaiting_review', repair: { recipe: { scalePercent: 50, grey: true } } },
    })
    const { repair } = accepted.value as { repair: { sha256: string } }
    await intrayInside(['approve', '1', ...place.here])
    await intray(['run', '--once', ...place.here], place.key)
    expect(place.sandbox.media('a')[0]?.sha256).toBe(repair.sha256)
    expect((await intrayInside(['verify', ...place.here])).code).toBe(0)
  })

  it('goes back to the original, and says why something is refused', { timeout: 30_000 }, async () => {
    const place = await withLargePicture()
    await intrayInside(['repair', '1', '--accept', ...place.here])
    const discarded = await inJson(['repair', '1', '--discard', ...place.here])
    expect(discarded).toMatchObject({ code: 0, value: { state: 'needs_attention', repair: null } })
    const again = await intrayInside(['repair', '1', '--discard', ...place.here])
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('No smaller form')
    expect((await intrayInside(['repair', '1', '--quality', '96', ...place.here])).code).toBe(2)
    expect((await intrayInside(['repair', '77', ...place.here])).code).toBe(1)
  })
})
