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
 * A documented value is always an alias of itself.
 */
export const shippedMediaTypeAliases: Readonly<Record<string, readonly string[]>> = {
  IMAGE_PROFILE_PICTURE: ['profile', 'profile picture', 'avatar', 'photo'],
  IMAGE_DRIVERS_LICENSE_FRONT: [
    'dl',
    'dlf',
    'dl front',
    'licence',
    'license',
    'licence front',
    'license front',
    'drivers license front',
    'driving licence front',
  ],
  IMAGE_DRIVERS_LICENSE_BACK: [
    'dlb',
    'dl back',
    'licence back',
    'license back',
    'drivers license back',
    'driving licence back',
  ],
  IMAGE_PASSPORT_FRONT: ['passport', 'passport front', 'pp'],
  IMAGE_ID_CARD_FRONT: ['id', 'idf', 'id front', 'id card', 'id card front', 'idcard front'],
  IMAGE_ID_CARD_BACK: ['idb', 'id back', 'id card back', 'idcard back'],
  IMAGE_FACE_IMAGE: ['selfie', 'face', 'face image', 'portrait'],
  IMAGE_CHECK_FRONT: ['check front', 'cheque front', 'check', 'cheque'],
  IMAGE_CHECK_BACK: ['check back', 'cheque back'],
  PROOF_OF_ADDRESS: ['proof of address', 'poa', 'utility bill'],
  LETTER: ['letter'],
  LIVENESS_VIDEO: ['liveness', 'liveness video', 'video'],
  SIGNATURE: ['signature', 'sig'],
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
