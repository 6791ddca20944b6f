import { describe, expect, it } from 'vitest'
import { makePin } from '../../../electron/engine/operator-pin.ts'
import type { Settings } from '../../../electron/shared/settings/settings.ts'
import { pngBytes } from '../../support/scan-bytes.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { RunningEngine } from '../../support/running-engine.ts'

const scan = 'cust-1_passport.png'

async function withOperators(change: (settings: Settings) => Settings = (settings) => settings) {
  const operators = [
    { name: 'Ada Okafor', pin: await makePin('1357') },
    { name: 'Grace', pin: await makePin('2468') },
  ]
  const running = await runningEngine({
    settings: (settings) =>
      change({ ...settings, operators, intake: { ...settings.intake, minPicturePixels: 0 } }),
  })
  running.drop(scan, pngBytes('one'))
  const item = await running.itemIn(scan, 'awaiting_review')
  return { running, at: { itemId: item.id, revision: item.revision } }
}

async function kindsOf({ engine }: RunningEngine): Promise<string[]> {
  const { ledger } = await engine.session()
  return (await ledger.eventsAfter(0, 1_000)).map(({ kind, actor }) => `${kind} ${actor}`)
}

describe('operators with a PIN', () => {
  it('must sign in before they decide, and are named in the ledger', async () => {
    const { running, at } = await withOperators()
    const { handlers } = running.engine

    expect(await handlers['operator.get']({})).toEqual({
      operator: null,
      needsPin: true,
      names: ['Ada Okafor', 'Grace'],
    })
    expect(await handlers['status.get']({})).toMatchObject({ operator: '', needsPin: true })
    await expect(handlers['review.approve'](at)).rejects.toMatchObject({ code: 'operator_needed' })
    await expect(handlers['uploads.pause']({})).rejects.toMatchObject({ code: 'operator_needed' })
    expect((await running.items())[0]?.state).toBe('awaiting_review')

    expect(await handlers['operator.signIn']({ name: 'ada okafor', pin: '1357' })).toMatchObject({
      operator: 'Ada Okafor',
    })
    expect(await handlers['status.get']({})).toMatchObject({ operator: 'Ada Okafor' })
    await handlers['review.approve'](at)
    expect(await kindsOf(running)).toEqual(
      expect.arrayContaining(['operator.signed_in Ada Okafor', 'item.approved Ada Okafor']),
    )

    await handlers['operator.signOut']({})
    expect(await kindsOf(running)).toContain('operator.signed_out Ada Okafor')
    await expect(handlers['uploads.pause']({})).rejects.toMatchObject({ code: 'operator_needed' })
  })

  it('are signed out when the engine starts anew', async () => {
    const { running } = await withOperators()
    await running.engine.handlers['operator.signIn']({ name: 'Grace', pin: '2468' })
    const again = await running.restart()
    expect(await again.engine.handlers['operator.get']({})).toMatchObject({ operator: null })
  })

  it('cannot be removed by somebody who is not one of them', async () => {
    const { running } = await withOperators()
    const { handlers } = running.engine
    const { settings } = await handlers['settings.get']({})
    const open = { settings: { ...settings, operators: [] } }
    await expect(handlers['settings.save'](open)).rejects.toMatchObject({ code: 'operator_needed' })
    expect(await handlers['operator.get']({})).toMatchObject({ needsPin: true })

    await handlers['operator.signIn']({ name: 'Grace', pin: '2468' })
    expect(await handlers['settings.save'](open)).toEqual({ problems: [], keptAs: null })
    expect(await handlers['operator.get']({})).toEqual({ operator: 'ada', needsPin: false, names: [] })
    expect((await kindsOf(running)).slice(-2).sort()).toEqual([
      'operator.signed_out Grace',
      'settings.changed Grace',
    ])
  })

  it('alone may store or forget the key, and the ledger tells who did', async () => {
    const { running } = await withOperators()
    const { handlers } = running.engine
    const storing = { profileId: 'main', change: 'stored' } as const
    await expect(handlers['secrets.announceChange'](storing)).rejects.toMatchObject({
      code: 'operator_needed',
    })
    await handlers['operator.signIn']({ name: 'Grace', pin: '2468' })
    await handlers['secrets.announceChange'](storing)
    await handlers['secrets.announceChange']({ ...storing, change: 'forgotten' })
    expect((await kindsOf(running)).slice(-2)).toEqual(['key.stored Grace', 'key.forgotten Grace'])
  })

  it('are two persons where two must agree', async () => {
    const { running, at } = await withOperators((settings) => ({
      ...settings,
      folders: settings.folders.map((folder) => ({ ...folder, secondReview: true })),
    }))
    const { handlers } = running.engine
    await handlers['operator.signIn']({ name: 'Ada Okafor', pin: '1357' })
    const first = await handlers['review.approve'](at)
    const again = { itemId: first.id, revision: first.revision }
    await expect(handlers['review.approve'](again)).rejects.toMatchObject({ code: 'second_reviewer_needed' })
    await handlers['operator.signIn']({ name: 'Grace', pin: '2468' })
    expect(await handlers['review.approve'](again)).toMatchObject({ state: 'approved' })
    await running.itemIn(scan, 'uploaded')
  })
})
