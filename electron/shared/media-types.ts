/** The values of `media_type` that the endpoint's documents recognise; any other text is accepted too. */
export const documentedMediaTypes = [
  'IMAGE_PROFILE_PICTURE',
  'IMAGE_DRIVERS_LICENSE_FRONT',
  'IMAGE_DRIVERS_LICENSE_BACK',
  'IMAGE_PASSPORT_FRONT',
  'IMAGE_ID_CARD_FRONT',
  'IMAGE_ID_CARD_BACK',
  'IMAGE_FACE_IMAGE',
  'IMAGE_CHECK_FRONT',
  'IMAGE_CHECK_BACK',
] as const

/**
 * What file names call each media type. Compared after `aliasKey`, so case and separators do not decide.
 * A documented value is always an alias of itself, and so is every full name below.
 */
export const shippedMediaTypeAliases: Readonly<Record<string, readonly string[]>> = {
  IMAGE_PROFILE_PICTURE: ['profile', 'avatar', 'photo'],
  IMAGE_DRIVERS_LICENSE_FRONT: [
    'dl',
    'dlf',
    'dl front',
    'licence',
    'license',
    'licence front',
    'license front',
  ],
  IMAGE_DRIVERS_LICENSE_BACK: ['dlb', 'dl back', 'licence back', 'license back'],
  IMAGE_PASSPORT_FRONT: ['passport', 'passport page', 'pp'],
  IMAGE_ID_CARD_FRONT: ['id', 'idf', 'id front', 'id card', 'idcard front'],
  IMAGE_ID_CARD_BACK: ['idb', 'id back', 'idcard back'],
  IMAGE_FACE_IMAGE: ['selfie', 'face', 'portrait'],
  IMAGE_CHECK_FRONT: ['check', 'cheque', 'cheque front'],
  IMAGE_CHECK_BACK: ['cheque back'],
  PROOF_OF_ADDRESS: ['proof of address', 'address proof', 'poa', 'utility bill'],
  LETTER: ['letter'],
  LIVENESS_VIDEO: ['liveness', 'video'],
  SIGNATURE: ['signature', 'signature card', 'sig'],
  STATEMENT: ['statement'],
}

/**
 * Names of media types written out in full, besides the documented values themselves (with and without `IMAGE_`).
 * Their words belong together: in `4711_drivers_license_front` nobody means an entity `4711_drivers`, although
 * `license front` alone is an alias too. Every other name that can be cut in two ways is a conflict.
 */
export const fullMediaTypeNames: Readonly<Record<string, readonly string[]>> = {
  IMAGE_PROFILE_PICTURE: ['profile photo'],
  IMAGE_DRIVERS_LICENSE_FRONT: [
    'driver license front',
    'driver’s license front',
    "driver's license front",
    'driver’s licence front',
    "driver's licence front",
    'drivers licence front',
    'driving licence front',
    'driving license front',
  ],
  IMAGE_DRIVERS_LICENSE_BACK: [
    'driver license back',
    'driver’s license back',
    "driver's license back",
    'driver’s licence back',
    "driver's licence back",
    'drivers licence back',
    'driving licence back',
    'driving license back',
  ],
  IMAGE_ID_CARD_FRONT: ['national id front'],
  IMAGE_ID_CARD_BACK: ['national id back'],
  LIVENESS_VIDEO: ['liveness video'],
  STATEMENT: ['bank statement'],
}

/** The form in which two spellings of a media type are compared: NFC, lower case, no separators. */
export function aliasKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\-_.]+/gu, '')
}

/** `IMAGE_ID_CARD_FRONT` -> `ID card front`, for people. Unknown values get the same treatment. */
export function mediaTypeLabel(mediaType: string): string {
  const words = mediaType
    .replace(/^IMAGE_/, '')
    .toLowerCase()
    .split('_')
    .join(' ')
    .replace('drivers license', 'driver’s license')
    .replace(/\bid\b/, 'ID')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
