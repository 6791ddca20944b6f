import { z } from 'zod'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/** One medium as the entity lists it. */
export interface MediaEntry {
  readonly name: string
  readonly mediaType: string | null
  readonly createdAtSeconds: number | null
}

const entrySchema = z.looseObject({
  name: z.string(),
  media_type: z.string().nullable().default(null).catch(null),
  created_at: z.union([z.number(), z.string()]).nullable().default(null).catch(null),
})

/** An array, or a single object where there is one medium. Source: "Around it" in the endpoint's sheet. */
const mediaDataSchema = z.preprocess((value: unknown): unknown => {
  if (Array.isArray(value)) return value
  return value === null || isEmptyObject(value) ? [] : [value]
}, z.array(entrySchema))

const entitySchema = z.looseObject({
  general_data: z.looseObject({ entity_id: z.string() }),
  media_data: mediaDataSchema,
})

/** What an entity's answer says about its media, or why it proves nothing. */
export type MediaReading =
  | { readonly ok: true; readonly entries: readonly MediaEntry[] }
  | { readonly ok: false; readonly why: Sentence }

/**
 * Reads the media of one entity. A medium that is not in `entries` is not at the endpoint; so everything that
 * leaves a doubt is refused: another entity, no `media_data`, an entry without a name.
 */
export function readMediaEntries(answer: unknown, entityId: string): MediaReading {
  const parsed = entitySchema.safeParse(answer)
  if (!parsed.success) return { ok: false, why: say('no_list_of_media') }
  const { general_data, media_data } = parsed.data
  if (general_data.entity_id !== entityId) return { ok: false, why: say('about_another_entity') }
  const entries = media_data.map((entry) => ({
    name: entry.name,
    mediaType: entry.media_type,
    createdAtSeconds: readSeconds(entry.created_at),
  }))
  return { ok: true, entries }
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** Epoch seconds as a number or in digits; a date in words is taken too. */
function readSeconds(value: number | string | null): number | null {
  if (value === null || value === '') return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return seconds
  const epochMs = Date.parse(String(value))
  return Number.isNaN(epochMs) ? null : epochMs / 1000
}
