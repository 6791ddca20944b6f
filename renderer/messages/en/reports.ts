import { countOf } from './plural.ts'

/** The reports view. */
export const reports = {
  title: 'Reports',
  controls: 'What the report is about',
  range: 'Days',
  ranges: {
    today: 'Today',
    last_7: '7 days',
    last_30: '30 days',
    month: 'Month',
    custom: 'Other days',
  },
  month: 'Month',
  from: 'From',
  to: 'To',
  rangeProblem: {
    missing: 'Enter both days.',
    backwards: 'The last day lies before the first.',
    tooLong: 'By day, a report covers one year at most. Choose fewer days or another grouping.',
  },
  groupBy: 'By',
  by: { day: 'Day', folder: 'Folder', operator: 'Operator', media_type: 'Media type' },
  noKey: {
    day: 'Day not known',
    folder: 'Folder not known',
    operator: 'Nobody decided',
    media_type: 'No media type',
  },
  filter: 'Only files that fit',
  filterHint: 'As in the search of the history',
  subject: (from: string, to: string, by: string) =>
    from === to
      ? `Files first seen on ${from}, by ${by}`
      : `Files first seen from ${from} to ${to}, by ${by}`,
  bySmall: { day: 'day', folder: 'folder', operator: 'operator', media_type: 'media type' },
  filtered: (text: string) => `Only files that fit: ${text}`,
  madeAt: (when: string) => `As of ${when}`,
  connection: (profile: string) => `Connection: ${profile}`,
  refresh: 'Refresh',
  print: 'Print…',
  pdf: 'Save as PDF…',
  pdfSaved: 'The report was saved as PDF',
  pdfNotSaved: 'The report was not saved as PDF',
  csv: 'Save as CSV…',
  csvSaved: 'The table was saved',
  csvNotSaved: 'The table was not saved',
  copy: 'Copy the table',
  copied: 'The table is copied',
  fileName: (from: string, to: string, by: string) => `intray-report-${from}-${to}-by-${by}`,
  showTable: 'Table',
  showChart: 'Chart',
  figureForm: (title: string) => `Form of “${title}”`,
  counts: 'What became of the files',
  times: 'From the first sight of a file to its upload',
  timesWords:
    'The dot is the median, the line reaches to the time that 95 of 100 files kept. Steps grow tenfold.',
  noTimes: 'No file of these days was uploaded, so there are no times.',
  columns: {
    seen: 'Seen',
    uploaded: 'Uploaded',
    held: 'Held at some time',
    rejected: 'Rejected',
    rest: 'Open or other',
    median: 'Median',
    p95: '95 of 100 within',
    longest: 'Longest',
    medianSeconds: 'Median (seconds)',
    p95Seconds: '95 % within (seconds)',
  },
  total: 'Total',
  tableNotes: {
    counts:
      'Every file counts once: seen = uploaded + rejected + open or other. “Held at some time” counts some of the same files again.',
    times: 'Only uploaded files have a time. The total is over all of them, not a sum of the lines.',
  },
  noTime: '–',
  scrubCounts: 'Days of the chart, with their counts',
  scrubTimes: 'Days of the chart, with their times',
  scrubHint: 'Point at a day, or use the arrow keys.',
  countWords: (day: string, seen: string, uploaded: string, held: string, rejected: string, rest: string) =>
    `${day}: ${seen} seen, ${uploaded} uploaded, ${rejected} rejected, ${rest} open or other; ${held} held`,
  timeWords: (day: string, median: string, p95: string) =>
    `${day}: median ${median}, 95 of 100 within ${p95}`,
  noTimeWords: (day: string) => `${day}: nothing uploaded`,
  chartSummary: (rows: number, seen: number) =>
    `${countOf(seen, 'file', 'files')} in ${countOf(rows, 'line', 'lines')}. The table has every figure.`,
  showLongest: 'Show the file that took longest, in History',
  showRow: (label: string) => `Show the files in History: ${label}`,
  emptyTitle: 'No files in these days',
  emptyWords: 'No file that fits was first seen then. Choose other days or another filter.',
}
