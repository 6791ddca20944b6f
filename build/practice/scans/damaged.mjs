import { cast } from '../cast.mjs'
import { makeDocx } from '../encode/office.mjs'
import { asJpeg, asPng, asTiff } from '../encode/picture.mjs'
import { renderSvg } from '../encode/tools.mjs'
import { printPage, scanCardFront, scanPassport } from '../pictures.mjs'
import { drawEmployerLetter, drawStatement } from '../svg/letter.mjs'
import { held } from './scan.mjs'

/** The first part of a file, as a broken transfer leaves it. */
const cut = (bytes, share) => bytes.subarray(0, Math.floor(bytes.length * share))

const notAPdf =
  'The bill was too large for the portal, so here is only its text. SPECIMEN\n\nArcadia Water & Light, October 2026: 84.02 crowns.\n'

/** Well named scans that something is wrong with inside. @type {import('./scan.mjs').Scan[]} */
export const damagedScans = [
  held({
    path: 'cust-10482_statement.tiff',
    family: 'tiff',
    entityId: 'cust-10482',
    mediaType: 'STATEMENT',
    code: 'too_large',
    why: 'An uncompressed page over the limit of 5,000,000 bytes.',
    make: () =>
      asTiff(printPage(drawStatement(cast.mara)), {
        compress: 'None',
        more: ['-resize', '1984x2806!', '-colorspace', 'Gray', '-depth', '8', '-density', '240'],
      }),
  }),
  held({
    path: 'cust-10526_passport.jpg',
    family: 'jpg',
    entityId: 'cust-10526',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    code: 'damaged',
    why: 'A JPEG that breaks off after 60 % of its bytes.',
    make: () => cut(asJpeg(scanPassport(cast.yuna, 'sea', { turn: 0.9, seed: 33 })), 0.6),
  }),
  held({
    path: 'cust-10529_letter.pdf',
    family: 'pdf',
    entityId: 'cust-10529',
    mediaType: 'LETTER',
    code: 'damaged',
    why: 'A PDF without its end.',
    make: () =>
      cut(
        renderSvg(printPage(drawEmployerLetter(cast.elodie)), 'pdf', ['--dpi-x', '96', '--dpi-y', '96']),
        0.6,
      ),
  }),
  held({
    path: 'cust-10544_id_front.jpg',
    family: 'png',
    entityId: 'cust-10544',
    mediaType: 'IMAGE_ID_CARD_FRONT',
    code: 'extension_mismatch',
    severity: 'warn',
    why: 'A PNG under the name of a JPEG.',
    make: () =>
      asPng(scanCardFront(cast.ilmar, { turn: 0.7, seed: 35, grain: 0 }), { width: 900, colours: 64 }),
  }),
  held({
    path: 'cust-10548_proof_of_address.pdf',
    family: 'txt',
    entityId: 'cust-10548',
    mediaType: 'PROOF_OF_ADDRESS',
    code: 'extension_mismatch',
    severity: 'warn',
    why: 'Plain text under the name of a PDF.',
    make: () => Buffer.from(notAPdf),
  }),
  held({
    path: 'cust-10551_selfie.jpg',
    family: 'jpg',
    entityId: 'cust-10551',
    mediaType: 'IMAGE_FACE_IMAGE',
    code: 'empty_file',
    why: 'Not one byte.',
    make: () => Buffer.alloc(0),
  }),
  held({
    path: 'cust-10560_letter.docx',
    family: 'none',
    entityId: 'cust-10560',
    mediaType: 'LETTER',
    code: 'unsupported_type',
    why: 'A word-processor document: the endpoint does not take it.',
    make: () =>
      makeDocx([
        'SPECIMEN',
        'Dear Sir or Madam,',
        'please find my proof of address attached. It was invented for practice.',
        'Joss Alderby',
      ]),
  }),
]
