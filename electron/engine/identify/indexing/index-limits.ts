/** What an index may hold. All of it is far beyond what scanners write, and keeps a broken file from harm. */
export const indexLimits = {
  tableBytes: 512 * 1024 * 1024,
  sidecarBytes: 256 * 1024,
  /** Characters of one line, and of one row that quotation marks stretch over several lines. */
  rowLength: 65_536,
  rowLines: 100,
  /** Characters; the same as what travels in custom data. */
  cellLength: 1_000,
  columns: 200,
} as const
