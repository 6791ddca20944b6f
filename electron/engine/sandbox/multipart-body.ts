import { splitDetails } from './medium.ts'
import type { IncomingMedium } from './medium.ts'
import { splitParts } from './multipart-parts.ts'
import type { Part } from './multipart-parts.ts'
import type { SandboxOptions } from './options.ts'
import { Refusal } from './refusal.ts'
import { decodeText, parseJsonText, requireCleanText } from './text.ts'

type Rules = Pick<SandboxOptions, 'requireFileFirst' | 'multipartName'>

/**
 * Reads the multipart form: for every media key one part with a file name and, optionally, one part of the same
 * name without, whose text is a JSON object. Rejects with a 400 where it is not that.
 */
export async function parseMultipartBody(
  body: Buffer,
  contentType: string,
  rules: Rules,
): Promise<IncomingMedium[]> {
  const files = new Map<string, Part & { fileName: string }>()
  const texts = new Map<string, Part>()
  for (const part of await splitParts(body, contentType)) {
    requireMediaKey(part.name)
    if (part.fileName === null) {
      if (texts.has(part.name)) throw new Refusal(400, `There are two texts for ${part.name}.`)
      if (rules.requireFileFirst && !files.has(part.name)) {
        throw new Refusal(400, `The file of ${part.name} must come before its text.`)
      }
      texts.set(part.name, part)
    } else {
      if (files.has(part.name)) throw new Refusal(400, `There are two files for ${part.name}.`)
      files.set(part.name, { ...part, fileName: requireFileName(part.fileName) })
    }
  }
  for (const key of texts.keys()) {
    if (!files.has(key)) throw new Refusal(400, `There is no file for ${key}.`)
  }
  return [...files.values()].map((file) => ({
    form: 'multipart',
    mediaKey: file.name,
    name: rules.multipartName === 'file_name' ? file.fileName : file.name,
    fileName: file.fileName,
    ...readDetails(texts.get(file.name)),
    bytes: file.bytes,
  }))
}

function requireMediaKey(key: string): void {
  if (!/^[A-Za-z0-9_]{1,128}$/.test(key)) throw new Refusal(400, 'A media key must be alphanumeric.')
}

/** The library puts U+FFFD where a header's bytes are no UTF-8, so a name that holds one is refused. */
function requireFileName(fileName: string): string {
  if (fileName === '') throw new Refusal(400, 'A file must have a name.')
  if (fileName.includes('\uFFFD')) throw new Refusal(400, 'A file name is not UTF-8.')
  requireCleanText(fileName, 'A file name')
  return fileName
}

function readDetails(
  text: Part | undefined,
): Pick<IncomingMedium, 'mediaType' | 'source' | 'timestamp' | 'customData'> {
  if (text === undefined) return { mediaType: null, ...splitDetails({}) }
  const what = `The text of ${text.name}`
  const details = parseJsonText(decodeText(text.bytes, what), what)
  if (typeof details !== 'object' || details === null || Array.isArray(details)) {
    throw new Refusal(400, `${what} must be a JSON object.`)
  }
  const { media_type: mediaType, ...rest }: Record<string, unknown> = { ...details }
  if (mediaType !== undefined && mediaType !== null && typeof mediaType !== 'string') {
    throw new Refusal(400, 'media_type must be a string.')
  }
  return { mediaType: mediaType ?? null, ...splitDetails(rest) }
}
