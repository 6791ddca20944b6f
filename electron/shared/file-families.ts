/**
 * The kinds of file the endpoint takes, by family.
 * Source: "Supported file types" on the endpoint's page. `sentAs` is a GUESS of the endpoint's sheet: only the
 * listed spellings are documented, so `.jpeg` travels as `.jpg`, `.tif` as `.tiff`, every camera raw as `.raw`.
 */
export interface FileFamily {
  readonly label: string
  readonly medium: 'image' | 'video' | 'document' | 'text'
  readonly extensions: readonly string[]
  readonly sentAs: string
  readonly mime: string
}

export const fileFamilies = {
  txt: { label: 'Text', medium: 'text', extensions: ['txt'], sentAs: 'txt', mime: 'text/plain' },
  pdf: { label: 'PDF', medium: 'document', extensions: ['pdf'], sentAs: 'pdf', mime: 'application/pdf' },
  mp4: { label: 'MP4 video', medium: 'video', extensions: ['mp4', 'm4v'], sentAs: 'mp4', mime: 'video/mp4' },
  mov: {
    label: 'QuickTime video',
    medium: 'video',
    extensions: ['mov', 'qt'],
    sentAs: 'mov',
    mime: 'video/quicktime',
  },
  wmv: {
    label: 'Windows Media video',
    medium: 'video',
    extensions: ['wmv'],
    sentAs: 'wmv',
    mime: 'video/x-ms-wmv',
  },
  avi: { label: 'AVI video', medium: 'video', extensions: ['avi'], sentAs: 'avi', mime: 'video/x-msvideo' },
  mkv: {
    label: 'Matroska video',
    medium: 'video',
    extensions: ['mkv'],
    sentAs: 'mkv',
    mime: 'video/x-matroska',
  },
  png: { label: 'PNG picture', medium: 'image', extensions: ['png'], sentAs: 'png', mime: 'image/png' },
  jpg: {
    label: 'JPEG picture',
    medium: 'image',
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    sentAs: 'jpg',
    mime: 'image/jpeg',
  },
  tiff: {
    label: 'TIFF picture',
    medium: 'image',
    extensions: ['tiff', 'tif'],
    sentAs: 'tiff',
    mime: 'image/tiff',
  },
  gif: { label: 'GIF picture', medium: 'image', extensions: ['gif'], sentAs: 'gif', mime: 'image/gif' },
  raw: {
    label: 'Camera raw picture',
    medium: 'image',
    extensions: [
      'raw',
      'dng',
      'nef',
      'nrw',
      'cr2',
      'cr3',
      'crw',
      'arw',
      'sr2',
      'srf',
      'raf',
      'orf',
      'rw2',
      'pef',
      'srw',
      'mrw',
      'x3f',
      '3fr',
      'iiq',
      'kdc',
      'dcr',
      'erf',
    ],
    sentAs: 'raw',
    mime: 'application/octet-stream',
  },
  eps: {
    label: 'EPS drawing',
    medium: 'image',
    extensions: ['eps', 'epsf'],
    sentAs: 'eps',
    mime: 'application/postscript',
  },
} as const satisfies Record<string, FileFamily>

export type FileFamilyId = keyof typeof fileFamilies

/** The documented ceiling per file. GUESS: 5,000,000 decoded bytes is the safe reading of "5 MB". */
export const maxFileSizeBytes = 5_000_000

/** The family that claims this extension (without the dot, any case), or undefined. */
export function familyOfExtension(extension: string): FileFamilyId | undefined {
  return familyByExtension.get(extension.toLowerCase())
}

const familyByExtension = new Map<string, FileFamilyId>()
for (const [id, family] of Object.entries(fileFamilies)) {
  // Object.entries widens the keys to string; these are the keys of the literal above.
  for (const extension of family.extensions) familyByExtension.set(extension, id as FileFamilyId)
}
