import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDeclaredSize } from '../../../electron/engine/media/declared-size.ts'
import type { FileFamilyId } from '../../../electron/shared/file-families.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { fixture, practiceScan, previewsForTest, scanToShow } from './shown-scan.ts'

function sizeOf(path: string) {
  return readDeclaredSize(readFileSync(path))
}

/** A file of its own with these bytes. */
function written(name: string, ...parts: readonly Uint8Array[]): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, Buffer.concat(parts))
  return path
}

/** The practice raw file, turned by the tag in its first directory. */
function turnedRaw(orientation: number): string {
  const bytes = readFileSync(practiceScan('cust-10733_selfie.dng'))
  const directory = bytes.readUInt32LE(4)
  for (let at = directory + 2; at < directory + 2 + bytes.readUInt16LE(directory) * 12; at += 12) {
    if (bytes.readUInt16LE(at) === 274) bytes.writeUInt16LE(orientation, at + 8)
  }
  return written('turned.dng', bytes)
}

describe('a scan that Chromium shows by itself', () => {
  it.each<[FileFamilyId, string, string]>([
    ['png', 'valid.png', 'image/png'],
    ['jpg', 'valid.jpg', 'image/jpeg'],
    ['gif', 'valid.gif', 'image/gif'],
    ['pdf', 'valid.pdf', 'application/pdf'],
    ['txt', 'valid.txt', 'text/plain'],
    ['mp4', 'valid.mp4', 'video/mp4'],
    ['mov', 'valid.mov', 'video/quicktime'],
    ['mkv', 'valid.mkv', 'video/x-matroska'],
  ])('is its own preview: %s', async (family, name, mime) => {
    const path = fixture(name)
    await expect(previewsForTest().preview(scanToShow(path, family))).resolves.toEqual({
      path,
      mime,
      pageCount: 1,
    })
  })

  it('is not handed to Chromium when it claims to be gigantic', async () => {
    await expect(
      previewsForTest().preview(scanToShow(fixture('huge-dimensions.png'), 'png')),
    ).rejects.toMatchObject({
      code: 'preview_unavailable',
      detail: 'The picture claims to be 30,000 x 30,000 pixels.',
    })
  })
})

describe('a scan that Chromium cannot show', () => {
  it.each<[FileFamilyId, string, number, number]>([
    ['tiff', practiceScan('ARC-2291_dl_front.tiff'), 1_200, 800],
    ['tiff', practiceScan('cust-10482_statement.tiff'), 1_697, 2_400],
    ['raw', practiceScan('cust-10733_selfie.dng'), 420, 560],
    ['eps', practiceScan('cust-10741_signature.eps'), 1_120, 600],
    ['tiff', fixture('two-pages.tiff'), 48, 96],
  ])('is drawn: %s %s', async (family, path, widthPx, heightPx) => {
    const shown = await previewsForTest().preview(scanToShow(path, family))
    expect(shown.mime).toBe('image/jpeg')
    expect(sizeOf(shown.path)).toEqual({ widthPx, heightPx })
  })

  it.each([
    [3, 420, 560],
    [6, 560, 420],
    [8, 560, 420],
  ])('is drawn upright when the camera was turned (%i)', async (orientation, widthPx, heightPx) => {
    const shown = await previewsForTest().preview(scanToShow(turnedRaw(orientation), 'raw'))
    expect(sizeOf(shown.path)).toEqual({ widthPx, heightPx })
  })

  const largeJpeg = readFileSync(practiceScan('cust-10482_id_front.jpg'))

  it('is shown by the large picture that its camera embedded', async () => {
    const path = written('large-preview.dng', readFileSync(practiceScan('cust-10733_selfie.dng')), largeJpeg)
    const shown = await previewsForTest().preview(scanToShow(path, 'raw'))
    expect(sizeOf(shown.path)).toEqual(readDeclaredSize(largeJpeg))
  })

  it('is shown by its embedded picture when the decoder does not know the camera', async () => {
    const path = written('unknown.raw', Buffer.from('some camera of tomorrow'), largeJpeg)
    const shown = await previewsForTest().preview(scanToShow(path, 'raw'))
    expect(sizeOf(shown.path)).toEqual(readDeclaredSize(largeJpeg))
  })

  it.each<[FileFamilyId, string, string]>([
    ['eps', 'valid.eps', 'It holds no picture that can be shown.'],
    ['tiff', 'huge-dimensions.png', 'The picture cannot be decoded.'],
    ['raw', 'valid.txt', 'It holds no picture that can be shown.'],
    ['avi', 'valid.avi', ''],
    ['wmv', 'valid.wmv', ''],
  ])('says so: %s %s', async (family, name, detail) => {
    await expect(previewsForTest().preview(scanToShow(fixture(name), family))).rejects.toMatchObject({
      code: 'preview_unavailable',
      detail,
    })
  })

  it('does no harm to the next one', async () => {
    const previews = previewsForTest()
    await expect(previews.preview(scanToShow(fixture('huge-dimensions.png'), 'tiff'))).rejects.toThrow()
    const shown = await previews.preview(scanToShow(fixture('valid.tiff'), 'tiff'))
    expect(sizeOf(shown.path)).toEqual({ widthPx: 64, heightPx: 64 })
  })

  it('claims too much in vain', async () => {
    const bytes = readFileSync(fixture('valid.tiff'))
    const isLittle = bytes[0] === 0x49
    const read16 = (at: number): number => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
    const directory = isLittle ? bytes.readUInt32LE(4) : bytes.readUInt32BE(4)
    for (let at = directory + 2; at < directory + 2 + read16(directory) * 12; at += 12) {
      if (![256, 257].includes(read16(at))) continue
      if (isLittle) bytes.writeUInt16LE(30_000, at + 8)
      else bytes.writeUInt16BE(30_000, at + 8)
    }
    const scan = scanToShow(written('claims.tiff', bytes), 'tiff')
    await expect(previewsForTest().preview(scan)).rejects.toMatchObject({ code: 'preview_unavailable' })
  })
})

describe('what is shown', () => {
  it('is what would be sent: other content is refused', async () => {
    const previews = previewsForTest()
    for (const [name, family] of [['valid.png', 'png'] as const, ['valid.tiff', 'tiff'] as const]) {
      const path = written(name, readFileSync(fixture(name)))
      const scan = scanToShow(path, family)
      await previews.preview(scan)
      writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('!')]))
      await expect(previews.preview(scan)).rejects.toMatchObject({ code: 'content_changed' })
    }
  })

  it('says when the file is gone', async () => {
    const scan = { ...scanToShow(fixture('valid.tiff'), 'tiff'), path: fixture('no-such.tiff') }
    await expect(previewsForTest().preview(scan)).rejects.toMatchObject({ code: 'file_missing' })
  })

  it('is drawn once for everybody who asks', async () => {
    const previews = previewsForTest()
    const scan = scanToShow(fixture('valid.tiff'), 'tiff')
    const shown = await Promise.all(Array.from({ length: 5 }, () => previews.preview(scan)))
    expect(new Set(shown.map(({ path }) => path)).size).toBe(1)
    expect(readdirSync(previews.folder)).toHaveLength(1)

    // A picture that is there needs no thread.
    const later = previewsForTest({
      folder: previews.folder,
      workerFile: new URL('file:///no-such-worker.js'),
    })
    await expect(later.preview(scan)).resolves.toEqual(shown[0])
  })

  it('is purged with everything else', async () => {
    const previews = previewsForTest()
    const shown = await previews.preview(scanToShow(fixture('valid.tiff'), 'tiff'))
    await previews.purge()
    expect(() => readFileSync(shown.path)).toThrow('ENOENT')
  })
})
