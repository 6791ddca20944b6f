import { writeStep } from './connection.ts'
import type { Connection } from './connection.ts'
import { rebuiltSearch } from './schema-3-search.ts'

export interface SearchRebuilding {
  /**
   * Makes everything that a search looks into anew from items, attempts and events, in one transaction. Nothing else can
   * be written meanwhile: about a minute for a million items.
   */
  rebuildSearch(): Promise<void>
}

export function createSearchRebuilding(connection: Connection): SearchRebuilding {
  return {
    rebuildSearch: () =>
      writeStep(connection, () => {
        connection.exec(rebuiltSearch)
      }),
  }
}
