import type { ReportPart } from './report-rows.ts'

/** Of the pattern that fills what was rejected. */
export const hatchId = 'report-hatch'

/** How each part of a bar is filled. The hatching and the outline say the same without colour. */
export const partFills: Readonly<Record<ReportPart, string>> = {
  uploaded: 'var(--color-accent)',
  rejected: `url(#${hatchId})`,
  rest: 'var(--color-neutral-tint)',
}

export const partStrokes: Readonly<Record<ReportPart, string>> = {
  uploaded: 'none',
  rejected: 'var(--color-danger)',
  rest: 'var(--color-control)',
}
