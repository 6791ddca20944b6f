import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemAccount } from '../../../electron/engine/command/system-account.ts'
import type { Item } from '../../../electron/shared/records.ts'
import { intray, intrayInside, intrayJson, startIntray } from './running-command.ts'
import { workplace } from './workplace.ts'
import type { Workplace } from './workplace.ts'

/** A ledger with files that wait for a person, in the order of their names: items 1, 2, 3. */
async function reviewed(): Promise<Workplace> {
  const place = await workplace({ policy: 'review_everything' })
  place.drop('valid.jpg', 'a_passport.jpg')
  place.drop('valid.png', 'b_id_front.png')
  place.drop('valid.gif', 'nobody.gif')
  expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(1)
  return place
}

async function show({ here }: Workplace, itemId: number): Promise<Item> {
  const { stdout } = await intrayInside(['show', String(itemId), '--json', ...here])
  return (JSON.parse(stdout) as { item: Item }).item
}

describe('decisions by the command', () => {
  it('approves several items and says exactly which one was refused', async () => {
    const place = await reviewed()

    const approved = await intray(['approve', '1', '2', '3', '77', ...place.here])

    expect(approved.code).toBe(1)
    expect(approved.stdout).toContain('2 approved, 2 refused:')
    expect(approved.stdout).toContain('Item 3: A finding holds this file back. (The entity is missing)')
    expect(approved.stdout).toContain('Item 77: There is no such item in the ledger.')
    expect((await show(place, 1)).state).toBe('approved')

    expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(1)
    expect((await show(place, 1)).state).toBe('uploaded')
    expect(place.sandbox.mediaCount()).toBe(2)
  })

  it('records who decided and why', async () => {
    const place = await reviewed()
    await intray(['reject', '1', '--reason', 'Too dark', '--operator', 'Grace Hopper', ...place.here])

    const { value } = await intrayJson(['show', '1', ...place.here])

    expect(value).toMatchObject({ item: { state: 'rejected', reason: 'Too dark' } })
    expect((value as { events: unknown[] }).events.at(-1)).toMatchObject({
      kind: 'item.rejected',
      actor: 'Grace Hopper',
    })
  })

  it('corrects, then approves, and takes a rejection back', async () => {
    const place = await reviewed()

    const edited = await intrayJson(['edit', '3', '--entity', 'c', ...place.here])
    expect(edited.value).toMatchObject({ done: [{ entityId: 'c', state: 'needs_attention' }], refused: [] })
    const approved = await intrayJson(['approve', '3', '--media-type', 'IMAGE_FACE_IMAGE', ...place.here])
    expect(approved).toMatchObject({ code: 0, value: { done: [{ state: 'approved', readBy: 'person' }] } })

    await intray(['reject', '1', '--reason', 'no', ...place.here])
    const reopened = await intrayJson(['reopen', '1', ...place.here])
    expect(reopened).toMatchObject({ code: 0, value: { done: [{ state: 'awaiting_review', reason: null }] } })
  })

  it('adds, changes and takes away further values, which are sent as custom data', async () => {
    const place = await reviewed()
    await intrayInside(['edit', '1', '--field', 'branch=Leeds', '--field', 'batch=7', ...place.here])
    expect((await show(place, 1)).fields).toEqual({ branch: 'Leeds', batch: '7' })
    await intrayInside(['approve', '1', '--field', 'branch=York', '--field', 'batch=', ...place.here])
    expect((await show(place, 1)).fields).toEqual({ branch: 'York' })

    await intray(['run', '--once', ...place.here], place.key)
    expect(place.sandbox.media('a')[0]?.customData).toMatchObject({ branch: 'York', intray_item: 1 })
    for (const field of ['sha256=x', 'branch', '=x', 'Branch=x']) {
      expect((await intrayInside(['edit', '2', '--field', field, ...place.here])).code, field).toBe(2)
    }
  })

  it('asks for a new scan by a slip, and knows it when it comes', async () => {
    const place = await reviewed()
    const asked = await intrayJson(['rescan', '1', '--reason', 'The edge is cut off', ...place.here])
    expect(asked).toMatchObject({ code: 0, value: { done: [{ state: 'rejected' }], refused: [] } })
    const { rescanSlip } = await show(place, 1)
    expect(rescanSlip).toMatch(/^rescan\/.*\.txt$/)
    expect(readFileSync(join(place.scans, rescanSlip ?? ''), 'utf8')).toContain('The edge is cut off')

    place.drop('turned-by-exif.jpg', 'a_passport.jpg')
    await intray(['run', '--once', ...place.here], place.key)
    const { stdout } = await intrayInside(['list', '--text', 'a_passport', '--json', ...place.here])
    expect(stdout).toContain('"rescanOf":1')
    expect((await intrayInside(['show', '1', ...place.here])).stdout).toContain('New scans')
  })

  it('refuses a decision without what it needs', async () => {
    const place = await reviewed()
    for (const words of [
      ['edit', '1'],
      ['reject', '1'],
      ['settle', '1', '--reason', 'x'],
      ['approve'],
      ['show', 'x'],
    ]) {
      expect((await intrayInside([...words, ...place.here])).code, words.join(' ')).toBe(2)
    }
    expect((await show(place, 1)).state).toBe('awaiting_review')
  })

  it('sends again what was refused, once it is mended', async () => {
    const place = await workplace({ sandbox: { createUnknownEntities: false } })
    place.drop('valid.jpg', 'a_passport.jpg')
    expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(1)
    expect((await show(place, 1)).lastFailure).toMatchObject({ code: 'entity_unknown' })

    place.sandbox.addEntity('a')
    expect((await intray(['retry', '1', ...place.here])).code).toBe(0)
    expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(0)
    expect((await show(place, 1)).state).toBe('uploaded')
  })

  it('settles an upload whose answer never came', async () => {
    const place = await workplace({
      sandbox: {
        faults: {
          script: [
            { kind: 'cut_after_storing', match: { method: 'PUT' } },
            { kind: 'refuse', status: 403, match: { method: 'GET' }, times: 9 },
          ],
        },
      },
    })
    place.drop('valid.jpg', 'a_passport.jpg')
    expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(1)
    expect((await show(place, 1)).state).toBe('outcome_unknown')

    const settled = await intrayJson(['settle', '1', '--arrived', '--reason', 'Seen there', ...place.here])

    expect(settled).toMatchObject({ code: 0, value: { done: [{ state: 'uploaded', reason: 'Seen there' }] } })
    expect(place.sandbox.requests().byFault).toMatchObject({ cut_after_storing: 1 })
  })

  it('works beside an engine that is running, which then sends', async () => {
    const place = await reviewed()
    const running = startIntray(['run', ...place.here], place.key)
    await running.appeared('Folder: ')
    const sent = new Promise<void>((resolve) => {
      place.sandbox.watchRequests(({ stage }) => {
        if (stage === 'settled') resolve()
      })
    })

    expect((await intray(['approve', '1', ...place.here])).code).toBe(0)
    await sent

    running.process.kill('SIGINT')
    expect((await running.ended).code).toBe(130)
    expect(place.sandbox.media('a')).toHaveLength(1)
  })
})

describe('one decision for all items that match a query', () => {
  it('is told by exact numbers, with what held the others, and is taken back by their own command', async () => {
    const place = await reviewed()

    const approved = await intrayInside(['approve', '--query', 'folder:scans', ...place.here])
    expect(approved.code).toBe(1)
    expect(approved.stdout).toContain('2 approved, 1 refused:')
    expect(approved.stdout).toContain('Item 3: A finding holds this file back. (The entity is missing)')

    const undone = await intrayJson(['undo', '--query', 'state:approved', ...place.here])
    expect(undone).toMatchObject({ code: 0, value: { done: [{ itemId: 1 }, { itemId: 2 }], held: [] } })
    expect((await show(place, 1)).state).toBe('awaiting_review')
    const nothing = await intrayJson(['undo', '1', ...place.here])
    expect(nothing).toMatchObject({
      code: 1,
      value: { done: [], refused: [{ error: { code: 'undo_refused' } }] },
    })
  })

  it('corrects and rejects too', async () => {
    const place = await reviewed()
    await intrayInside(['edit', '--query', 'state:awaiting_review', '--field', 'branch=Leeds', ...place.here])
    expect((await show(place, 2)).fields).toEqual({ branch: 'Leeds' })
    const rejected = ['reject', '--query', 'state:awaiting_review', '--reason', 'Sent by post', ...place.here]
    expect((await intrayInside(rejected)).stdout).toContain('2 rejected.')
  })

  it('is not taken without numbers or a query, nor with both', async () => {
    const place = await reviewed()
    for (const words of [[], ['1', '--query', 'a'], ['--query', ' ']]) {
      expect((await intrayInside(['approve', ...words, ...place.here])).code, words.join(' ')).toBe(2)
    }
    expect((await show(place, 1)).state).toBe('awaiting_review')
  })
})

describe('the rule of two persons', () => {
  it('holds for the command as it does for the window', async () => {
    const place = await workplace({ folder: { secondReview: true } })
    place.drop('valid.jpg', 'a_passport.jpg')
    await intray(['run', '--once', ...place.here], place.key)

    const first = await intrayInside(['approve', '1', ...place.here])
    expect(first).toMatchObject({ code: 0 })
    expect(first.stdout).toContain('A second person must approve it too.')
    const again = await intrayInside(['approve', '1', '--operator', 'ada  OKAFOR', ...place.here])
    expect(again.code).toBe(1)
    expect(again.stdout).toContain('[second_reviewer_needed]')
    await intrayInside(['approve', '1', '--operator', 'Grace Hopper', ...place.here])
    expect((await show(place, 1)).state).toBe('approved')
  })

  it('takes the system account for who decides where PINs are set, whatever name is given', async () => {
    const place = await workplace({
      policy: 'review_everything',
      settings: {
        operators: [{ name: 'Grace', pin: 'scrypt:1024:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAA==' }],
      },
    })
    place.drop('valid.jpg', 'a_passport.jpg')
    await intray(['run', '--once', ...place.here], place.key)
    await intrayInside(['approve', '1', '--operator', 'Grace', ...place.here])
    const { value } = await intrayJson(['show', '1', ...place.here])
    const { events } = value as { events: { kind: string; actor: string }[] }
    expect(events.at(-1)).toMatchObject({ kind: 'item.approved', actor: systemAccount() })
  })
})
