import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { crc32 } from 'node:zlib'

const fixtures = resolve(import.meta.dirname, '../../fixtures')

/** What every scan is padded with, so that it is as large as a page scanned in black and white. */
const paddingBytes = 20_000

export interface ScanPlan {
  readonly count: number
  readonly folderCount: number
}

/**
 * Writes sound scans (JPEG, PNG and PDF in turn) into folders below `root`, each with a content and an entity of its
 * own and a name that the shipped rules read. Returns their paths, relative to `root`.
 */
export async function writeScans(root: string, { count, folderCount }: ScanPlan): Promise<string[]> {
  const jpeg = await readFile(join(fixtures, 'valid.jpg'))
  const png = await readFile(join(fixtures, 'valid.png'))
  const forms = [
    { name: 'id_front.jpg', bytes: (mark: Buffer) => markedJpeg(jpeg, mark) },
    { name: 'passport.png', bytes: (mark: Buffer) => markedPng(png, mark) },
    { name: 'letter.pdf', bytes: markedPdf },
  ] as const
  const padding = 'scan '.repeat(paddingBytes / 5)
  const paths: string[] = []
  for (let index = 0; index < count; index += 1) {
    const form = forms[index % forms.length] ?? forms[0]
    const folder = `batch-${String(index % folderCount).padStart(3, '0')}`
    if (index < folderCount) await mkdir(join(root, folder), { recursive: true })
    const path = `${folder}/cust-${1_000_000 + index}_${form.name}`
    await writeFile(join(root, path), form.bytes(Buffer.from(`${index} ${padding}`)))
    paths.push(path)
  }
  return paths
}

/** The mark goes into a comment segment, behind the first segment, by which a JPEG is known. */
export function markedJpeg(picture: Buffer, mark: Buffer): Buffer {
  const at = 4 + picture.readUInt16BE(4)
  const head = Buffer.from([0xff, 0xfe, 0, 0])
  head.writeUInt16BE(mark.length + 2, 2)
  return Buffer.concat([picture.subarray(0, at), head, mark, picture.subarray(at)])
}

/** The mark goes into a private chunk, before the last one. */
function markedPng(picture: Buffer, mark: Buffer): Buffer {
  const iend = picture.length - 12
  const body = Buffer.concat([Buffer.from('maRk'), mark])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(mark.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([
    picture.subarray(0, iend),
    frame.subarray(0, 4),
    body,
    frame.subarray(4),
    picture.subarray(iend),
  ])
}

/** One empty page; the mark is a comment in what is drawn on it. */
function markedPdf(mark: Buffer): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${mark.length + 1} >>\nstream\n%${mark.toString('latin1')}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const index = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + index + trailer, 'latin1')
}
