import type { IncomingMessage } from 'node:http'
import { requireKey, requireOrganisation } from './authorisation.ts'
import { requireEntityId } from './entity-id.ts'
import type { Endpoint } from './endpoint.ts'
import type { Entity } from './entity-store.ts'
import type { RateVerdict } from './rate-limit.ts'
import { Refusal } from './refusal.ts'
import type { Action, Route } from './router.ts'

/** A request whose head passed every check. */
export type Admission = { action: Action; entity: Entity }

/** Everything that is decided before the body is read, in this order: rate, path, key, organisation, entity. */
export function admit(
  endpoint: Pick<Endpoint, 'options' | 'store'>,
  route: Route | Refusal,
  headers: IncomingMessage['headers'],
  rate: RateVerdict | null,
): Admission | Refusal {
  const { options, store } = endpoint
  try {
    if (rate !== null && !rate.allowed) throw new Refusal(429, 'Too many calls.')
    if (route instanceof Refusal) throw route
    requireKey(headers['u21-key'], route.action, options)
    requireOrganisation(route.organisation, options)
    const entityId = requireEntityId(route.entityId)
    // A look-up never finds a placeholder; what an upload to one is told is a guess, hence a switch.
    const placeholderStatus = route.action === 'read_entity' ? 404 : options.placeholderStatus
    return { action: route.action, entity: store.require(entityId, placeholderStatus) }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
