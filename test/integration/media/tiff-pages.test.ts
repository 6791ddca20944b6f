import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDeclaredSize } from '../../../electron/engine/media/declared-size.ts'
import { countTiffPages } from '../../../electron/engine/media/tiff-pages.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { makeOversized } from './oversized-picture.ts'
import { fixture, previewsForTest, scanToShow } from './shown-scan.ts'

function written(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'scan.tiff')
  writeFileSync(path, bytes)
  return path
}

/** Empty directories, each of which names the offset of the next. */
function chain(...nexts: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + nexts.length * 6)
  bytes.write('II*\0', 0, 'latin1')
  bytes.writeUInt32LE(8, 4)
  for (const [index, next] of nexts.entries()) bytes.writeUInt32LE(next, 8 + index * 6 + 2)
  return bytes
}

describe('the pages of a TIFF', () => {
  it('are counted', async () => {
    expect(await countTiffPages(fixture('two-pages.tiff'))).toBe(2)
    expect(await countTiffPages(fixture('valid.tiff'))).toBe(1)
    expect(await countTiffPages(written(chain(14, 20, 0)))).toBe(3)
  })

  it.each([
    ['a circle', chain(14, 8), 2],
    ['a directory that names itself', chain(8), 1],
    ['a chain that leads beyond the end', chain(14, 0xff_ff_ff_ff), 2],
    ['a file that ends at once', Buffer.from('II*\0'), 1],
    ['nothing', Buffer.alloc(0), 1],
  ])('end with %s', async (_words, bytes, pages) => {
    expect(await countTiffPages(written(bytes))).toBe(pages)
  })

  it('end with a big TIFF whose numbers are larger than any file', async () => {
    const bytes = Buffer.alloc(32)
    bytes.write('II+\0', 0, 'latin1')
    bytes.writeBigUInt64LE(16n, 8)
    bytes.writeBigUInt64LE(2n ** 63n, 16)
    expect(await countTiffPages(written(bytes))).toBe(1)
  })
})

describe('the preview of one page', () => {
  it('shows that page alone, and is kept', { timeout: 20_000 }, async () => {
    const path = written(await makeOversized({ as: 'tiff', pages: 25, widthPx: 300, heightPx: 200 }))
    const previews = previewsForTest()
    const scan = scanToShow(path, 'tiff')
    const [first, last] = [
      await previews.preview({ ...scan, page: 1 }),
      await previews.preview({ ...scan, page: 25 }),
    ]
    expect([first.pageCount, last.pageCount]).toEqual([25, 25])
    expect(readDeclaredSize(readFileSync(last.path))).toEqual({ widthPx: 300, heightPx: 200 })
    expect(readFileSync(first.path).equals(readFileSync(last.path))).toBe(false)
    expect(await previews.preview({ ...scan, page: 25 })).toEqual(last)
    // All below one another would be too many.
    await expect(previews.preview(scan)).rejects.toMatchObject({ code: 'preview_unavailable' })
  })

  it('is refused for a page that is not there', async () => {
    const previews = previewsForTest()
    const two = scanToShow(fixture('two-pages.tiff'), 'tiff')
    expect(await previews.preview({ ...two, page: 2 })).toMatchObject({ pageCount: 2 })
    await expect(previews.preview({ ...two, page: 3 })).rejects.toMatchObject({ code: 'preview_unavailable' })
    const png = scanToShow(fixture('valid.png'), 'png')
    expect(await previews.preview({ ...png, page: 1 })).toMatchObject({ mime: 'image/png', pageCount: 1 })
    await expect(previews.preview({ ...png, page: 2 })).rejects.toMatchObject({ code: 'preview_unavailable' })
  })
})
