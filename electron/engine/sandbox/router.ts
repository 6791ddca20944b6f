import { decodeEntityId } from './entity-id.ts'
import { Refusal } from './refusal.ts'

export type Action = 'link_media' | 'read_entity'

/** A request target that the simulator knows. `entityId` is null where the segment cannot be decoded. */
export type Route = { action: Action; organisation: string; entityId: string | null }

/**
 * Finds what a request asks for: `PUT /v1/{org}/entities/{entity_id}/link-media` or
 * `GET /v1/{org}/entities/{entity_id}`. A slash inside an entity id must come as `%2F`; a bare one makes
 * another path. Gives a 404 for an unknown path and a 405 for a known path with another method.
 */
export function matchRoute(method: string, target: string): Route | Refusal {
  const [path = ''] = target.split('?', 1)
  const [root, version, organisation, entities, entity, verb, ...rest] = path.split('/')
  const known =
    root === '' && version === 'v1' && entities === 'entities' && Boolean(organisation) && Boolean(entity)
  if (!known || rest.length > 0 || (verb !== undefined && verb !== 'link-media')) {
    return new Refusal(404, 'There is no such endpoint.')
  }
  const action: Action = verb === undefined ? 'read_entity' : 'link_media'
  if (method !== (action === 'link_media' ? 'PUT' : 'GET')) {
    return new Refusal(405, `${method} is not allowed here.`)
  }
  return {
    action,
    organisation: decodeEntityId(organisation ?? '') ?? '',
    entityId: decodeEntityId(entity ?? ''),
  }
}
