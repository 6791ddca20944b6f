import { z } from 'zod'
import { splitDetails } from './medium.ts'
import type { IncomingMedium } from './medium.ts'
import type { SandboxOptions } from './options.ts'
import { Refusal } from './refusal.ts'
import { decodeText, parseJsonText } from './text.ts'

const mediaSchema = z.array(
  z.object({
    media: z.string(),
    name: z.string().min(1),
    media_type: z.string().nullish(),
    custom_data: z.record(z.string(), z.unknown()).nullish(),
  }),
)

/** Reads the base64 form: an array of `{media, name, media_type?, custom_data?}`. Throws 400 where it is not that. */
export function parseJsonBody(
  body: Uint8Array,
  options: Pick<SandboxOptions, 'acceptSingleJsonObject'>,
): IncomingMedium[] {
  const value = parseJsonText(decodeText(body, 'The body'), 'The body')
  const list = options.acceptSingleJsonObject && !Array.isArray(value) ? [value] : value
  const parsed = mediaSchema.safeParse(list)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Refusal(400, `The body at /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'invalid'}.`)
  }
  return parsed.data.map((object) => ({
    form: 'json',
    mediaKey: null,
    name: object.name,
    fileName: object.name,
    mediaType: object.media_type ?? null,
    ...splitDetails(object.custom_data ?? {}),
    bytes: decodeBase64(object.media),
  }))
}

/** Plain base64 alone: no data URI, no line break, no other alphabet, padded. Node's own decoder takes all of these. */
function decodeBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw new Refusal(400, 'media must be plain base64.')
  return bytes
}
