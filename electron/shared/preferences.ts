import { z } from 'zod'
import { longestQuery } from './item-query.ts'

/** The window's languages. A further one is one more entry here, and its words in two tables: the window's and the shell's. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** How one person likes the window. The shell keeps it; no upload depends on it. */
export const preferencesSchema = z.strictObject({
  language: z.enum(['system', ...languages]).default('system'),
  appearance: z.enum(['system', 'light', 'dark']).default('system'),
  /** Other keys than the shipped ones: by view and command, values of `KeyboardEvent.key`. */
  keys: z
    .record(z.string().max(40), z.record(z.string().max(40), z.array(z.string().min(1).max(20)).max(4)))
    .default({}),
  searches: z
    .array(z.strictObject({ name: z.string().trim().min(1).max(80), text: z.string().max(longestQuery) }))
    .max(100)
    .default([]),
  notifications: z
    .strictObject({
      /** Files that need a person. */
      problems: z.boolean().default(true),
      /** Uploads stopped, or go on again. */
      uploads: z.boolean().default(true),
      /** Everything that was approved has been sent. */
      finished: z.boolean().default(false),
    })
    .prefault({}),
  /** Whether Intray goes on in the tray when its window is closed. */
  staysInTray: z.boolean().default(false),
  queue: z
    .strictObject({
      group: z.enum(['none', 'entity', 'folder']).default('none'),
      order: z.enum(['oldest_first', 'newest_first', 'by_entity', 'by_path']).default('oldest_first'),
    })
    .prefault({}),
  /** Whether the tour of the window was seen. */
  tourSeen: z.boolean().default(false),
})
export type Preferences = z.infer<typeof preferencesSchema>
