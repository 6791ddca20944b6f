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

const licenceNames = [
  'driver license',
  'driver’s license',
  "driver's license",
  'driver’s licence',
  "driver's licence",
  'drivers licence',
  'driving licence',
  'driving license',
]

/**
 * Names of media types written out in full, besides the documented values themselves (with and without `IMAGE_`).
 * Their words belong together: in `4711_drivers_license_front` nobody means an entity `4711_drivers`, although
 * `license front` alone is an alias too. Every other name that can be cut in two ways is a conflict.
 */
export const fullMediaTypeNames: Readonly<Record<string, readonly string[]>> = {
  IMAGE_PROFILE_PICTURE: ['profile photo'],
  IMAGE_DRIVERS_LICENSE_FRONT: [
    ...licenceNames,
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
  IMAGE_ID_CARD_FRONT: ['identity card', 'national id', 'national id card', 'national id front'],
  IMAGE_ID_CARD_BACK: ['national id back'],
  LIVENESS_VIDEO: ['liveness video'],
  STATEMENT: ['bank statement'],
}

/**
 * Names among those above that say the kind of a document, and not which side of it: alone they mean its front, and
 * a side beside them decides. Every other name of a media type with sides says its side itself.
 */
export const shippedKindNames: readonly string[] = [
  'dl',
  'licence',
  'license',
  ...licenceNames,
  'id',
  'id card',
  'identity card',
  'national id',
  'national id card',
  'check',
  'cheque',
]

/** What file names call the sides of a document. Neither `1` and `2`, which are pages, nor `r` and `v`, which mean either. */
export const shippedSideNames: Readonly<Record<Side, readonly string[]>> = {
  front: [
    ...['front', 'front side', 'f', 'obverse', 'recto'],
    ...['vorderseite', 'vorne', 'vorn', 'vs', 'avant', 'anverso', 'frente', 'fronte', 'voorkant'],
  ],
  back: [
    ...['back', 'back side', 'b', 'rear', 'reverse', 'verso'],
    ...['rückseite', 'rueckseite', 'ruckseite', 'hinten', 'rs', 'arrière', 'arriere', 'reverso', 'dorso'],
    ...['retro', 'achterkant'],
  ],
}

/** Letters in their small form, without a change of length, so that places in the text stay what they are. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length && !lower.includes('ς')) return lower
  return Array.from(text, (character) => {
    const small = character.toLowerCase()
    return small.length === character.length ? small.replace('ς', 'σ') : character
  }).join('')
}

/** The form in which two spellings of a media type are compared: NFC, small letters, no separators. */
export function aliasKey(text: string): string {
  return foldCase(text.normalize('NFC')).replace(/[\s\-_.]+/gu, '')
}

export const sides = ['front', 'back'] as const
export type Side = (typeof sides)[number]

/** The side that a media type says by the end of its name; null for one that says none. */
export function sideOf(mediaType: string): Side | null {
  if (mediaType.endsWith('_FRONT')) return 'front'
  return mediaType.endsWith('_BACK') ? 'back' : null
}

/**
 * The media type of the document's other side: `IMAGE_CHECK_FRONT` for `IMAGE_CHECK_BACK`. Null where there is none
 * among `known`: a passport has a front alone.
 */
export function otherSideOf(
  mediaType: string,
  known: ReadonlySet<string> = documentedMediaTypeSet,
): string | null {
  const side = sideOf(mediaType)
  if (side === null) return null
  const other =
    side === 'front' ? mediaType.replace(/_FRONT$/, '_BACK') : mediaType.replace(/_BACK$/, '_FRONT')
  return known.has(other) ? other : null
}

const documentedMediaTypeSet: ReadonlySet<string> = new Set(documentedMediaTypes)

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
