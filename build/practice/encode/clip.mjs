import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inScratch, renderSvg, run } from './tools.mjs'

const h264 = [
  '-c:v',
  'libx264',
  '-profile:v',
  'main',
  '-pix_fmt',
  'yuv420p',
  '-preset',
  'slow',
  '-crf',
  '27',
  '-threads',
  '1',
]

/** How each container is filled. Windows Media and AVI get the codecs that such files usually hold. */
const containers = {
  mp4: [...h264, '-movflags', '+faststart'],
  mov: [...h264, '-movflags', '+faststart'],
  mkv: h264,
  wmv: ['-c:v', 'wmv2', '-b:v', '240k', '-f', 'asf'],
  avi: ['-c:v', 'mpeg4', '-q:v', '6', '-vtag', 'XVID'],
}

/** @typedef {keyof typeof containers} Container */

/**
 * A silent clip.
 * @param {Container} container
 * @param {(time: number) => string} drawFrame an SVG document for a time from 0 to 1
 * @param {{ frames?: number, framesPerSecond?: number, more?: string[] }} [form]
 */
export function makeClip(container, drawFrame, { frames = 36, framesPerSecond = 15, more = [] } = {}) {
  return inScratch((scratch) => {
    for (let frame = 0; frame < frames; frame += 1) {
      const picture = renderSvg(drawFrame(frames === 1 ? 0 : frame / (frames - 1)), 'png')
      writeFileSync(join(scratch, `${String(frame).padStart(3, '0')}.png`), picture)
    }
    const target = join(scratch, `clip.${container}`)
    const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact']
    run('ffmpeg', [
      '-loglevel',
      'error',
      '-framerate',
      `${framesPerSecond}`,
      '-i',
      join(scratch, '%03d.png'),
      ...plain,
      ...containers[container],
      ...more,
      target,
    ])
    return readFileSync(target)
  })
}
