import { IntrayError } from '../shared/error-codes.ts'
import { say } from '../shared/sentences/say.ts'
import type { OtherProfile } from '../shared/settings/profile.ts'
import type { Settings } from '../shared/settings/settings.ts'

/** Every profile with what it uses, the one in use first. */
export function allProfiles({ profile, connection, folders, otherProfiles }: Settings): OtherProfile[] {
  return [{ ...profile, connection, folders }, ...otherProfiles]
}

/**
 * The settings with another profile in use. The one that was in use takes its place among the others.
 * Throws `profile_unknown`.
 */
export function withProfile(settings: Settings, profileId: string): Settings {
  if (settings.profile.id === profileId) return settings
  const chosen = settings.otherProfiles.find(({ id }) => id === profileId)
  if (chosen === undefined) throw unknownProfile(settings, profileId)
  const { connection, folders, ...profile } = chosen
  const before: OtherProfile = {
    ...settings.profile,
    connection: settings.connection,
    folders: settings.folders,
  }
  return {
    ...settings,
    profile,
    connection,
    folders,
    otherProfiles: settings.otherProfiles.map((other) => (other === chosen ? before : other)),
  }
}

/**
 * Whether the kept key of a profile may travel to an address that somebody wants to try: to its own, or to one that
 * is nobody's yet, but never to an address that is another profile's.
 */
export function mayCarryKey(settings: Settings, profileId: string, baseUrl: string): boolean {
  const owners = allProfiles(settings).filter(
    ({ connection }) => originOf(connection.baseUrl) === originOf(baseUrl),
  )
  return owners.length === 0 || owners.some(({ id }) => id === profileId)
}

function unknownProfile(settings: Settings, profileId: string): IntrayError {
  const known = allProfiles(settings).map(({ id }) => id)
  return new IntrayError('profile_unknown', say('profile_not_known', { name: profileId, known }))
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address
}
