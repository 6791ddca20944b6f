import { crc32, deflateSync } from 'node:zlib'

/** Small whole files of every family, made here byte by byte so that a test can break them where it wants. */

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')

function u16(value: number, order: 'big' | 'little' = 'big'): Buffer {
  const bytes = Buffer.alloc(2)
  if (order === 'big') bytes.writeUInt16BE(value)
  else bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number, order: 'big' | 'little' = 'big'): Buffer {
  const bytes = Buffer.alloc(4)
  if (order === 'big') bytes.writeUInt32BE(value)
  else bytes.writeUInt32LE(value)
  return bytes
}

function u64le(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

export function jpegSegment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])
}

const endOfImage = Buffer.from([0xff, 0xd9])

interface JpegOptions {
  readonly width?: number
  readonly height?: number
  readonly thumbnail?: Buffer
}

/** With a restart mark and a stuffed FF in its data, and, where asked, a thumbnail in its first segment. */
export function jpeg({ width = 8, height = 8, thumbnail }: JpegOptions = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe1, Buffer.concat([ascii('Exif\0\0'), thumbnail ?? Buffer.alloc(0)])),
    jpegSegment(
      0xc0,
      Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])]),
    ),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    endOfImage,
  ])
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([ascii(type), data])
  return Buffer.concat([u32(data.length), body, u32(crc32(body))])
}

export const pngSignature = ascii('\x89PNG\r\n\x1a\n')

export function png({ width = 1, height = 1 } = {}): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])
  const data = deflateSync(Buffer.from([0, 0x7f]))
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('tEXt', ascii('Title\0A card')),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export function gif({ width = 1, height = 1 } = {}): Buffer {
  return Buffer.concat([
    ascii('GIF89a'),
    u16(width, 'little'),
    u16(height, 'little'),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]),
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 0x01, 0]),
    Buffer.from([0x3b]),
  ])
}

export interface TiffField {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly value: number
}

/** A classic little-endian TIFF: 8 bytes of picture data, then one directory for each list of fields. */
export function tiffWith(pages: readonly (readonly TiffField[])[]): Buffer {
  const header = Buffer.concat([ascii('II*\0'), u32(16, 'little'), Buffer.alloc(8, 0x55)])
  let offset = header.length
  const directories = pages.map((fields, index) => {
    const length = 2 + 12 * fields.length + 4
    offset += length
    return Buffer.concat([
      u16(fields.length, 'little'),
      ...fields.map(({ tag, type, count, value }) =>
        Buffer.concat([u16(tag, 'little'), u16(type, 'little'), u32(count, 'little'), u32(value, 'little')]),
      ),
      u32(index === pages.length - 1 ? 0 : offset, 'little'),
    ])
  })
  return Buffer.concat([header, ...directories])
}

const short = (tag: number, value: number): TiffField => ({ tag, type: 3, count: 1, value })
const long = (tag: number, value: number): TiffField => ({ tag, type: 4, count: 1, value })

/** The fields of a page whose data is the 8 bytes after the header. */
export function tiffPage({ width = 4, height = 2, photometric = 1, dataOffset = 8 } = {}): TiffField[] {
  return [
    long(256, width),
    long(257, height),
    short(258, 8),
    short(259, 1),
    short(262, photometric),
    long(273, dataOffset),
    long(279, 8),
  ]
}

export function tiff(): Buffer {
  return tiffWith([tiffPage(), tiffPage()])
}

export function box(type: string, ...bodies: readonly Buffer[]): Buffer {
  const body = Buffer.concat(bodies)
  return Buffer.concat([u32(body.length + 8), ascii(type), body])
}

/** With its directory behind the film data, where recorders leave it. */
export function mp4({ brand = 'isom', handler = 'vide', chunkOffset = 40 } = {}): Buffer {
  const handlerBox = box('hdlr', Buffer.alloc(8), ascii(handler), Buffer.alloc(13))
  const chunks = box('stco', Buffer.alloc(4), u32(1), u32(chunkOffset))
  const track = box('trak', box('mdia', handlerBox, box('minf', box('stbl', chunks))))
  return Buffer.concat([
    box('ftyp', ascii(brand), u32(0x200), ascii('isomiso2')),
    box('mdat', Buffer.alloc(64, 0x11)),
    box('moov', box('mvhd', Buffer.alloc(100)), track),
  ])
}

function riffChunk(id: string, body: Buffer): Buffer {
  return Buffer.concat([ascii(id), u32(body.length, 'little'), body])
}

export function avi(): Buffer {
  const lists = Buffer.concat([
    ascii('AVI '),
    riffChunk('LIST', Buffer.concat([ascii('hdrl'), riffChunk('avih', Buffer.alloc(56))])),
    riffChunk('LIST', Buffer.concat([ascii('movi'), riffChunk('00dc', Buffer.alloc(32, 0x22))])),
    riffChunk('idx1', Buffer.alloc(16, 1)),
  ])
  return Buffer.concat([ascii('RIFF'), u32(lists.length, 'little'), lists])
}

function asfObject(id: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(id, 'hex'), u64le(body.length + 24), body])
}

const asfVideo = 'c0ef19bc4d5bcf11a8fd00805f5c442b'
const asfAudio = '409e69f84d5bcf11a8fd00805f5c442b'

/** Streams in the order given; people's recorders put the sound first. */
export function asf(streams: readonly ('video' | 'audio')[] = ['audio', 'video']): Buffer {
  const stream = (kind: 'video' | 'audio'): Buffer =>
    asfObject(
      '9107dcb7b7a9cf118ee600c00c205365',
      Buffer.concat([Buffer.from(kind === 'video' ? asfVideo : asfAudio, 'hex'), Buffer.alloc(38)]),
    )
  const build = (fileBytes: number): Buffer => {
    const properties = asfObject(
      'a1dcab8c47a9cf118ee400c00c205365',
      Buffer.concat([Buffer.alloc(16), u64le(fileBytes), Buffer.alloc(56)]),
    )
    const children = [properties, ...streams.map(stream)]
    const prelude = Buffer.concat([u32(children.length, 'little'), Buffer.from([1, 2])])
    return Buffer.concat([
      asfObject('3026b2758e66cf11a6d900aa0062ce6c', Buffer.concat([prelude, ...children])),
      asfObject('3626b2758e66cf11a6d900aa0062ce6c', Buffer.alloc(40, 0x33)),
    ])
  }
  return build(build(0).length)
}

function element(id: string, body: Buffer): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(body.length) | (1n << 56n))
  return Buffer.concat([Buffer.from(id, 'hex'), length, body])
}

export function mkv(documentType = 'matroska'): Buffer {
  const segment = Buffer.concat([
    element('1549a966', Buffer.alloc(8, 0x44)),
    element('1654ae6b', Buffer.alloc(8, 0x45)),
    element('1f43b675', Buffer.alloc(64, 0x46)),
  ])
  return Buffer.concat([
    element('1a45dfa3', element('4282', ascii(documentType))),
    element('18538067', segment),
  ])
}

/** One page without content. `trailer` goes into the trailer, `objects` before the index. */
export function pdf({ trailer = '', objects = '', head = '' } = {}): Buffer {
  const body = [
    `${head}%PDF-1.7\n`,
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
    objects,
  ].join('')
  return ascii(
    [
      body,
      'xref\n0 1\n0000000000 65535 f \n',
      `trailer\n<< /Size 3 /Root 1 0 R ${trailer} >>\n`,
      `startxref\n${body.length - head.length}\n%%EOF\n`,
    ].join(''),
  )
}

export function eps(): Buffer {
  return ascii('%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\nnewpath\nshowpage\n%%EOF\n')
}

/** The same drawing with the binary header that announces a preview. */
export function epsWithPreview(): Buffer {
  const [drawing, preview] = [eps(), Buffer.alloc(20, 0x49)]
  return Buffer.concat([
    Buffer.from([0xc5, 0xd0, 0xd3, 0xc6]),
    ...[30, drawing.length, 0, 0, 30 + drawing.length, preview.length].map((value) => u32(value, 'little')),
    u16(0xffff),
    drawing,
    preview,
  ])
}

/** A camera's TIFF: the first directory is a preview, the one inside it the sensor's data. */
export function dng(): Buffer {
  const first = [...tiffPage({ photometric: 2 }), long(330, 0)]
  const subDirectory = 16 + 2 + 12 * first.length + 4
  const withLink = [...tiffPage({ photometric: 2 }), long(330, subDirectory)]
  const [main, inner] = [tiffWith([withLink]), tiffWith([tiffPage({ photometric: 32_803 })])]
  return Buffer.concat([main, inner.subarray(16)])
}

export function mrw(): Buffer {
  return Buffer.concat([ascii('\0MRM'), u32(8), Buffer.alloc(16, 0x66)])
}

export function x3f(): Buffer {
  const head = Buffer.concat([ascii('FOVb'), Buffer.alloc(36, 0x77), ascii('SECd'), Buffer.alloc(8)])
  return Buffer.concat([head, u32(40, 'little')])
}

export function crw(): Buffer {
  const header = Buffer.concat([ascii('II'), u32(26, 'little'), ascii('HEAPCCDR'), Buffer.alloc(12)])
  const heap = Buffer.concat([Buffer.alloc(8, 0x55), u16(1, 'little'), Buffer.alloc(10), u32(8, 'little')])
  return Buffer.concat([header, heap])
}

export function text(): Buffer {
  return Buffer.from('Dear Ms Ellingstad,\r\n\tyour card is ready.\n')
}

/** A whole file of each family, with a name that fits it. */
export const samples: readonly { readonly name: string; readonly family: string; readonly bytes: Buffer }[] =
  [
    { name: 'a.txt', family: 'txt', bytes: text() },
    { name: 'a.pdf', family: 'pdf', bytes: pdf() },
    { name: 'a.mp4', family: 'mp4', bytes: mp4() },
    { name: 'a.m4v', family: 'mp4', bytes: mp4({ brand: 'M4V ' }) },
    { name: 'a.mov', family: 'mov', bytes: mp4({ brand: 'qt  ' }) },
    { name: 'a.wmv', family: 'wmv', bytes: asf() },
    { name: 'a.avi', family: 'avi', bytes: avi() },
    { name: 'a.mkv', family: 'mkv', bytes: mkv() },
    { name: 'a.png', family: 'png', bytes: png() },
    { name: 'a.jpg', family: 'jpg', bytes: jpeg() },
    { name: 'a.jpeg', family: 'jpg', bytes: jpeg() },
    { name: 'a.tiff', family: 'tiff', bytes: tiff() },
    { name: 'a.TIF', family: 'tiff', bytes: tiff() },
    { name: 'a.gif', family: 'gif', bytes: gif() },
    { name: 'a.dng', family: 'raw', bytes: dng() },
    { name: 'a.nef', family: 'raw', bytes: tiffWith([tiffPage()]) },
    { name: 'a.crw', family: 'raw', bytes: crw() },
    { name: 'a.mrw', family: 'raw', bytes: mrw() },
    { name: 'a.x3f', family: 'raw', bytes: x3f() },
    { name: 'a.eps', family: 'eps', bytes: eps() },
    { name: 'b.eps', family: 'eps', bytes: epsWithPreview() },
  ]
