const binaryHeader = 0xc5_d0_d3_c6

/**
 * The TIFF that drawing programs put beside the PostScript, for viewers that cannot run PostScript; undefined
 * when the file has none. Source: Encapsulated PostScript File Format Specification 3.0, section 5.2.
 */
export function findEpsPreview(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 30 || bytes.readUInt32BE(0) !== binaryHeader) return undefined
  const offset = bytes.readUInt32LE(20)
  const length = bytes.readUInt32LE(24)
  const isWhole = offset >= 30 && length > 8 && offset + length <= bytes.length
  return isWhole ? bytes.subarray(offset, offset + length) : undefined
}
