import { describe, expect, it } from 'vitest'
import type { FileFamilyId } from '../../../electron/shared/file-families.ts'
import { checkStructure } from '../../../electron/engine/identify/structure/structure.ts'
import {
  crw,
  dng,
  gif,
  jpeg,
  jpegSegment,
  mrw,
  png,
  pngChunk,
  pngSignature,
  tiff,
  tiffPage,
  tiffWith,
  x3f,
} from './sample-files.ts'

function damageOf(family: FileFamilyId, bytes: Buffer): string {
  const findings = checkStructure(family, bytes)
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['damaged', 'block']])
  return findings[0]?.evidence ?? ''
}

const whole = (family: FileFamilyId, bytes: Buffer): void => expect(checkStructure(family, bytes)).toEqual([])

describe('JPEG', () => {
  it('is whole up to its own end mark, whatever follows it', () => {
    whole('jpg', jpeg())
    whole('jpg', Buffer.concat([jpeg(), Buffer.from('<html>appended</html>')]))
    whole('jpg', Buffer.concat([jpeg(), jpeg()]))
  })

  it('is not fooled by the end mark of a thumbnail', () => {
    const picture = jpeg({ thumbnail: jpeg() })
    whole('jpg', picture)
    expect(damageOf('jpg', picture.subarray(0, picture.length - 2))).toBe(
      'The picture breaks off: its end is missing.',
    )
  })

  it('breaks off in its header, in its data, or has none', () => {
    expect(damageOf('jpg', jpeg().subarray(0, 8))).toBe('The picture breaks off in its header.')
    expect(damageOf('jpg', jpeg().subarray(0, 4))).toBe('It breaks off before its end.')
    expect(damageOf('jpg', Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toBe('It holds no picture.')
    expect(damageOf('jpg', Buffer.concat([jpeg().subarray(0, -9), Buffer.alloc(500)]))).toContain(
      'breaks off',
    )
  })

  it('takes stray bytes between segments as decoders do, and a height that follows later', () => {
    const comment = jpegSegment(0xfe, Buffer.from('scanner'))
    const picture = jpeg({ height: 0 })
    whole('jpg', Buffer.concat([picture.subarray(0, 2), comment, Buffer.from([0, 0]), picture.subarray(2)]))
  })

  it('is refused when it claims a size that no scanner makes', () => {
    expect(damageOf('jpg', jpeg({ width: 65_000, height: 65_000 }))).toContain('65,000 x 65,000 pixels')
  })
})

describe('PNG', () => {
  it('is whole up to IEND, whatever follows it', () => {
    whole('png', png())
    whole('png', Buffer.concat([png(), Buffer.from('PK')]))
  })

  it('tells where it breaks off', () => {
    const bytes = png()
    expect(damageOf('png', bytes.subarray(0, bytes.length - 12))).toBe(
      'The picture breaks off: its end is missing.',
    )
    expect(damageOf('png', bytes.subarray(0, bytes.indexOf('IDAT') + 10))).toBe(
      'The picture breaks off in its data.',
    )
    expect(damageOf('png', bytes.subarray(0, 20))).toContain('breaks off')
  })

  it('tells an altered byte by its checksum, where the picture depends on it', () => {
    const altered = (mark: string): Buffer => {
      const bytes = Buffer.from(png())
      const at = bytes.indexOf(mark) + 4
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes
    }
    expect(damageOf('png', altered('IDAT'))).toContain('checksum')
    whole('png', altered('tEXt'))
  })

  it('needs a header and data', () => {
    expect(damageOf('png', Buffer.concat([pngSignature, pngChunk('IDAT', Buffer.alloc(4))]))).toContain(
      'no header',
    )
    const [header, end] = [png().subarray(0, 33), pngChunk('IEND', Buffer.alloc(0))]
    expect(damageOf('png', Buffer.concat([header, end]))).toBe('It holds no picture.')
  })

  it('is refused when it claims a size that no scanner makes, or none', () => {
    expect(damageOf('png', png({ width: 30_000, height: 30_000 }))).toContain('30,000 x 30,000 pixels')
    expect(damageOf('png', png({ width: 0 }))).toContain('no width')
    whole('png', png({ width: 14_000, height: 19_800 }))
  })
})

describe('GIF', () => {
  it('is whole up to its trailer, whatever follows it', () => {
    whole('gif', gif())
    whole('gif', Buffer.concat([gif(), Buffer.from('%PDF-1.4')]))
  })

  it('tells a missing end, a broken block and a missing picture', () => {
    expect(damageOf('gif', gif().subarray(0, -1))).toContain('its end is missing')
    expect(damageOf('gif', gif().subarray(0, -4))).toContain('breaks off')
    expect(damageOf('gif', Buffer.concat([gif().subarray(0, 19), Buffer.from([0x99])]))).toContain('broken')
    expect(damageOf('gif', Buffer.concat([gif().subarray(0, 19), Buffer.from([0x3b])]))).toBe(
      'It holds no picture.',
    )
    expect(damageOf('gif', gif({ width: 60_000, height: 60_000 }))).toContain('pixels')
  })
})

describe('TIFF', () => {
  it('is whole when every page has its data in the file', () => {
    whole('tiff', tiff())
  })

  it('breaks off when a directory, a value or the data lies outside the file', () => {
    expect(damageOf('tiff', tiff().subarray(0, 20))).toContain('its directory is not in the file')
    expect(damageOf('tiff', tiffWith([tiffPage({ dataOffset: 5_000 })]))).toContain('data is not in the file')
    const palette = { tag: 320, type: 3, count: 768, value: 5_000 }
    expect(damageOf('tiff', tiffWith([[...tiffPage(), palette]]))).toContain('data is not in the file')
    const stripTable = { tag: 273, type: 4, count: 2, value: 5_000 }
    expect(damageOf('tiff', tiffWith([[...tiffPage().slice(0, 5), stripTable]]))).toContain('not in the file')
  })

  it('does not judge what makers put into private fields', () => {
    whole('tiff', tiffWith([[...tiffPage(), { tag: 50_000, type: 7, count: 900, value: 5_000 }]]))
  })

  it('tells pages that run in a circle, and directories made to be read over and over', () => {
    const circle = Buffer.from(tiffWith([tiffPage()]))
    circle.writeUInt32LE(16, circle.length - 4)
    expect(damageOf('tiff', circle)).toBe('Its pages run in a circle.')
    const overlapping = Buffer.alloc(60_000, 1)
    overlapping.write('II*\0', 'latin1')
    overlapping.writeUInt32LE(8, 4)
    expect(damageOf('tiff', overlapping)).toBeTruthy()
  })

  it('needs a page with a sane size and with data', () => {
    expect(damageOf('tiff', tiffWith([tiffPage().slice(2)]))).toContain('no width')
    expect(damageOf('tiff', tiffWith([tiffPage().slice(0, 5)]))).toBe('A page holds no picture.')
    expect(damageOf('tiff', tiffWith([tiffPage({ width: 90_000, height: 90_000 })]))).toContain('pixels')
    expect(damageOf('tiff', Buffer.from('II*\0\0\0\0\0', 'latin1'))).toBe('It holds no picture.')
  })
})

describe('camera raw', () => {
  it('is whole in each of its containers', () => {
    for (const bytes of [dng(), mrw(), x3f(), crw()]) whole('raw', bytes)
  })

  it('breaks off in each of its containers', () => {
    expect(damageOf('raw', tiffWith([tiffPage({ dataOffset: 5_000 })]))).toContain('not in the file')
    for (const bytes of [dng(), mrw(), x3f(), crw()]) {
      expect(damageOf('raw', bytes.subarray(0, 15))).toBeTruthy()
    }
  })
})
