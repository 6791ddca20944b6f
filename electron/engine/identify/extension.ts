import { familyOfExtension } from '../../shared/file-families.ts'

/** Extensions that the endpoint does not take but that people's files have. */
const foreignExtensions = new Set(
  [
    'doc docx docm dot dotx xls xlsx xlsm csv tsv ppt pptx odt ods odp odg rtf pages numbers key eml msg',
    'htm html xhtml mht xml json jsonl log md svg ai ps psd heic heif webp bmp ico jp2 jxl avif',
    '3gp 3g2 webm flv f4v mpg mpeg mts m2ts asf ogv wav mp3 m4a ogg flac aac wma',
    'zip 7z rar gz tar tgz bz2 xz exe msi bat cmd ps1 js vbs lnk sh url db ini tmp bak',
  ].flatMap((line) => line.split(' ')),
)

/** The text after the last dot of a file's name, lower case; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/**
 * A file's name without its extension. Only an extension that is in use somewhere counts: in
 * `4711_id.back` the last word is a part of the name.
 */
export function stemOf(name: string): string {
  const extension = extensionOf(name)
  const isKnown = familyOfExtension(extension) !== undefined || foreignExtensions.has(extension)
  return isKnown ? name.slice(0, name.length - extension.length - 1) : name
}
