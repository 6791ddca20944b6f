import { renderSvg, run } from './tools.mjs'

/** An encapsulated PostScript drawing as plain text. @param {string} svg */
export function asEps(svg) {
  const text = renderSvg(svg, 'eps').toString('latin1')
  return Buffer.from(
    text.replace(/^%%CreationDate: .*$/m, '%%CreationDate: Mon Nov 23 00:00:00 2026'),
    'latin1',
  )
}

/**
 * PostScript with a TIFF preview before it (the "DOS EPS binary" form), so that a viewer without a PostScript
 * interpreter has something to show. Source: Encapsulated PostScript File Format Specification 3.0, section 5.2.
 * @param {string} svg
 * @param {number} previewWidth
 */
export function asEpsWithPreview(svg, previewWidth) {
  const postscript = asEps(svg)
  const preview = run(
    'magick',
    [
      'png:-',
      '-strip',
      '-resize',
      `${previewWidth}x`,
      '-alpha',
      'off',
      '+dither',
      '-colors',
      '24',
      '-compress',
      'LZW',
      'tiff:-',
    ],
    renderSvg(svg, 'png', ['--zoom', '2']),
  )
  const header = Buffer.alloc(30)
  header.set([0xc5, 0xd0, 0xd3, 0xc6])
  header.writeUInt32LE(header.length, 4)
  header.writeUInt32LE(postscript.length, 8)
  header.writeUInt32LE(header.length + postscript.length, 20)
  header.writeUInt32LE(preview.length, 24)
  header.writeUInt16LE(0xffff, 28)
  return Buffer.concat([header, postscript, preview])
}
