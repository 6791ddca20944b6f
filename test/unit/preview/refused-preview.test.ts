import { afterEach, describe, expect, it, vi } from 'vitest'
import { say } from '../../../electron/shared/sentences/say.ts'
import type { PreviewError } from '../../../renderer/preview/preview-problem.ts'
import { fetchPreview } from '../../../renderer/preview/preview-source.ts'
import { sampleItem } from '../../support/sample-item.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a preview that is refused', () => {
  it('keeps the reason as data, so that the window tells it in its own language', async () => {
    const { words: detail, said } = say('no_picture_to_show')
    const failure = { code: 'preview_unavailable', detail, said }
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(failure, { status: 404 })))
    const refused = fetchPreview(sampleItem({}), new AbortController().signal)
    const { problem } = await refused.then(
      () => Promise.reject(new Error('it was shown')),
      (error: unknown) => error as PreviewError,
    )
    expect(problem).toEqual({ kind: 'refused', failure })
  })
})
