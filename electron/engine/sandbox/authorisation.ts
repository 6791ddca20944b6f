import type { SandboxOptions, Scope } from './options.ts'
import { Refusal } from './refusal.ts'

/**
 * Throws 401 where the `u21-key` header is missing, unknown or of another environment, and 403 where the key
 * lacks the scope. The sentences never repeat the key.
 */
export function requireKey(
  header: string | string[] | undefined,
  scope: Scope,
  options: Pick<SandboxOptions, 'keys' | 'environment'>,
): void {
  if (typeof header !== 'string' || header === '') throw new Refusal(401, 'The u21-key header is missing.')
  const key = options.keys.find((candidate) => candidate.key === header)
  if (key === undefined) throw new Refusal(401, 'This key is not known.')
  if (key.environment !== options.environment) {
    throw new Refusal(401, 'This key belongs to another environment.')
  }
  if (!key.scopes.includes(scope)) throw new Refusal(403, `This key lacks the scope ${scope}.`)
}

/** Throws the switched status where the path names another organisation than the simulator's. */
export function requireOrganisation(
  organisation: string,
  options: Pick<SandboxOptions, 'organisation' | 'wrongOrganisationStatus'>,
): void {
  if (organisation === options.organisation) return
  throw new Refusal(options.wrongOrganisationStatus, 'This organisation is not known.')
}
