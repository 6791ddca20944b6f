import { makeZip } from './zip.mjs'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A small word-processor document. @param {string[]} paragraphs */
export function makeDocx(paragraphs) {
  return makeZip({
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
  })
}

/** The owner file that a word processor leaves beside an open document. @param {string} user */
export function makeLockFile(user) {
  const bytes = Buffer.alloc(162)
  bytes[0] = user.length
  bytes.fill(' ', 1, 54)
  bytes.write(user, 1, 'latin1')
  bytes[54] = user.length
  bytes.write(user, 56, 'utf16le')
  return bytes
}

/** A thumbnail cache as old file managers leave it: an empty compound file (one table, one directory). */
export function makeThumbnailCache() {
  const header = Buffer.alloc(512)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44) // one sector of allocation table
  header.writeUInt32LE(1, 48) // the directory starts in sector 1
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  header.fill(0xff, 80)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(512, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  table.writeUInt32LE(0xfffffffe, 4)
  const directory = Buffer.alloc(512)
  const name = 'Root Entry'
  directory.write(name, 0, 'utf16le')
  directory.writeUInt16LE((name.length + 1) * 2, 64)
  directory[66] = 5
  directory[67] = 1
  directory.fill(0xff, 68, 80)
  directory.writeUInt32LE(0xfffffffe, 116)
  return Buffer.concat([header, table, directory])
}
