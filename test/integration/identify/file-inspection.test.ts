import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { inspectFile } from '../../../electron/engine/identify/file-inspection.ts'
import type { InspectionOptions } from '../../../electron/engine/identify/file-inspection.ts'
import { IntrayError } from '../../../electron/shared/error-codes.ts'
import type { ErrorCode } from '../../../electron/shared/error-codes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { jpeg, png } from '../../unit/identify/sample-files.ts'

const limit = { maxFileSizeBytes: 5_000_000 }
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

async function failureOf(
  path: string,
  options: InspectionOptions = limit,
): Promise<{ code: ErrorCode; detail: string }> {
  const thrown: unknown = await inspectFile(path, options).catch((reason: unknown) => reason)
  if (!(thrown instanceof IntrayError)) throw new Error('An IntrayError was expected.', { cause: thrown })
  // Neither the path nor the name leaves with an error.
  expect(JSON.stringify([thrown.message, thrown.detail])).not.toContain('scan')
  return { code: thrown.code, detail: thrown.detail }
}

describe('inspectFile', () => {
  it('reads, hashes and judges a file once', async () => {
    const path = join(temporaryFolder(), 'scan.jpg')
    writeFileSync(path, jpeg())
    expect(await inspectFile(path, limit)).toEqual({
      sizeBytes: jpeg().length,
      sha256: sha256(jpeg()),
      family: 'jpg',
      detected: 'a JPEG picture',
      picture: { widthPx: 8, heightPx: 8, bitsPerPixel: 8, coding: 'lossy' },
      findings: [],
      endsInZeros: false,
    })
  })

  it('notices many zeros at the end where a format has no end of its own', async () => {
    const path = join(temporaryFolder(), 'letter.txt')
    const letter = Buffer.from('Dear Sir or Madam, '.repeat(300))
    const inspections = [
      Buffer.concat([letter, Buffer.alloc(4_096)]),
      Buffer.concat([letter, Buffer.alloc(4_095)]),
      Buffer.concat([jpeg(), Buffer.alloc(8_192)]),
    ].map(async (bytes, index) => {
      writeFileSync(`${path}${String(index)}.txt`, bytes)
      return (await inspectFile(`${path}${String(index)}.txt`, { maxFileSizeBytes: 1_000_000 })).endsInZeros
    })
    expect(await Promise.all(inspections)).toEqual([true, false, false])
  })

  it('judges by the name it is given, where the path ends in another one', async () => {
    const path = join(temporaryFolder(), 'scan.jpg')
    writeFileSync(path, png())
    expect((await inspectFile(path, limit)).findings).toHaveLength(1)
    expect((await inspectFile(path, { ...limit, name: 'card.png' })).findings).toEqual([])
  })

  it('calls a picture too small where it is asked to', async () => {
    const path = join(temporaryFolder(), 'scan.jpg')
    writeFileSync(path, jpeg())
    const { findings } = await inspectFile(path, { ...limit, minPicturePixels: 9 })
    expect(findings.map(({ code }) => code)).toEqual(['picture_too_small'])
  })

  it('hashes nothing, too', async () => {
    const path = join(temporaryFolder(), 'scan.jpg')
    writeFileSync(path, '')
    expect(await inspectFile(path, limit)).toMatchObject({ sizeBytes: 0, sha256: sha256(Buffer.alloc(0)) })
  })

  it('hashes a file over the limit in pieces and judges it by its beginning', async () => {
    const path = join(temporaryFolder(), 'scan.png')
    const bytes = Buffer.concat([png(), Buffer.alloc(3_333_333, 7)])
    writeFileSync(path, bytes)
    const inspection = await inspectFile(path, { maxFileSizeBytes: 1_000_000 })
    expect(inspection).toMatchObject({ sizeBytes: bytes.length, sha256: sha256(bytes), family: 'png' })
    expect(inspection.findings.map(({ code }) => code)).toEqual(['too_large'])
  })

  it('takes a file of exactly the limit', async () => {
    const path = join(temporaryFolder(), 'scan.png')
    writeFileSync(path, png())
    expect((await inspectFile(path, { maxFileSizeBytes: png().length })).findings).toEqual([])
    expect((await inspectFile(path, { maxFileSizeBytes: png().length - 1 })).findings).toHaveLength(1)
  })

  it('can be stopped while it hashes a large file', async () => {
    const path = join(temporaryFolder(), 'scan.mp4')
    writeFileSync(path, Buffer.alloc(2_000_000))
    const reason = new Error('The engine stops.')
    const stopped = inspectFile(path, { maxFileSizeBytes: 10, signal: AbortSignal.abort(reason) })
    await expect(stopped).rejects.toBe(reason)
  })
})

describe('what cannot be read', () => {
  it('a file that is gone, or whose folder is', async () => {
    const folder = temporaryFolder()
    expect(await failureOf(join(folder, 'scan.jpg'))).toEqual({ code: 'file_missing', detail: '' })
    writeFileSync(join(folder, 'scan'), '')
    expect(await failureOf(join(folder, 'scan', 'scan.jpg'))).toEqual({ code: 'file_missing', detail: '' })
  })

  it('a folder, a link, a pipe and a device are named for what they are and never opened', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'scans'))
    expect(await failureOf(join(folder, 'scans'))).toEqual({
      code: 'file_unreadable',
      detail: 'It is a folder.',
    })
    writeFileSync(join(folder, 'scan.jpg'), jpeg())
    symlinkSync(join(folder, 'scan.jpg'), join(folder, 'scan-link.jpg'))
    expect((await failureOf(join(folder, 'scan-link.jpg'))).detail).toContain('a link to another place')
    execFileSync('mkfifo', [join(folder, 'scan-pipe.jpg')])
    expect((await failureOf(join(folder, 'scan-pipe.jpg'))).detail).toBe('It is a pipe or a device.')
    expect((await failureOf('/dev/zero')).detail).toBe('It is a pipe or a device.')
  })

  it('a name that no system takes', async () => {
    expect((await failureOf(join(temporaryFolder(), 'x'.repeat(5_000)))).detail).toBe(
      'The name or the path is too long (ENAMETOOLONG).',
    )
  })

  it('a file that shrinks or grows while it is read', async () => {
    const path = join(temporaryFolder(), 'scan.mp4')
    const size = 4 * 1024 * 1024
    for (const changedSize of [1_000, size + 4]) {
      writeFileSync(path, Buffer.alloc(size))
      const { signal } = new AbortController()
      // Asked before each piece, so the change comes after reading began.
      const asked = vi.spyOn(signal, 'throwIfAborted').mockImplementation(() => {
        truncateSync(path, changedSize)
      })
      expect(await failureOf(path, { maxFileSizeBytes: 10, signal })).toEqual({
        code: 'content_changed',
        detail: 'The file changed while it was read.',
      })
      expect(asked).toHaveBeenCalled()
    }
  })
})
