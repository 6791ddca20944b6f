import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The programs that turn drawings into files; Debian's librsvg2-bin, imagemagick, ffmpeg and ghostscript. */
const programs = { rsvg: 'rsvg-convert', magick: '/usr/bin/convert', ffmpeg: 'ffmpeg', ghostscript: 'gs' }

/**
 * Runs a program in a directory of its own that is removed afterwards.
 * @template T
 * @param {(scratch: string) => T} work
 * @returns {T}
 */
export function inScratch(work) {
  const scratch = mkdtempSync(join(tmpdir(), 'intray-practice-'))
  try {
    return work(scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** @param {keyof typeof programs} program @param {string[]} parameters @param {Buffer} [input] */
export function run(program, parameters, input) {
  return execFileSync(programs[program], parameters, {
    input,
    maxBuffer: 256_000_000,
    stdio: ['pipe', 'pipe', 'pipe'],
    // One date for every run, so that the same drawing gives the same bytes.
    env: { ...process.env, SOURCE_DATE_EPOCH: '1795392000' },
  })
}

/** @param {string} svg @param {'png' | 'pdf' | 'eps'} format @param {string[]} [more] @returns {Buffer} */
export function renderSvg(svg, format, more = []) {
  return run('rsvg', ['--format', format, ...more], Buffer.from(svg))
}

/** Writes `input` to a file named `from`, runs `program`, and reads the file named `to`. */
export function convertFile(program, { input, from, to }, parameters) {
  return inScratch((scratch) => {
    writeFileSync(join(scratch, from), input)
    run(program, parameters(join(scratch, from), join(scratch, to)))
    return readFileSync(join(scratch, to))
  })
}
