import { cast } from '../cast.mjs'
import { asJpeg, asPng } from '../encode/picture.mjs'
import { scanCardFront, scanLicenceFront, scanPassport, withNumber } from '../pictures.mjs'
import { layOnDesk } from '../svg/desk.mjs'
import { drawLicenceFront } from '../svg/driving-licence.mjs'
import { cardSize } from '../svg/id-card.mjs'
import { takePhoto } from '../svg/selfie.mjs'
import { held } from './scan.mjs'

/** Scans whose name does not lead to an entity that can be changed. @type {import('./scan.mjs').Scan[]} */
export const misnamedScans = [
  held({
    path: 'Scan_0001.jpg',
    family: 'jpg',
    code: 'no_rule',
    why: 'The name that the scanner gave: it looks like the rule, but 0001 is no media type.',
    make: () =>
      asJpeg(
        scanCardFront(cast.bram, {
          width: 1100,
          height: 1420,
          x: 520,
          y: 470,
          turn: -7,
          scale: 0.86,
          seed: 21,
        }),
      ),
  }),
  held({
    path: 'IMG-2041.png',
    family: 'png',
    code: 'no_rule',
    why: 'The name that the camera gave.',
    make: () =>
      asPng(
        takePhoto(
          layOnDesk(drawLicenceFront(withNumber('tobias', '0841-2911-VE')), { of: cardSize, turn: -5 }),
          { width: 1000, height: 750, grain: 0 },
        ),
        { colours: 80 },
      ),
  }),
  held({
    path: 'Permis de conduire – Élodie Varenne.jpg'.normalize('NFC'),
    family: 'jpg',
    code: 'no_rule',
    why: 'A name for people, with spaces, a dash and accents (NFC).',
    make: () => asJpeg(scanLicenceFront(cast.elodie, { turn: -1.2, seed: 23 })),
  }),
  held({
    path: 'cust-99999_passport.jpg',
    family: 'jpg',
    entityId: 'cust-99999',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    heldAt: 'upload',
    code: 'entity_unknown',
    why: 'A well-formed id that the endpoint does not know: it answers 404.',
    make: () => asJpeg(scanPassport(cast.noor, 'rose', { turn: 1.6, seed: 25 })),
  }),
  held({
    path: 'cust-90001_id_front.jpg',
    family: 'jpg',
    entityId: 'cust-90001',
    mediaType: 'IMAGE_ID_CARD_FRONT',
    heldAt: 'upload',
    code: 'entity_unknown',
    why: 'A placeholder entity, which cannot be changed: the endpoint answers 404.',
    make: () => asJpeg(scanCardFront(cast.joss, { turn: 2, seed: 27 })),
  }),
  held({
    path: 'cust-10691_selfie.jpg',
    family: 'jpg',
    entityId: 'cust-10691',
    mediaType: 'IMAGE_FACE_IMAGE',
    code: 'duplicate_other_entity',
    sameBytesAs: 'cust-10690_selfie.jpg',
    why: 'The same picture for two entities: one of the two is wrong. Whichever is seen second is held.',
    make: (made) => made('cust-10690_selfie.jpg'),
  }),
  held({
    path: 'cust-10811/passport_front.jpg',
    family: 'jpg',
    entityId: 'cust-10811',
    mediaType: 'IMAGE_PASSPORT_FRONT',
    code: 'duplicate_same_entity',
    severity: 'warn',
    sameBytesAs: 'cust-10811/passport.jpg',
    why: 'The same picture twice for one entity. Whichever is seen second carries the warning.',
    make: (made) => made('cust-10811/passport.jpg'),
  }),
]
