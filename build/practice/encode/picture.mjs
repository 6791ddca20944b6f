import { convertFile, renderSvg, run } from './tools.mjs'

const clean = [
  '-strip',
  '-define',
  'png:exclude-chunks=date,time',
  '-units',
  'PixelsPerInch',
  '-density',
  '150',
]
const magick = (input, parameters, format) =>
  run('magick', [...input, ...clean, ...parameters, `${format}:-`])
const fromSvg = (svg, parameters, format) =>
  run('magick', ['png:-', ...clean, ...parameters, `${format}:-`], renderSvg(svg, 'png'))

/** @param {string} svg @param {{ width?: number, quality?: number }} [form] */
export const asJpeg = (svg, { width, quality = 80 } = {}) =>
  fromSvg(
    svg,
    [...(width ? ['-resize', `${width}x`] : []), '-quality', `${quality}`, '-sampling-factor', '4:2:0'],
    'jpg',
  )

/** A PNG with a dithered palette, to keep it small without bands in its gradients. */
export const asPng = (svg, { width, colours = 256 } = {}) =>
  fromSvg(
    svg,
    [
      ...(width ? ['-resize', `${width}x`] : []),
      '-alpha',
      'off',
      '-colors',
      `${colours}`,
      '-define',
      'png:compression-level=9',
    ],
    'png',
  )

export const asGif = (svg, { width, colours = 96 } = {}) =>
  fromSvg(svg, ['-resize', `${width}x`, '+dither', '-colors', `${colours}`], 'gif')

/** @param {string} svg @param {{ compress: string, more?: string[] }} form `compress` as ImageMagick names it */
export function asTiff(svg, { compress, more = [] }) {
  return convertFile(
    'magick',
    { input: renderSvg(svg, 'png'), from: 'in.png', to: 'out.tiff' },
    (from, to) => [from, ...clean, '-alpha', 'off', ...more, '-compress', compress, '-quality', '82', to],
  )
}

export const asWebp = (svg, width) => fromSvg(svg, ['-resize', `${width}x`, '-quality', '70'], 'webp')

/** Red, green and blue, one byte each, row by row. */
export const asPixels = (svg, { width, height }) =>
  fromSvg(svg, ['-resize', `${width}x${height}!`, '-depth', '8'], 'rgb')

/** A picture made by ImageMagick alone, for example from `plasma:`. */
export const drawWithMagick = (source, parameters, format) => magick(source, parameters, format)
