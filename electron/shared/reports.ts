export const reportGroups = ['day', 'folder', 'operator', 'media_type'] as const
export type ReportGroup = (typeof reportGroups)[number]

/** What became of the files that were first seen in the days of a report, for one day, folder, operator or media type. */
export interface ReportRow {
  /** The day, the folder's id, the operator or the media type; null where an item has none. */
  readonly key: string | null
  readonly seen: number
  readonly uploaded: number
  /** In Problems now, or held there once. */
  readonly held: number
  readonly rejected: number
  /** From the first sight of a file to its upload; null where none was uploaded. */
  readonly medianMs: number | null
  readonly p95Ms: number | null
}

export interface LongestUpload {
  readonly itemId: number
  readonly durationMs: number
}

export interface Report {
  readonly by: ReportGroup
  readonly fromDay: string
  readonly toDay: string
  /** By the key; days ascending, else the most seen first. */
  readonly rows: readonly ReportRow[]
  readonly total: ReportRow
  /** The upload that took the longest from the first sight of its file; null where nothing was uploaded. */
  readonly longest: LongestUpload | null
  readonly madeAtMs: number
}
