import type { ConnectionSettings } from '../shared/settings/connection.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { createEntityLookUps } from './entity-look-ups.ts'
import type { EntityLookUps } from './entity-look-ups.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { createNeighbours } from './neighbours.ts'
import type { Neighbours } from './neighbours.ts'
import type { ReadingAgain } from './reading-again.ts'
import { systemTimers } from './time/clock.ts'
import type { Undo } from './undo.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'

export interface EntityPartsOptions {
  readonly ledger: Ledger
  readonly client: EndpointClient
  readonly connection: ConnectionSettings
  readonly settings: Pick<Settings, 'entityLookUp'>
  readonly folders: readonly FolderSettings[]
  readonly readingAgain: ReadingAgain
  readonly log: Log
  /** The API key, or null while there is none. */
  key(): string | null
  now(): number
}

/** Who asks the endpoint about entities, and who tells their items what it said. */
export interface EntityParts {
  readonly entities: EntityLookUps
  readonly neighbours: Neighbours
}

export function openEntityParts(options: EntityPartsOptions, undo: Undo): EntityParts {
  const { ledger, folders, readingAgain, log } = options
  const entities = createEntityLookUps({
    ledger,
    client: options.client,
    connection: options.connection,
    settings: options.settings.entityLookUp,
    timers: systemTimers,
    log,
    key: () => options.key(),
    now: () => options.now(),
    random: Math.random,
    onChecked: ({ entityId }) => {
      neighbours.entityChecked(entityId)
    },
  })
  undo.push(() => entities.stop())
  const neighbours = createNeighbours({ ledger, folders, log, readingAgain, entities })
  undo.push(() => neighbours.idle())
  return { entities, neighbours }
}
