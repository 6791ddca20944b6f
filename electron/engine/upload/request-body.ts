import { fileFamilies } from '../../shared/file-families.ts'
import type { FileFamilyId } from '../../shared/file-families.ts'
import type { ConnectionSettings } from '../../shared/settings/connection.ts'
import type { HttpBody } from './http-exchange.ts'
import { asciiSpelling } from './transliteration.ts'

/** One file on its way to an entity, with what is said about it. */
export interface Medium {
  readonly sentName: string
  readonly family: FileFamilyId
  readonly bytes: Uint8Array
  /** Left out where it is empty. */
  readonly mediaType: string
  /** Left out where it is empty. */
  readonly source: string
  readonly timestampSeconds: number
  /** Further facts, in JSON's types. Those named `media_type`, `source` or `timestamp` are left out. */
  readonly customData: Readonly<Record<string, unknown>>
}

/** Bytes that become base64 at a time; a multiple of 3, so that no padding falls inside. */
const base64StepBytes = 48 * 1024

/**
 * The body of one request in the form that the settings ask for. `boundary` separates multipart parts and must be
 * unpredictable: who can guess it can write a scan that adds parts of its own.
 */
export function requestBody(
  form: ConnectionSettings['bodyForm'],
  media: readonly Medium[],
  boundary: string,
): HttpBody {
  return form === 'multipart' ? multipartBody(media, boundary) : jsonBody(media)
}

/**
 * For each medium its file, then a part of the same name without a file name that holds the facts as JSON.
 * Written by hand: `FormData` chooses its boundary with `Math.random` and copies each file into a Blob, and here
 * order, escaping and length are all exact without that.
 */
function multipartBody(media: readonly Medium[], boundary: string): HttpBody {
  const keys = mediaKeys(media)
  const pieces = media.flatMap((medium, index) => {
    const part = `--${boundary}\r\nContent-Disposition: form-data; name="${keys[index] ?? ''}"`
    const file = `${part}; filename="${escapeFileName(medium.sentName)}"`
    const facts = { ...furtherFacts(medium), ...ownFacts(medium), ...mediaTypeOf(medium) }
    return [
      Buffer.from(`${file}\r\nContent-Type: ${fileFamilies[medium.family].mime}\r\n\r\n`),
      medium.bytes,
      Buffer.from(`\r\n${part}\r\n\r\n${jsonText(facts)}\r\n`),
    ]
  })
  pieces.push(Buffer.from(`--${boundary}--\r\n`))
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    sizeBytes: pieces.reduce((sum, piece) => sum + piece.byteLength, 0),
    chunks: () => pieces,
  }
}

/** An array of `{media, name, media_type, custom_data}`. The base64 is made while it is sent, never as a whole. */
function jsonBody(media: readonly Medium[]): HttpBody {
  const entries = media.map((medium, index) => {
    const facts = {
      name: medium.sentName,
      ...mediaTypeOf(medium),
      custom_data: { ...furtherFacts(medium), ...ownFacts(medium) },
    }
    const head = Buffer.from(`${index === 0 ? '[' : ','}{"media":"`)
    const tail = Buffer.from(`",${jsonText(facts).slice(1)}`)
    return { head, bytes: medium.bytes, tail }
  })
  const end = Buffer.from(']')
  return {
    contentType: 'application/json',
    sizeBytes: entries.reduce(
      (sum, { head, bytes, tail }) => sum + head.length + 4 * Math.ceil(bytes.length / 3) + tail.length,
      end.length,
    ),
    *chunks() {
      for (const { head, bytes, tail } of entries) {
        yield head
        for (let at = 0; at < bytes.length; at += base64StepBytes) {
          const step = bytes.subarray(at, at + base64StepBytes)
          const view = Buffer.from(step.buffer, step.byteOffset, step.byteLength)
          yield Buffer.from(view.toString('base64'), 'latin1')
        }
        yield tail
      }
      yield end
    },
  }
}

/** `IMAGE_ID_CARD_FRONT` becomes `id_card_front`: the endpoint takes any alphanumeric key, once per request. */
function mediaKeys(media: readonly Medium[]): string[] {
  const keys = new Set<string>()
  for (const medium of media) {
    const spelling = asciiSpelling(medium.mediaType).toLowerCase().replaceAll('-', '_')
    const stem = spelling.replace(/^image_/, '').slice(0, 60) || 'media'
    let key = stem
    for (let number = 2; keys.has(key); number += 1) key = `${stem}_${number}`
    keys.add(key)
  }
  return [...keys]
}

/** Left out even where Intray sends none of its own: no further fact may pass for one of them. */
function furtherFacts({ customData }: Medium): Record<string, unknown> {
  const { media_type: _mediaType, source: _source, timestamp: _timestamp, ...further } = customData
  return further
}

function ownFacts(medium: Medium): Record<string, unknown> {
  return { ...(medium.source === '' ? {} : { source: medium.source }), timestamp: medium.timestampSeconds }
}

function mediaTypeOf(medium: Medium): Record<string, string> {
  return medium.mediaType === '' ? {} : { media_type: medium.mediaType }
}

/**
 * The escapes that browsers use (HTML, "multipart form data"): without them a name could end its header and begin
 * another. The backslash goes too, because some parsers take it for an escape of the closing quote.
 */
function escapeFileName(name: string): string {
  return cleanText(name).replace(/["\\\r\n]/g, (character) => encodeURIComponent(character))
}

function jsonText(value: unknown): string {
  return JSON.stringify(cleanValue(value))
}

/** The endpoint takes UTF-8 only and refuses U+0000; both would fail the whole request. */
function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(cleanValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [cleanText(key), cleanValue(entry)]))
}
