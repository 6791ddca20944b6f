import { describe, expect, it } from 'vitest'
import { inspectContent } from '../../../electron/engine/identify/content-inspection.ts'
import {
  asf,
  dng,
  gif,
  jpeg,
  mp4,
  pdf,
  png,
  samples,
  text,
  tiff,
  tiffPage,
  tiffWith,
} from './sample-files.ts'

const maxFileSizeBytes = 5_000_000

const inspect = (name: string, bytes: Buffer, sizeBytes = bytes.length) =>
  inspectContent({ bytes, sizeBytes, maxFileSizeBytes, name })

async function findingsOf(name: string, bytes: Buffer): Promise<string[]> {
  const { findings } = await inspect(name, bytes)
  return findings.map(({ code, severity, evidence }) => `${code}/${severity}: ${evidence}`)
}

describe('a sound file', () => {
  it.each(samples)('of the family $family, named $name, has no finding', async ({ name, family, bytes }) => {
    expect(await inspect(name, bytes)).toMatchObject({ family, findings: [] })
  })
})

describe('content that the endpoint does not take', () => {
  it.each([
    [
      'card.heic',
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      'Named .heic, is a HEIC picture.',
    ],
    ['card.jpg', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), 'Named .jpg, is a WebP picture.'],
    ['card.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(60)]), 'Named .exe, is a program.'],
    [
      'card',
      Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1'),
      'Named without an extension, is a 7-Zip archive.',
    ],
    ['film.wmv', asf(['audio']), 'Named .wmv, is a Windows Media sound recording.'],
    ['film.mp4', mp4({ handler: 'soun' }), 'Named .mp4, is an MPEG-4 sound recording.'],
    ['a.ps', Buffer.from('%!PS-Adobe-3.0\nshowpage\n'), 'Named .ps, is a PostScript document.'],
    ['a.xyz', Buffer.from([1, 2, 3, 4]), 'Named .xyz, and its content is of no kind that Intray knows.'],
  ])('%s is refused with what it is', async (name, bytes, evidence) => {
    const { family, findings } = await inspect(name, bytes)
    expect(family).toBeNull()
    expect(findings).toMatchObject([{ code: 'unsupported_type', severity: 'block', evidence }])
  })
})

describe('text', () => {
  const utf16be = Buffer.from('\ufeffGrüße\r\n', 'utf16le').swap16()
  it.each([
    ['UTF-8', Buffer.from('Grüße aus Arcadia 🙂\n')],
    ['UTF-8 with its mark', Buffer.from('\ufeffGrüße\n')],
    ['UTF-16, little end first', Buffer.from('\ufeffGrüße\r\n', 'utf16le')],
    ['UTF-16, big end first', utf16be],
    ['Latin-1', Buffer.from('À bientôt, Élodie\n', 'latin1')],
    ['Windows-1252', Buffer.from('\x93Quoted\x94 \x80 5\n', 'latin1')],
    ['a form feed', Buffer.from('page one\fpage two\n')],
  ])('is plain in %s', async (_, bytes) => {
    expect(await inspect('letter.txt', bytes)).toMatchObject({ family: 'txt', findings: [] })
  })

  it.each([
    'BMW lease, 2024',
    'MZ are my initials',
    'GIFT certificate',
    'FORM of application',
    'ID3 is a district',
    'MAC address of the scanner',
    'solid state of affairs',
    'Good morning, '.repeat(40),
    'RIFF raff',
    'The header %PDF-1.7 is explained here.',
  ])('wins over a few letters that begin like another type: %s', async (words) => {
    expect(await inspect('letter.txt', Buffer.from(words))).toMatchObject({ family: 'txt', findings: [] })
  })

  it.each([
    ['control characters', Buffer.from('a\x01b'), 'control characters'],
    ['a NUL', Buffer.from('a\0b'), 'control characters'],
    ['an odd length in UTF-16', Buffer.from('fffe410042', 'hex'), 'cut in half'],
    ['broken characters in UTF-16', Buffer.from('fffe00d84100', 'hex'), 'broken'],
    ['a NUL in UTF-16', Buffer.from('fffe41000000', 'hex'), 'control characters'],
    ['another code page', Buffer.from('cff0e8e2e5f22c20eceee920e4f0f3e3', 'hex'), 'encoding'],
    ['a byte without a character', Buffer.from('it\x81s', 'latin1'), 'encoding'],
  ])('is not plain with %s, and the evidence says so', async (_, bytes, words) => {
    const [found, ...others] = await findingsOf('letter.txt', bytes)
    expect(others).toEqual([])
    expect(found).toMatch(new RegExp(`^unsupported_type/block: Named .txt, is not plain text\\. .*${words}`))
  })

  it.each([
    ['letter.txt', '\ufeff <!DOCTYPE html><p>Hi', 'a web page (HTML)'],
    ['letter.txt', 'Hello <script>alert(1)</script>', 'a web page (HTML)'],
    ['letter.txt', '<?xml version="1.0"?><svg xmlns="x"/>', 'an SVG drawing'],
    ['letter.txt', '<?xml version="1.0"?><kml><Style/></kml>', 'an XML document'],
    ['letter.txt', '#!/bin/sh\nrm -r /\n', 'a script'],
    ['letter.txt', '<?php echo 1;', 'a PHP script'],
    ['letter.txt', '{\\rtf1 Hello}', 'an RTF document'],
    ['letter.js', 'alert(1)', 'a .js script or page'],
    ['letter.bat', 'del *.*', 'a .bat script or page'],
    ['card.vcf', 'BEGIN:VCARD\nEND:VCARD\n', 'a contact card'],
  ])('%s with “%s” is not silently plain text', async (name, words, detected) => {
    const { family, findings } = await inspect(name, Buffer.from(words))
    expect(family).toBeNull()
    expect(findings).toMatchObject([
      {
        code: 'unsupported_type',
        severity: 'block',
        evidence: `Named .${name.split('.').pop() ?? ''}, is ${detected}.`,
      },
    ])
  })
})

describe('an extension', () => {
  it.each([
    ['card.jpg', png(), 'extension_mismatch/warn: Named .jpg, is a PNG picture.'],
    ['card.pdf', text(), 'extension_mismatch/warn: Named .pdf, is plain text.'],
    ['card', jpeg(), 'extension_mismatch/warn: Named without an extension, is a JPEG picture.'],
    ['card.', jpeg(), 'extension_mismatch/warn: Named without an extension, is a JPEG picture.'],
    ['.jpg', jpeg(), 'extension_mismatch/warn: Named without an extension, is a JPEG picture.'],
    ['4711_id.back', jpeg(), 'extension_mismatch/warn: Named .back, is a JPEG picture.'],
    ['card.csv', text(), 'extension_mismatch/warn: Named .csv, is plain text.'],
    ['card.tif', dng(), 'extension_mismatch/warn: Named .tif, is a camera raw picture.'],
    [
      'film.mov',
      mp4(),
      'extension_mismatch/info: Named .mov, is an MP4 video. The two are close relatives, and both are taken.',
    ],
    [
      'film.mp4',
      mp4({ brand: 'qt  ' }),
      'extension_mismatch/info: Named .mp4, is a QuickTime video. The two are close relatives, and both are taken.',
    ],
  ])('%s is compared with the content', async (name, bytes, found) => {
    expect(await findingsOf(name, bytes)).toEqual([found])
  })

  it('decides only between a TIFF and a camera raw without sensor data', async () => {
    const withPrintMarks = tiffWith([[...tiffPage(), { tag: 50_341, type: 7, count: 4, value: 0 }]])
    expect(await inspect('card.tif', withPrintMarks)).toMatchObject({ family: 'tiff', findings: [] })
    expect(await inspect('card.arw', tiff())).toMatchObject({ family: 'raw', findings: [] })
    expect(await inspect('card.jpg', tiff())).toMatchObject({ family: 'tiff' })
  })

  it('does not turn PostScript into EPS unless the name says so', async () => {
    const drawing = Buffer.from('%!PS-Adobe-3.0\n%%BoundingBox: 0 0 1 1\nshowpage\n')
    expect(await inspect('a.eps', drawing)).toMatchObject({ family: 'eps', findings: [] })
    expect(await inspect('a.pdf', drawing)).toMatchObject({ family: null })
  })
})

describe('a damaged file', () => {
  it.each([
    ['a.png', png().subarray(0, 20), 'png'],
    ['a.tif', tiff().subarray(0, 24), 'tiff'],
    ['a.mkv', Buffer.from('1a45dfa3a3', 'hex'), 'mkv'],
    ['a.wmv', asf().subarray(0, 20), 'wmv'],
    ['a.gif', gif().subarray(0, 12), 'gif'],
    ['a.pdf', pdf().subarray(0, 40), 'pdf'],
  ])('%s is called damaged and not foreign', async (name, bytes, family) => {
    const inspection = await inspect(name, bytes)
    expect(inspection.family).toBe(family)
    expect(inspection.findings.map(({ code }) => code)).toEqual(['damaged'])
  })

  it('may break off inside a length, before its kind of video is known', async () => {
    const endsInLength = Buffer.concat([mp4().subarray(0, 24), Buffer.from('\0\0\0\x01moov', 'latin1')])
    const inspection = await inspect('a.mp4', endsInLength)
    expect(inspection.family).toBe('mp4')
    expect(inspection.findings.map(({ code }) => code)).toEqual(['damaged'])
  })

  it('without a known beginning is explained by what its name claims', async () => {
    expect(await findingsOf('a.jpg', Buffer.alloc(3_000))).toEqual([
      'damaged/block: It holds nothing but zeros.',
    ])
    expect(await findingsOf('a.jpg', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]))).toEqual([
      'damaged/block: Named .jpg, does not begin as a JPEG picture does, nor as anything known.',
    ])
  })

  it('may be a PDF with bytes before its header', async () => {
    const late = pdf({ head: 'From: scanner\r\n\r\n' })
    expect(await inspect('a.pdf', late)).toMatchObject({ family: 'pdf', findings: [] })
    expect(await inspect('a.txt', late)).toMatchObject({ family: 'pdf' })
  })
})

describe('size', () => {
  it('nothing is an empty file and only that', async () => {
    expect(await inspect('a.jpg', Buffer.alloc(0))).toMatchObject({
      family: null,
      detected: null,
      picture: null,
      findings: [{ code: 'empty_file', severity: 'block', evidence: 'It has 0 bytes.' }],
    })
  })

  it('over the limit is told with both numbers, and the beginning is still judged', async () => {
    const { family, findings } = await inspect('a.jpg', png().subarray(0, 40), 5_612_345)
    expect(family).toBe('png')
    expect(findings.map(({ code, evidence }) => [code, evidence])).toEqual([
      ['too_large', '5.6 MB (5,612,345 bytes); the limit is 5 MB (5,000,000 bytes).'],
      ['extension_mismatch', 'Named .jpg, is a PNG picture.'],
    ])
  })

  it('over the limit, zeros at the beginning say nothing of the rest', async () => {
    const { findings } = await inspect('a.bin', Buffer.alloc(100), 5_612_345)
    expect(findings.map(({ code }) => code)).toEqual(['too_large', 'unsupported_type'])
  })

  it('a beginning that ends inside a character is still text', async () => {
    const beginning = Buffer.from('é'.repeat(500)).subarray(0, 999)
    expect(await inspect('a.txt', beginning, 6_000_000)).toMatchObject({ family: 'txt' })
    const utf16 = Buffer.from('\ufeff🙂🙂', 'utf16le').subarray(0, 8)
    expect(await inspect('a.txt', utf16, 6_000_000)).toMatchObject({ family: 'txt' })
  })
})
