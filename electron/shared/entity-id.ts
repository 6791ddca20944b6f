/**
 * The endpoint's alphabet for entity ids: 1 to 128 of these characters.
 * Source: the `entity_id` parameter in Unit21's OpenAPI file.
 */
const entityIdPattern = /^[a-zA-Z0-9\-_:.@!#$%&*+/=?^`{']{1,128}$/

/** True when the endpoint would take this text as an entity id. */
export function isEntityId(text: string): boolean {
  return entityIdPattern.test(text)
}

/** The characters of `text` that no entity id may hold, each once, in order of appearance. */
export function foreignCharacters(text: string): string[] {
  return [...new Set([...text].filter((character) => !isEntityId(character)))]
}
