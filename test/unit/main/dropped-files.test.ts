import { describe, expect, it } from 'vitest'
import { createDrop } from '../../../electron/main/dropped-files.ts'
import type { EngineLink } from '../../../electron/main/engine-link.ts'
import { en } from '../../../electron/main/words/en.ts'

function dropInto(answer: unknown) {
  const asked: unknown[] = []
  const call = ((name: string, input: unknown) => {
    asked.push([name, input])
    return Promise.resolve(answer)
  }) as EngineLink['call']
  return { asked, drop: createDrop({ call }, () => en) }
}

describe('files that were dragged onto the window', () => {
  it('are copied by the engine, by their paths', async () => {
    const { asked, drop } = dropInto({ ok: true, value: { copied: ['a.jpg'], refused: [] } })
    expect(await drop('inbox', [{ name: 'a.jpg', path: '/scans/a.jpg' }])).toEqual({
      ok: true,
      value: { copied: ['a.jpg'], refused: [] },
    })
    expect(asked).toEqual([['folders.drop', { folderId: 'inbox', paths: ['/scans/a.jpg'] }]])
  })

  it('are refused in plain words where they are no files of this computer', async () => {
    const { asked, drop } = dropInto({ ok: true, value: { copied: [], refused: [] } })
    const answer = await drop('inbox', [{ name: 'mail.eml', path: '' }])
    expect(answer).toMatchObject({ ok: true, value: { copied: [], refused: [{ name: 'mail.eml' }] } })
    expect(asked).toEqual([])
  })

  it('tell of both, and of a failure as it is', async () => {
    const files = [
      { name: 'a.jpg', path: '/a.jpg' },
      { name: 'b', path: 'b' },
    ]
    const both = dropInto({ ok: true, value: { copied: ['a.jpg'], refused: [{ name: 'c', words: 'w' }] } })
    expect(await both.drop('inbox', files)).toMatchObject({
      value: { copied: ['a.jpg'], refused: [{ name: 'b', words: en.drop.noPath }, { name: 'c' }] },
    })
    const failure = { ok: false, failure: { code: 'folder_unreachable', detail: '' } }
    expect(await dropInto(failure).drop('inbox', files)).toEqual(failure)
  })

  it.each([
    ['inbox', []],
    ['inbox', null],
    ['inbox', [{ name: 'a', path: 7 }]],
    ['inbox', [{ name: 'a', path: '/a', more: true }]],
    [7, [{ name: 'a', path: '/a' }]],
    ['', [{ name: 'a', path: '/a' }]],
  ])('are refused where the message is not what the preload script sends: %j %j', async (folderId, files) => {
    const { asked, drop } = dropInto(null)
    await expect(drop(folderId, files)).rejects.toMatchObject({ code: 'input_invalid' })
    expect(asked).toEqual([])
  })
})
