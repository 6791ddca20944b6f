/** Width and height as a picture's header declares them, in pixels. */
export interface PictureSize {
  readonly widthPx: number
  readonly heightPx: number
}

/**
 * The size that a PNG, GIF or JPEG declares, read from its first bytes; undefined for anything else, and when
 * `head` ends before the place that says it.
 */
export function readDeclaredSize(head: Buffer): PictureSize | undefined {
  if (head.length >= 24 && head.toString('latin1', 1, 4) === 'PNG') {
    return { widthPx: head.readUInt32BE(16), heightPx: head.readUInt32BE(20) }
  }
  if (head.length >= 10 && head.toString('latin1', 0, 4) === 'GIF8') {
    return { widthPx: head.readUInt16LE(6), heightPx: head.readUInt16LE(8) }
  }
  return head.length >= 2 && head.readUInt16BE(0) === 0xff_d8 ? readFrameSize(head) : undefined
}

function readFrameSize(head: Buffer): PictureSize | undefined {
  let at = 2
  while (at + 9 <= head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { heightPx: head.readUInt16BE(at + 5), widthPx: head.readUInt16BE(at + 7) }
    // Fill bytes may stand before a marker.
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2)
  }
  return undefined
}
