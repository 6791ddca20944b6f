import { z } from 'zod'

/** A reason that a house has not reworded is shown in the language of the window. */
export const shippedRejectReasons = [
  'Not readable',
  'Wrong document',
  'Document has expired',
  'Part of the document is missing',
  'Belongs to somebody else',
] as const

/** How people decide. */
export const reviewSchema = z.strictObject({
  graceMs: z
    .int()
    .min(0)
    .max(86_400_000)
    .default(5_000)
    .describe('How long an approved file waits before it is sent, so that the approval can be taken back.'),
  rejectReasons: z
    .array(z.string().trim().min(1).max(200))
    .max(50)
    .default([...shippedRejectReasons])
    .describe('Reasons that are offered when a file is rejected.'),
  secondReviewMediaTypes: z
    .array(z.string().min(1).max(200))
    .max(200)
    .default([])
    .describe('Media types that two persons must approve.'),
})

export type ReviewSettings = z.infer<typeof reviewSchema>
