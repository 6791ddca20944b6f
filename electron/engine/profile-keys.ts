export interface FirstKey {
  /** The profile that is in use at the start. */
  readonly profileId: string
  readonly key: string | null
}

/** The API keys of all profiles, as far as the engine was given them. */
export interface ProfileKeys {
  of(profileId: string): string | null
  /** The keys that the shell keeps, by profile. They replace all that was known. */
  provide(keys: Readonly<Record<string, string>>): void
}

/** A key that was given at the start is that of the profile which is in use then, until the shell gives others. */
export function createProfileKeys(first: FirstKey): ProfileKeys {
  let provided: Readonly<Record<string, string>> | null = null

  return {
    of(profileId) {
      if (provided !== null) return provided[profileId] ?? null
      return profileId === first.profileId ? first.key : null
    },
    provide(keys) {
      provided = keys
    },
  }
}
