import { cast } from './cast.mjs'
import { asJpeg, asPixels } from './encode/picture.mjs'
import { encodeDng } from './encode/dng.mjs'
import { drawLicenceBack, drawLicenceFront } from './svg/driving-licence.mjs'
import { cardSize, drawCardBack, drawCardFront } from './svg/id-card.mjs'
import { pageSize } from './svg/letter.mjs'
import { drawPassport, passportSize } from './svg/passport.mjs'
import { layOnScanner } from './svg/scanner-bed.mjs'
import { drawSelfie, selfieSize, takePhoto } from './svg/selfie.mjs'

const cardBed = { width: 1200, height: 800, of: cardSize, scale: 1.04 }
const passportBed = { width: 1200, height: 1150, of: passportSize, scale: 0.96 }

/** Whole SVG documents, as they come from the scanner. `bed` says how the sheet lay. */
export const scanCardFront = (person, bed) => layOnScanner(drawCardFront(person), { ...cardBed, ...bed })
export const scanCardBack = (person, bed) => layOnScanner(drawCardBack(person), { ...cardBed, ...bed })
export const scanLicenceFront = (person, bed) =>
  layOnScanner(drawLicenceFront(person), { ...cardBed, ...bed })
export const scanLicenceBack = (person, bed) => layOnScanner(drawLicenceBack(person), { ...cardBed, ...bed })
export const scanPassport = (person, colours, bed) =>
  layOnScanner(drawPassport(person, colours), { ...passportBed, ...bed })

/** A picture from the front camera of a phone. */
export const photographFace = (person, shot, photo = {}) =>
  takePhoto(drawSelfie(person, shot), { ...selfieSize, ...photo })

/** A page as an SVG document. */
export const printPage = (drawing) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${pageSize.width}" height="${pageSize.height}" viewBox="0 0 ${pageSize.width} ${pageSize.height}">${drawing}</svg>`

/** A photograph as a camera raw file with a preview. @param {string} svg in the proportions of width and height */
export function asCameraRaw(svg, { width, height, previewWidth }) {
  const preview = asJpeg(svg, { width: previewWidth })
  const previewSize = { width: previewWidth, height: Math.round((previewWidth * height) / width) }
  return encodeDng({ pixels: asPixels(svg, { width, height }), width, height, preview, previewSize })
}

/** Somebody with another number: the number of the document at hand. */
export const withNumber = (name, number) => ({ ...cast[name], number })
