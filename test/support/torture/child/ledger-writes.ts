import Database from 'better-sqlite3'

export interface LedgerWrites {
  /** May throw in the place of the write. */
  beforeWrite(sql: string): void
  /** May throw in the place of the commit: the transaction is rolled back then. */
  beforeCommit(): void
  afterCommit(): void
}

type Step = (...values: unknown[]) => unknown

/** From now on every write of every SQLite connection in this process is told beforehand. */
export function followLedgerWrites({ beforeWrite, beforeCommit, afterCommit }: LedgerWrites): void {
  const transaction = { wrote: false }
  const didWrite = (): boolean => transaction.wrote
  const tell = (sql: string): void => {
    beforeWrite(sql)
    transaction.wrote = true
  }

  Database.prototype.prepare = new Proxy(Database.prototype.prepare, {
    apply(prepare, self, args: [string]) {
      const statement: Database.Statement = Reflect.apply(prepare, self, args)
      if (statement.readonly) return statement
      for (const method of ['run', 'get', 'all'] as const) {
        if (method !== 'run' && !statement.reader) continue
        const told = new Proxy<(...values: unknown[]) => unknown>(statement[method], {
          apply(run, on, values) {
            tell(statement.source)
            return Reflect.apply(run, on, values)
          },
        })
        Object.assign(statement, { [method]: told })
      }
      return statement
    },
  })
  Database.prototype.exec = new Proxy(Database.prototype.exec, {
    apply(exec, self, args: [string]) {
      tell(args[0])
      return Reflect.apply(exec, self, args)
    },
  })
  Database.prototype.transaction = new Proxy(Database.prototype.transaction, {
    apply(make, self: Database.Database, [step]: [Step]) {
      const told: Step = (...values) => {
        const result = step(...values)
        if (didWrite()) beforeCommit()
        return result
      }
      const made: Database.Transaction<Step> = Reflect.apply(make, self, [told])
      const followed =
        (variant: Step): Step =>
        (...values) => {
          transaction.wrote = false
          const result = variant(...values)
          if (didWrite() && !self.inTransaction) afterCommit()
          return result
        }
      return Object.assign(followed(made), {
        default: followed(made.default),
        deferred: followed(made.deferred),
        immediate: followed(made.immediate),
        exclusive: followed(made.exclusive),
      })
    },
  })
}
