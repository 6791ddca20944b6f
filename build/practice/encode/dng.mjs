import { encodeDirectory } from './tiff-directory.mjs'

/** The camera's answer to white light, red and blue against green, as a real sensor has it. */
const neutral = [0.55, 1, 0.66]
const black = 512
const white = 16_383

/** From XYZ (D65) to linear sRGB; the invented camera sees sRGB, weakened by `neutral`. */
const xyzToSrgb = [3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.204, 1.057]

const linear = Float64Array.from({ length: 256 }, (_, code) => {
  const value = code / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

/** Takes one colour of each pixel, as an RGGB colour filter does; 16 bits, little-endian. */
function mosaic(pixels, width, height) {
  const bytes = Buffer.alloc(width * height * 2)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const plane = (y % 2) + (x % 2)
      const light = linear[pixels[(y * width + x) * 3 + plane]] * neutral[plane]
      bytes.writeUInt16LE(Math.round(black + light * (white - black)), (y * width + x) * 2)
    }
  }
  return bytes
}

const long = (tag, ...values) => ({ tag, type: 'long', values })
const short = (tag, ...values) => ({ tag, type: 'short', values })
const byte = (tag, ...values) => ({ tag, type: 'byte', values })
const text = (tag, values) => ({ tag, type: 'ascii', values })
const rational = (tag, ...values) => ({ tag, type: 'rational', values })

/** The first directory: a JPEG preview and what is true of the whole file. */
function previewFields({ preview, previewSize, previewOffset, rawOffset }) {
  return [
    long(254, 1),
    long(256, previewSize.width),
    long(257, previewSize.height),
    short(258, 8, 8, 8),
    short(259, 7),
    short(262, 6),
    text(271, 'Arcadia Optics'),
    text(272, 'Specimen One'),
    long(273, previewOffset),
    short(274, 1),
    short(277, 3),
    long(278, previewSize.height),
    long(279, preview.length),
    rational(282, 72),
    rational(283, 72),
    short(284, 1),
    short(296, 2),
    text(305, 'Intray practice scans'),
    text(306, '2026:11:09 10:24:00'),
    long(330, rawOffset),
    short(530, 2, 2),
    short(531, 1),
    byte(50706, 1, 4, 0, 0),
    byte(50707, 1, 1, 0, 0),
    text(50708, 'Arcadia Optics Specimen One'),
    {
      tag: 50721,
      type: 'srational',
      values: xyzToSrgb.map((value, index) => value * neutral[Math.floor(index / 3)]),
    },
    rational(50728, ...neutral),
    { tag: 50730, type: 'srational', values: [0] },
    short(50778, 21),
  ]
}

/** The second directory: the sensor's own data. */
function sensorFields({ width, height, dataOffset, byteCount }) {
  return [
    long(254, 0),
    long(256, width),
    long(257, height),
    short(258, 16),
    short(259, 1),
    short(262, 32_803),
    long(273, dataOffset),
    short(277, 1),
    long(278, height),
    long(279, byteCount),
    short(284, 1),
    short(33_421, 2, 2),
    byte(33_422, 0, 1, 1, 2),
    byte(50_710, 0, 1, 2),
    short(50_711, 1),
    short(50_713, 1, 1),
    rational(50_714, black),
    long(50_717, white),
    rational(50_718, 1, 1),
    long(50_719, 0, 0),
    long(50_720, width, height),
    long(50_829, 0, 0, height, width),
  ]
}

/**
 * A camera raw file in Adobe's DNG 1.4: an embedded JPEG preview and uncompressed Bayer data.
 * Source: Digital Negative Specification 1.4, "DNG Tags".
 * @param {{ pixels: Buffer, width: number, height: number, preview: Buffer, previewSize: { width: number, height: number } }} shot
 *   `pixels` as sRGB, three bytes each
 * @returns {Buffer}
 */
export function encodeDng({ pixels, width, height, preview, previewSize }) {
  const data = mosaic(pixels, width, height)
  const paddedPreview = preview.length % 2 ? Buffer.concat([preview, Buffer.alloc(1)]) : preview
  const first = 8
  const facts = { preview, previewSize, previewOffset: 0, rawOffset: 0 }
  const rawOffset = first + encodeDirectory(previewFields(facts), first).length
  const sensor = { width, height, dataOffset: 0, byteCount: data.length }
  const previewOffset = rawOffset + encodeDirectory(sensorFields(sensor), rawOffset).length
  const dataOffset = previewOffset + paddedPreview.length
  const header = Buffer.from([0x49, 0x49, 42, 0, first, 0, 0, 0])
  return Buffer.concat([
    header,
    encodeDirectory(previewFields({ ...facts, previewOffset, rawOffset }), first),
    encodeDirectory(sensorFields({ ...sensor, dataOffset }), rawOffset),
    paddedPreview,
    data,
  ])
}
