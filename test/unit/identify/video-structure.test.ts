import { describe, expect, it } from 'vitest'
import type { FileFamilyId } from '../../../electron/shared/file-families.ts'
import { checkStructure } from '../../../electron/engine/identify/structure/structure.ts'
import { asf, avi, box, mkv, mp4 } from './sample-files.ts'

const findingsOf = (family: FileFamilyId, bytes: Buffer): string[] =>
  checkStructure(family, bytes).map(({ code, severity, evidence }) => `${code}/${severity}: ${evidence}`)

/** What a copy leaves that reserved the whole length and then stopped. */
function zeroedFrom(bytes: Buffer, share: number): Buffer {
  const kept = Math.floor(bytes.length * share)
  return Buffer.concat([bytes.subarray(0, kept), Buffer.alloc(bytes.length - kept)])
}

describe('MP4 and QuickTime', () => {
  it('is whole with a directory and film data, in any order, also with zeros at the end', () => {
    expect(findingsOf('mp4', mp4())).toEqual([])
    expect(findingsOf('mov', mp4({ brand: 'qt  ' }))).toEqual([])
    expect(findingsOf('mp4', Buffer.concat([mp4(), Buffer.alloc(4)]))).toEqual([])
  })

  it('tells where it breaks off', () => {
    expect(findingsOf('mp4', mp4().subarray(0, 60))).toEqual([
      'damaged/block: The file breaks off in its “mdat” part.',
    ])
    const withoutDirectory = mp4().subarray(0, 24 + 72)
    expect(findingsOf('mp4', withoutDirectory)).toEqual([
      'damaged/block: Its directory (“moov”) is missing: the recording was not finished.',
    ])
    expect(findingsOf('mp4', zeroedFrom(mp4(), 0.5))).toEqual([
      'damaged/block: Its directory names no track.',
    ])
  })

  it('tells film data that the directory promises and the file lacks', () => {
    expect(findingsOf('mp4', mp4({ chunkOffset: 90_000 }))).toEqual([
      'damaged/block: The video breaks off: some of its data is not in the file.',
    ])
    expect(findingsOf('mp4', box('moov', box('trak', Buffer.alloc(8))))).toEqual([
      'damaged/block: It holds no film data.',
    ])
  })
})

describe('AVI', () => {
  it('is whole when it is as long as its header says', () => {
    expect(findingsOf('avi', avi())).toEqual([])
    expect(findingsOf('avi', avi().subarray(0, -10))).toEqual([
      'damaged/block: The video breaks off: the file is shorter than its header says.',
    ])
    expect(findingsOf('avi', zeroedFrom(avi(), 0.6))).toHaveLength(1)
  })

  it('is doubtful when the recorder left the length out', () => {
    const bytes = Buffer.from(avi())
    bytes.writeUInt32LE(0, 4)
    expect(findingsOf('avi', bytes)).toEqual([
      'damaged/warn: Its length is missing: the recording may have been broken off.',
    ])
  })
})

describe('Windows Media', () => {
  it('is whole when it is as long as its header says', () => {
    expect(findingsOf('wmv', asf())).toEqual([])
    expect(findingsOf('wmv', asf().subarray(0, -10))).toEqual([
      'damaged/block: The video breaks off: the file is shorter than its header says.',
    ])
    expect(findingsOf('wmv', asf().subarray(0, 60))).toEqual([
      'damaged/block: The video breaks off in its header.',
    ])
    expect(findingsOf('wmv', zeroedFrom(asf(), 0.5))).toHaveLength(1)
  })
})

describe('Matroska', () => {
  it('is whole when its segment is', () => {
    expect(findingsOf('mkv', mkv())).toEqual([])
    expect(findingsOf('mkv', mkv().subarray(0, -10))).toEqual([
      'damaged/block: The video breaks off: the file is shorter than its header says.',
    ])
    expect(findingsOf('mkv', mkv().subarray(0, 24))).toHaveLength(1)
    expect(findingsOf('mkv', zeroedFrom(mkv(), 0.45))).toHaveLength(1)
  })

  it('takes a live recording, whose lengths were not known', () => {
    const bytes = Buffer.from(mkv())
    const at = bytes.indexOf(Buffer.from('18538067', 'hex')) + 4
    Buffer.from('01ffffffffffffff', 'hex').copy(bytes, at)
    expect(findingsOf('mkv', bytes)).toEqual([])
  })
})
