import { isEntityId } from '../../shared/entity-id.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import { connectionSchema } from '../../shared/settings/connection.ts'
import type { ConnectionSettings } from '../../shared/settings/connection.ts'
import { say } from '../../shared/sentences/say.ts'

/** An address of the endpoint in the parts that are sent: the path must never pass through a URL parser again. */
export interface EndpointUrl {
  readonly origin: string
  /** Percent-encoded. */
  readonly path: string
  /** The whole, for the ledger and for people. */
  readonly href: string
}

type Address = Pick<ConnectionSettings, 'baseUrl' | 'organisation'>

/**
 * `{baseUrl}/{organisation}/entities/{entity_id}/link-media`. Throws IntrayError `settings_invalid` for an address
 * that cannot be used and `entity_id_unsafe` for an id that no address can carry.
 */
export function linkMediaUrl(address: Address, entityId: string): EndpointUrl {
  const url = entityUrl(address, entityId)
  return { origin: url.origin, path: `${url.path}/link-media`, href: `${url.href}/link-media` }
}

/** `{baseUrl}/{organisation}/entities/{entity_id}`, for looking an entity up. Throws like `linkMediaUrl`. */
export function entityUrl(address: Address, entityId: string): EndpointUrl {
  const base = parseBaseUrl(address.baseUrl)
  const path = `${base.path}/${organisationSegment(address.organisation)}/entities/${entitySegment(entityId)}`
  return { origin: base.origin, path, href: base.origin + path }
}

/** Checked again although the settings were: the key goes where this leads. */
function parseBaseUrl(baseUrl: string): { origin: string; path: string } {
  const checked = connectionSchema.shape.baseUrl.safeParse(baseUrl)
  if (!checked.success) {
    throw new IntrayError('settings_invalid', say('base_url_unsafe'))
  }
  const url = new URL(baseUrl)
  return { origin: url.origin, path: url.pathname.replace(/\/+$/, '') }
}

function organisationSegment(organisation: string): string {
  const checked = connectionSchema.shape.organisation.safeParse(organisation)
  if (!checked.success || organisation === '' || isDotSegment(organisation)) {
    throw new IntrayError('settings_invalid', say('organisation_invalid'))
  }
  return organisation
}

/**
 * Ids may hold `/ ? # %` and travel percent-encoded. A part that is `.` or `..` cannot: `%2E%2E` means the same
 * as `..` to every parser on the way (RFC 3986, 6.2.2.2), and the request would reach another address.
 */
function entitySegment(entityId: string): string {
  if (!isEntityId(entityId)) {
    throw new IntrayError('entity_id_unsafe', say('entity_id_foreign'))
  }
  if (entityId.split('/').some(isDotSegment)) {
    throw new IntrayError('entity_id_unsafe', say('entity_id_of_dots'))
  }
  return percentEncode(entityId)
}

function isDotSegment(text: string): boolean {
  return text === '.' || text === '..'
}

/** Leaves only the unreserved characters of RFC 3986: `A-Z a-z 0-9 - . _ ~`. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
