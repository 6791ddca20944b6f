import { describe, expect, it } from 'vitest'
import { checkStructure } from '../../../electron/engine/identify/structure/structure.ts'
import { eps, epsWithPreview, pdf } from './sample-files.ts'

const findingsOf = (family: 'pdf' | 'eps', bytes: Buffer): string[] =>
  checkStructure(family, bytes).map(({ code, severity, evidence }) => `${code}/${severity}: ${evidence}`)

const brokenOff = 'damaged/block: The document breaks off: its end is missing.'
const locked = 'encrypted/block: It cannot be opened without its password.'
const restricted =
  'encrypted/warn: It opens without a password, but restricts what may be done with it, such as printing.'

describe('PDF', () => {
  it('is whole with a header, an end mark and an index', () => {
    expect(findingsOf('pdf', pdf())).toEqual([])
  })

  it('may have bytes before its header, and blanks or a few other bytes behind its end', () => {
    expect(findingsOf('pdf', pdf({ head: 'X-Scanner: flatbed 7\r\n' }))).toEqual([])
    expect(findingsOf('pdf', Buffer.concat([pdf(), Buffer.alloc(9_000)]))).toEqual([])
    expect(findingsOf('pdf', Buffer.concat([pdf(), Buffer.from('--boundary--\r\n')]))).toEqual([])
  })

  it('breaks off without its end, also when an older end stands in its middle', () => {
    expect(findingsOf('pdf', pdf().subarray(0, -8))).toEqual([brokenOff])
    expect(findingsOf('pdf', Buffer.concat([pdf(), Buffer.from('x'.repeat(2_000))]))).toEqual([brokenOff])
  })

  it('breaks off when it is shorter than a document for the web says', () => {
    const announced = '9 0 obj\n<< /Linearized 1 /L 4000 /E 900 >>\nendobj\n'
    const bytes = Buffer.from(pdf().toString('latin1').replace('1 0 obj', `${announced}1 0 obj`), 'latin1')
    expect(findingsOf('pdf', bytes)).toEqual([brokenOff])
  })

  it('must say where its index is, and have one', () => {
    const text = pdf().toString('latin1')
    const without = (part: string | RegExp): Buffer => Buffer.from(text.replace(part, ''), 'latin1')
    expect(findingsOf('pdf', without('startxref'))).toEqual([
      'damaged/block: The document does not say where its index is.',
    ])
    expect(findingsOf('pdf', without(/xref[^]*>>\n(?=startxref)/))).toEqual([
      'damaged/block: The index of the document is missing.',
    ])
  })

  it('is doubtful when a transfer has moved its index', () => {
    const bytes = Buffer.from(pdf().toString('latin1').replaceAll('\n', '\r\n'), 'latin1')
    expect(findingsOf('pdf', bytes)).toEqual([
      'damaged/warn: The index of the document is not where the document says. A transfer may have altered it.',
    ])
  })
})

describe('protection of a PDF', () => {
  /** Made with qpdf 11.3: the empty user password, or `u`, and the owner password `o`. */
  const id = '2f038a4167aa465064358f1865ad7bf3'
  const standard = '/Filter /Standard /P -4'
  const owner3 = '77b8fb098022d3ab34237ea5643c08710ea5123fc5f88bf993a68cca5f12b40f'
  const user3 = '6d234b857a4bf76db51d4fdb8bae55d20122456a91bae5134273a6db134c87c4'
  const user4 = 'fbde300c683b7c4797284afe41da4ed40122456a91bae5134273a6db134c87c4'
  const protections = {
    'revision 2': `${standard} /V 1 /R 2 /Length 40 /O <d8a81f2f756b03f0e776376607dc67c098531ac3e51f6e5cf0fc1473b1ce0975> /U <aa3ef0fd9634820239789dbb877c2a148b30c4a5a100f8ffdf2f2eef7753f63e>`,
    'revision 3': `${standard} /V 2 /R 3 /Length 128 /O <${owner3}> /U <${user3}>`,
    'revision 4': `${standard} /V 4 /R 4 /O <${owner3}> /U <${user3}>`,
    'revision 4, open metadata': `${standard} /V 4 /R 4 /EncryptMetadata false /O <${owner3}> /U <${user4}>`,
    'revision 5': `${standard} /V 5 /R 5 /U <4fe13ff7e8e7fac817e2989e2d9122fdaa3de1815959303190d58a0eb1f3ec19c2c3aa930fbbd4d67fb9e8e6fb156291>`,
    'revision 6': `${standard} /V 5 /R 6 /U <29269236d261b3b04c3f558ca1f7650b9fc7b5e029ffe235979a39dbaa4ee6b2d5a6433d7b7a851edce03c8599b83d6e>`,
  }
  const lockedUser3 = '82dfe321b612d2bd2b08940f0b0627630122456a91bae5134273a6db134c87c4'
  const lockedOwner3 = '2a2f0a1990192c60114730bdcd39f37828a53c89a340dd473c85299dc5258e1c'
  const lockedUser6 =
    'c6c9d85e388daf776d36d251491c6d8fdcd94818aa86e4dbdd04f1a0117cafe97dd4985a875949a172fd5520d4a16621'

  const protectedBy = (dictionary: string): Buffer =>
    pdf({
      objects: `7 0 obj\n<< ${dictionary} >>\nendobj\n`,
      trailer: `/Encrypt 7 0 R /ID [<${id}> <${id}>]`,
    })

  it.each(Object.entries(protections))(
    'only restricts a reader when no password is set (%s)',
    (_, dictionary) => {
      expect(findingsOf('pdf', protectedBy(dictionary))).toEqual([restricted])
    },
  )

  it('locks the document when a password is set, or when nobody can tell', () => {
    for (const dictionary of [
      `${standard} /V 2 /R 3 /Length 128 /O <${lockedOwner3}> /U <${lockedUser3}>`,
      `${standard} /V 5 /R 6 /U <${lockedUser6}>`,
      '/Filter /Adobe.PubSec /V 4',
      `${standard} /V 5 /R 6 /U <00>`,
    ]) {
      expect(findingsOf('pdf', protectedBy(dictionary))).toEqual([locked])
    }
    expect(findingsOf('pdf', pdf({ trailer: '/Encrypt 99 0 R' }))).toEqual([locked])
  })

  it('is found however the trailer spells it', () => {
    const dictionary = `${standard} /V 2 /R 3 /O (\\101\\(x\\)) /U (u)`
    for (const trailer of [
      `/Encrypt << ${dictionary} >>`,
      `/Info << /Title (a) /Nested [<< /A 1 >>] >> % a comment >>\n/Encrypt << ${dictionary} >>`,
      `/#45ncrypt << ${dictionary} >>`,
    ]) {
      expect(findingsOf('pdf', pdf({ trailer }))).toEqual([locked])
    }
  })

  it('is not read out of text, of names that are values, or of a null', () => {
    for (const trailer of [
      '/Info (/Encrypt 7 0 R)',
      '/Type /Encrypt',
      '/Encrypt null',
      '/Info << /Encrypt 7 0 R >>',
    ]) {
      expect(findingsOf('pdf', pdf({ trailer }))).toEqual([])
    }
    const content =
      '5 0 obj\n<< /Length 40 >>\nstream\ntrailer << /Root 1 0 R /Encrypt 7 0 R >>\nendstream\nendobj\n'
    expect(findingsOf('pdf', pdf({ objects: content }))).toEqual([])
  })

  it('is found in the dictionary of an index that is a stream', () => {
    const body = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n`
    const index = `4 0 obj\n<< /Type /XRef /Root 1 0 R /Encrypt 7 0 R >>\nstream\nendstream\nendobj\n`
    const bytes = Buffer.from(`${body}${index}startxref\n${body.length}\n%%EOF\n`, 'latin1')
    expect(findingsOf('pdf', bytes)).toEqual([locked])
  })
})

describe('EPS', () => {
  it('is whole with its size and its end, with and without a preview', () => {
    expect(findingsOf('eps', eps())).toEqual([])
    expect(findingsOf('eps', epsWithPreview())).toEqual([])
  })

  it('breaks off, or may have', () => {
    expect(findingsOf('eps', epsWithPreview().subarray(0, -4))).toEqual([
      'damaged/block: The drawing breaks off: the file is shorter than its header says.',
    ])
    expect(findingsOf('eps', eps().subarray(0, 30))).toEqual([
      'damaged/block: The drawing does not say how large it is (“%%BoundingBox” is missing).',
    ])
    expect(findingsOf('eps', eps().subarray(0, 70))).toEqual([
      'damaged/warn: The drawing has no end mark: it may have been broken off.',
    ])
  })
})
