import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { IncomingMedium } from './medium.ts'

/** A medium that the simulator holds, as one line of the store file has it. */
export const storedMediumSchema = z.object({
  entityId: z.string(),
  form: z.enum(['multipart', 'json']),
  mediaKey: z.string().nullable(),
  name: z.string(),
  mediaType: z.string().nullable(),
  source: z.string().nullable(),
  timestamp: z.union([z.number(), z.string()]).nullable(),
  customData: z.record(z.string(), z.unknown()),
  sha256: z.string(),
  sizeBytes: z.number(),
  /** What the endpoint shows as `created_at`. */
  createdAtSeconds: z.number(),
  /** The same moment, exactly; the visibility lag is counted from it. */
  storedAtMs: z.number(),
})

export type StoredMedium = z.output<typeof storedMediumSchema> & {
  /** There only with `keepBytes`, and never after a restart. */
  bytes?: Buffer
}

export function toStoredMedium(
  entityId: string,
  incoming: IncomingMedium,
  { nowMs, keepBytes }: { nowMs: number; keepBytes: boolean },
): StoredMedium {
  const { bytes, fileName: _onlyForTheTypeCheck, ...described } = incoming
  return {
    ...described,
    entityId,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    createdAtSeconds: Math.floor(nowMs / 1000),
    storedAtMs: nowMs,
    ...(keepBytes ? { bytes } : {}),
  }
}
