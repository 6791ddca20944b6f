import { isEntityId } from '../../shared/entity-id.ts'
import { Refusal } from './refusal.ts'

/**
 * The entity id that a percent-encoded path segment stands for, or null where it is no valid UTF-8 behind its
 * percent signs. A `+` is a plus sign here, never a space.
 */
export function decodeEntityId(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    // decodeURIComponent has one way to fail: a malformed sequence. The caller answers it with 400.
    return null
  }
}

/** Throws a 400 where the id is unreadable, too long or holds a character outside the alphabet. */
export function requireEntityId(entityId: string | null): string {
  if (entityId === null) throw new Refusal(400, 'entity_id is not percent-encoded UTF-8.')
  if (!isEntityId(entityId)) {
    throw new Refusal(400, 'entity_id must have 1 to 128 characters out of the documented alphabet.')
  }
  return entityId
}
