import type { SandboxOptions } from './options.ts'
import { Refusal } from './refusal.ts'
import type { StoredMedium } from './stored-medium.ts'

export type Entity = {
  entityId: string
  /** The endpoint's own number for it, as a string. */
  unit21Id: string
  media: StoredMedium[]
  /** The SHA-256 of every medium it holds. */
  hashes: Set<string>
  /** True while an upload holds it. */
  busy: boolean
}

/** What the simulator knows of entities and their media. */
export type EntityStore = {
  add(entityId: string): Entity
  addPlaceholder(entityId: string): void
  addUnknown(entityId: string): void
  find(entityId: string): Entity | null
  /** The entity, created where the options say so. Throws 404, or the given status for a placeholder. */
  require(entityId: string, placeholderStatus: number): Entity
  /** Those of `media` that will be kept: all, or with `dedupe` those whose bytes are new to the entity. */
  unrepeated(entity: Entity, media: readonly StoredMedium[]): StoredMedium[]
  keep(entity: Entity, media: readonly StoredMedium[]): void
  /** Takes in a medium of a former run. */
  restore(medium: StoredMedium): void
  entities(): Entity[]
  mediaCount(): number
}

type Rules = Pick<
  SandboxOptions,
  'entities' | 'placeholders' | 'unknownEntities' | 'createUnknownEntities' | 'repeats'
>

export function createEntityStore(rules: Rules): EntityStore {
  const entities = new Map<string, Entity>()
  const placeholders = new Set(rules.placeholders)
  const unknown = new Set(rules.unknownEntities)
  let mediaCount = 0

  const create = (entityId: string): Entity => {
    const known = entities.get(entityId)
    if (known !== undefined) return known
    const created: Entity = {
      entityId,
      unit21Id: String(1_000_001 + entities.size),
      media: [],
      hashes: new Set(),
      busy: false,
    }
    entities.set(entityId, created)
    return created
  }

  const store: EntityStore = {
    add(entityId) {
      placeholders.delete(entityId)
      unknown.delete(entityId)
      return create(entityId)
    },
    addPlaceholder: (entityId) => void placeholders.add(entityId),
    addUnknown: (entityId) => void unknown.add(entityId),
    find: (entityId) => entities.get(entityId) ?? null,
    require(entityId, placeholderStatus) {
      if (placeholders.has(entityId)) {
        throw new Refusal(placeholderStatus, 'This entity is a placeholder; it cannot be read or updated.')
      }
      const known = unknown.has(entityId) ? undefined : entities.get(entityId)
      if (known !== undefined) return known
      if (rules.createUnknownEntities && !unknown.has(entityId)) return create(entityId)
      throw new Refusal(404, 'There is no entity of this id.')
    },
    unrepeated(entity, media) {
      if (rules.repeats === 'append') return [...media]
      const unlike = new Map(media.map((medium) => [medium.sha256, medium]))
      return [...unlike.values()].filter(({ sha256 }) => !entity.hashes.has(sha256))
    },
    keep(entity, media) {
      for (const medium of media) {
        entity.media.push(medium)
        entity.hashes.add(medium.sha256)
      }
      mediaCount += media.length
    },
    restore: (medium) => store.keep(create(medium.entityId), [medium]),
    entities: () => [...entities.values()],
    mediaCount: () => mediaCount,
  }
  for (const entityId of rules.entities) create(entityId)
  return store
}
