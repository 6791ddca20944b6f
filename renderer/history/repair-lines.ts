import { z } from 'zod'
import { recipeSchema } from '../../electron/shared/repair.ts'
import type { Recipe } from '../../electron/shared/repair.ts'
import type { AuditEvent } from '../../electron/shared/records.ts'
import { formatBytes } from '../format/number.ts'
import { messages } from '../messages/current.ts'

const form = z.object({ sha256: z.string().nullable(), sizeBytes: z.number() })
const repairSchema = z.object({ recipe: recipeSchema, sha256: z.string(), sizeBytes: z.number() })
const eventSchema = z.object({
  original: form.nullish(),
  before: repairSchema.nullish().catch(null),
  after: repairSchema.nullish().catch(null),
  /** Of a split. */
  recipe: recipeSchema.nullish().catch(null),
  pages: z.array(z.object({ path: z.string(), sha256: z.string() })).nullish(),
})

/** What was made of a picture, with both hashes and the recipe; empty for other events. */
export function repairLines(event: AuditEvent): readonly string[] {
  if (
    event.kind !== 'item.repaired' &&
    event.kind !== 'item.repair_discarded' &&
    event.kind !== 'item.split'
  ) {
    return []
  }
  const parsed = eventSchema.safeParse(event.data)
  if (!parsed.success) return []
  const { original, before, after, recipe, pages } = parsed.data
  const text = messages.history.repair
  const lines: string[] = []
  if (original) lines.push(text.original(formatBytes(original.sizeBytes), original.sha256 ?? ''))
  if (after) lines.push(recipeWords(after.recipe), text.sent(formatBytes(after.sizeBytes), after.sha256))
  else if (before) lines.push(text.discarded(formatBytes(before.sizeBytes), before.sha256))
  if (recipe) lines.push(recipeWords(recipe))
  for (const page of pages ?? []) lines.push(text.page(page.path, page.sha256))
  return lines
}

/** A hash is known by fewer characters than it has, and a query has an end. */
const hashLength = 16
const pagesAtMost = 40

/** The query that finds the pages that were split off an item; null where none were. */
export function splitPagesQuery(events: readonly AuditEvent[]): string | null {
  const split = events.filter(({ kind }) => kind === 'item.split').toSorted((a, b) => a.seq - b.seq)
  const parsed = eventSchema.safeParse(split.at(-1)?.data)
  const pages = parsed.success ? (parsed.data.pages ?? []) : []
  const hashes = pages.slice(0, pagesAtMost).map(({ sha256 }) => sha256.slice(0, hashLength))
  return hashes.length === 0 ? null : `hash:${hashes.join(',')}`
}

/** A recipe in plain words: `JPEG of quality 80, 60 % of the size, in grey`. */
export function recipeWords(recipe: Recipe): string {
  const { quality, scalePercent, grey } = recipe
  return messages.history.repair.recipe(recipe.kind === 'split_pages', quality, scalePercent, grey)
}
