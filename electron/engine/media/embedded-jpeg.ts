/** A complete JPEG inside another file, with its declared size. */
export interface EmbeddedJpeg {
  readonly bytes: Buffer
  readonly widthPx: number
  readonly heightPx: number
}

const startOfJpeg = Buffer.from([0xff, 0xd8, 0xff])

/** Starts that are looked at. No camera embeds more than a handful; random data holds one in 16 MB. */
const maxStarts = 64

/**
 * The largest JPEG inside a camera's raw file, or undefined. Cameras embed a developed picture for their own
 * screen; where, is each maker's secret, so this looks for the JPEG itself. Sensor data in lossless JPEG form
 * is left out: no viewer shows it.
 */
export function findEmbeddedJpeg(bytes: Buffer): EmbeddedJpeg | undefined {
  let largest: EmbeddedJpeg | undefined
  let start = bytes.indexOf(startOfJpeg)
  for (let count = 0; start !== -1 && count < maxStarts; count += 1) {
    const found = readJpeg(bytes, start)
    const area = (found?.widthPx ?? 0) * (found?.heightPx ?? 0)
    if (found && area > (largest?.widthPx ?? 0) * (largest?.heightPx ?? 0)) largest = found
    // What lies inside a complete JPEG is that JPEG's own thumbnail.
    start = bytes.indexOf(startOfJpeg, start + (found?.bytes.length ?? startOfJpeg.length))
  }
  return largest
}

/** Follows the segments of the JPEG at `start` to its end. Undefined when it has none or cannot be shown. */
function readJpeg(bytes: Buffer, start: number): EmbeddedJpeg | undefined {
  let size: { widthPx: number; heightPx: number } | undefined
  let at = start + 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xd9) {
      return size && { ...size, bytes: bytes.subarray(start, at + 2) }
    }
    const length = bytes.readUInt16BE(at + 2)
    if (isFrame(marker)) {
      if (!isShowableFrame(marker) || at + 9 > bytes.length) return undefined
      size = { heightPx: bytes.readUInt16BE(at + 5), widthPx: bytes.readUInt16BE(at + 7) }
    }
    at += 2 + length
    if (marker === 0xda) at = endOfScan(bytes, at)
  }
  // The end mark may be the file's last two bytes.
  const endsHere = bytes[at] === 0xff && bytes[at + 1] === 0xd9
  return endsHere ? size && { ...size, bytes: bytes.subarray(start, at + 2) } : undefined
}

/** Compressed data runs to the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(0xff, start)
  while (at !== -1) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at = bytes.indexOf(0xff, at + 1)
  }
  return bytes.length
}

/** True for a segment that begins a frame: C0 to CF without the three that define tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** Baseline, extended and progressive Huffman frames: what cameras use for pictures that are looked at. */
function isShowableFrame(marker: number): boolean {
  return marker <= 0xc2
}
