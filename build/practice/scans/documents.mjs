import { cast } from '../cast.mjs'
import { asEpsWithPreview } from '../encode/eps.mjs'
import { asGif, asJpeg, asPng, asTiff } from '../encode/picture.mjs'
import { renderSvg } from '../encode/tools.mjs'
import {
  printPage,
  scanCardBack,
  scanCardFront,
  scanLicenceBack,
  scanLicenceFront,
  scanPassport,
} from '../pictures.mjs'
import { drawUtilityBill } from '../svg/letter.mjs'
import { drawSignatureCard } from '../svg/signature-card.mjs'
import { ready } from './scan.mjs'

const letter = `Republic of Arcadia · Municipal Archive · SPECIMEN

Port Halden, 9 November 2026
Reference: 10755 / residence

Dear Sir or Madam,

we confirm that Hesper Lundgarde, born in Lakefall on 3 June 1990, has been
registered at the following address since 1 September 2023:

    31 Heron Walk
    5210 Lakefall
    Republic of Arcadia

The register holds no other address. This letter was written by a machine and
is valid without a signature – like the archive, the town and the republic,
it was invented for practice.

Kind regards
O. Fennimore
Municipal Archive of Lakefall
`

/** Cards, passports and letters that are well named. @type {import('./scan.mjs').Scan[]} */
export const documents = [
  ready({
    path: 'cust-10482_id_front.jpg',
    family: 'jpg',
    entityId: 'cust-10482',
    mediaType: 'IMAGE_ID_CARD_FRONT',
    why: 'An identity card, front, as it should be.',
    make: () => asJpeg(scanCardFront(cast.mara, { turn: -1.6, seed: 4 })),
  }),
  ready({
    path: 'cust-10482_id_back.jpg',
    family: 'jpg',
    entityId: 'cust-10482',
    mediaType: 'IMAGE_ID_CARD_BACK',
    why: 'The back of the same card.',
    make: () => asJpeg(scanCardBack(cast.mara, { turn: 1.1, seed: 5 })),
  }),
  ready({
    path: 'cust-10517_passport.png',
    family: 'png',
    entityId: 'cust-10517',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    why: 'A passport as PNG.',
    make: () =>
      asPng(scanPassport(cast.tobias, 'rose', { turn: -0.8, seed: 7, grain: 0 }), {
        width: 960,
        colours: 80,
      }),
  }),
  ready({
    path: 'ARC-2291_dl_front.tiff',
    family: 'tiff',
    entityId: 'ARC-2291',
    mediaType: 'IMAGE_DRIVERS_LICENSE_FRONT',
    why: 'A driving licence as TIFF.',
    make: () =>
      asTiff(scanLicenceFront(cast.odalys, { turn: 1.4, seed: 8 }), {
        compress: 'JPEG',
        more: ['-colorspace', 'YCbCr'],
      }),
  }),
  ready({
    path: 'ARC-2291_dl_back.gif',
    family: 'gif',
    entityId: 'ARC-2291',
    mediaType: 'IMAGE_DRIVERS_LICENSE_BACK',
    why: 'The back of the licence as GIF.',
    make: () =>
      asGif(scanLicenceBack(cast.odalys, { turn: 0.6, seed: 9, grain: 0 }), { width: 1000, colours: 64 }),
  }),
  ready({
    path: 'acme+42@arc_passport.jpg',
    family: 'jpg',
    entityId: 'acme+42@arc',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    why: 'An entity id with signs that must be percent-encoded in the address.',
    make: () => asJpeg(scanPassport(cast.rafiq, 'sand', { turn: 1.2, seed: 11 })),
  }),
  ready({
    path: 'cust-10811/passport.jpg',
    family: 'jpg',
    entityId: 'cust-10811',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    why: 'A folder for each entity: the folder is the entity, the name the media type.',
    make: () => asJpeg(scanPassport(cast.kofi, 'sea', { turn: -1.5, seed: 13 })),
  }),
  ready({
    path: 'cust-10702_proof_of_address.pdf',
    family: 'pdf',
    entityId: 'cust-10702',
    mediaType: 'PROOF_OF_ADDRESS',
    why: 'A bill as PDF, with a media type that Intray brings itself.',
    make: () => renderSvg(printPage(drawUtilityBill(cast.petra)), 'pdf', ['--dpi-x', '96', '--dpi-y', '96']),
  }),
  ready({
    path: 'cust-10741_signature.eps',
    family: 'eps',
    entityId: 'cust-10741',
    mediaType: 'SIGNATURE',
    why: 'A signature card as EPS, with a TIFF preview inside.',
    make: () => asEpsWithPreview(drawSignatureCard(cast.bram), 1120),
  }),
  ready({
    path: 'cust-10755_letter.txt',
    family: 'txt',
    entityId: 'cust-10755',
    mediaType: 'LETTER',
    why: 'A letter as plain text in UTF-8.',
    make: () => Buffer.from(letter),
  }),
]
