import { cast } from '../cast.mjs'
import { makeClip } from '../encode/clip.mjs'
import { asJpeg } from '../encode/picture.mjs'
import { asCameraRaw, photographFace, withNumber } from '../pictures.mjs'
import { drawCardFront } from '../svg/id-card.mjs'
import { drawTiltingCard, drawTurningFace } from '../svg/liveness.mjs'
import { drawProfile, takePhoto } from '../svg/selfie.mjs'
import { ready } from './scan.mjs'

const clip = (entityId, family, why, drawFrame) =>
  ready({
    path: `${entityId}_liveness.${family}`,
    family,
    entityId,
    mediaType: 'LIVENESS_VIDEO',
    why,
    make: () => makeClip(family, drawFrame),
  })

const tiltedCard = drawCardFront(withNumber('rafiq', 'AR6617340'))

/** Faces and clips that are well named. @type {import('./scan.mjs').Scan[]} */
export const recordings = [
  ready({
    path: 'cust-10690_selfie.jpg',
    family: 'jpg',
    entityId: 'cust-10690',
    mediaType: 'IMAGE_FACE_IMAGE',
    why: 'A selfie.',
    make: () => asJpeg(photographFace(cast.ilmar, { scene: 'window', turn: -0.25, tilt: -3 })),
  }),
  ready({
    path: 'cust-10811/selfie.jpg',
    family: 'jpg',
    entityId: 'cust-10811',
    mediaType: 'IMAGE_FACE_IMAGE',
    why: 'The selfie in the folder of its entity.',
    make: () => asJpeg(photographFace(cast.kofi, { scene: 'street', turn: 0.3, tilt: 3 })),
  }),
  ready({
    path: 'cust-10733_selfie.dng',
    family: 'raw',
    entityId: 'cust-10733',
    mediaType: 'IMAGE_FACE_IMAGE',
    why: 'A camera raw file: Bayer data with a JPEG preview inside.',
    make: () =>
      asCameraRaw(photographFace(cast.noor, { scene: 'library', turn: -0.2, tilt: 2 }, { grain: 0 }), {
        width: 420,
        height: 560,
        previewWidth: 720,
      }),
  }),
  ready({
    path: 'usr_7731_profile.jpeg',
    family: 'jpg',
    entityId: 'usr_7731',
    mediaType: 'IMAGE_PROFILE_PICTURE',
    why: 'The separator inside the id, and the long spelling of .jpg.',
    make: () => asJpeg(takePhoto(drawProfile(cast.yuna, '#3d7b86'), { width: 900, height: 900 })),
  }),
  clip('cust-10702', 'mp4', 'A face that turns, H.264 in MP4.', (time) => drawTurningFace(cast.petra, time)),
  clip('cust-10602', 'mov', 'The same in QuickTime.', (time) => drawTurningFace(cast.elodie, time)),
  clip('usr_7731', 'wmv', 'Windows Media Video, and the separator inside the id.', (time) =>
    drawTurningFace(cast.yuna, time),
  ),
  clip('cust-10614', 'avi', 'MPEG-4 part 2 in AVI.', (time) => drawTurningFace(cast.joss, time)),
  clip('cust-10668', 'mkv', 'A card that is tilted under a lamp, H.264 in Matroska.', (time) =>
    drawTiltingCard(tiltedCard, time),
  ),
]
