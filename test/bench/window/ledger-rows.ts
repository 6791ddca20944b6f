import Database from 'better-sqlite3'

type Parameter = string | number

/** A ledger, read by nothing of Intray's own. */
export class LedgerRows {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** The first column of every row. */
  values(sql: string, ...parameters: readonly Parameter[]): readonly unknown[] {
    const database = new Database(this.#file, { readonly: true })
    try {
      return database
        .prepare<Parameter[]>(sql)
        .pluck()
        .all(...parameters)
    } finally {
      database.close()
    }
  }

  /** A condition with two values, the first and the end of a time. */
  isWithin(column: string): string {
    return `${column} >= ? AND ${column} < ?`
  }

  /** `2026-03` in this computer's own time. */
  month(month: string): [number, number] {
    const [year = 0, number = 1] = month.split('-').map(Number)
    return [new Date(year, number - 1, 1).getTime(), new Date(year, number, 1).getTime()]
  }

  /** `2026-03-12` in this computer's own time. */
  day(day: string): [number, number] {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    return [new Date(year, month - 1, date).getTime(), new Date(year, month - 1, date + 1).getTime()]
  }

  startOfDayAgo(days: number): number {
    const now = new Date()
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).getTime()
  }
}
