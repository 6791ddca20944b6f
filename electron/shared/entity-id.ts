/**
 * The endpoint's alphabet for entity ids: 1 to 128 of these characters.
 * Source: the `entity_id` parameter in Unit21's OpenAPI file.
 */
const entityIdPattern = /^[a-zA-Z0-9\-_:.@!#$%&*+/=?^`{']{1,128}$/

/** True when the endpoint would take this text as an entity id. */
export function isEntityId(text: string): boolean {
  return entityIdPattern.test(text)
}

/**
 * True for an id that no address can carry, although the endpoint's alphabet allows it: one of its parts between
 * slashes is `.` or `..`. Percent-encoding does not help, because `%2E%2E` means the same as `..` to every parser on
 * the way (RFC 3986, 6.2.2.2), and the request would reach another address.
 */
export function hasDotSegment(entityId: string): boolean {
  return entityId.split('/').some((part) => part === '.' || part === '..')
}

/** The characters of `text` that no entity id may hold, each once, in order of appearance. */
export function foreignCharacters(text: string): string[] {
  return [...new Set([...text].filter((character) => !isEntityId(character)))]
}
