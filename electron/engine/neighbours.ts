import { sideOf } from '../shared/media-types.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { EntityLookUps } from './entity-look-ups.ts'
import type { IdentifiedFile } from './ledger/identification-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import type { ReadingAgain } from './reading-again.ts'

export interface NeighboursOptions {
  readonly ledger: Pick<Ledger, 'sidesOfEntities'>
  readonly folders: readonly FolderSettings[]
  readonly log: Log
  readonly readingAgain: Pick<ReadingAgain, 'readItems'>
  readonly entities: Pick<EntityLookUps, 'want'>
}

/** What one item's news means for others: its other side may wait for it, and so may files of the same entity. */
export interface Neighbours {
  identified(files: readonly IdentifiedFile[]): void
  /** The endpoint said something new about an entity. */
  entityChecked(entityId: string): void
  /** Resolves when all news has been passed on. */
  idle(): Promise<void>
}

export function createNeighbours(options: NeighboursOptions): Neighbours {
  const { ledger, folders, readingAgain } = options
  const expectsOtherSides = folders.some(({ otherSideWaitMs }) => otherSideWaitMs > 0)
  let last: Promise<void> = Promise.resolve()
  const passOn = (work: () => Promise<void>): void => {
    last = last.then(work).catch((error: unknown) => {
      options.log.error('neighbours_failed', error)
    })
  }

  const readScansOf = async (entityIds: readonly string[]): Promise<void> => {
    const scans = await ledger.sidesOfEntities(entityIds)
    await readingAgain.readItems(scans.map(({ itemId }) => itemId))
  }

  const tellOtherSides = async (files: readonly IdentifiedFile[]): Promise<void> => {
    const entityIds = files.flatMap(({ entityId, mediaType }) =>
      entityId !== null && mediaType !== null && sideOf(mediaType) !== null ? [entityId] : [],
    )
    if (entityIds.length === 0) return
    await readScansOf([...new Set(entityIds)])
  }

  return {
    identified(files) {
      options.entities.want(files.flatMap(({ entityId, role }) => (role === 'scan' ? (entityId ?? []) : [])))
      if (expectsOtherSides) passOn(() => tellOtherSides(files))
    },
    entityChecked(entityId) {
      passOn(() => readScansOf([entityId]))
    },
    idle: () => last,
  }
}
