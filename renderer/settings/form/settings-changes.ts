import type { OtherProfile } from '../../../electron/shared/settings/profile.ts'
import type { Settings } from '../../../electron/shared/settings/settings.ts'
import { sectionOf } from '../sections.ts'
import type { SettingsSection } from '../sections.ts'

/** What other settings would change, as far as a person should know before taking them. */
export interface SettingsChanges {
  /** Where other values stand. `rules`: in what has no field among the settings. */
  readonly parts: readonly (SettingsSection | 'rules')[]
  /** Where files would go, and where they go now; null where that stays. */
  readonly address: { readonly to: string; readonly from: string } | null
  /** The name of the profile that would be in use; null where it stays. */
  readonly profile: string | null
  readonly profilesAdded: readonly string[]
  readonly profilesRemoved: readonly string[]
  /** Paths, of all profiles. */
  readonly foldersAdded: readonly string[]
  readonly foldersRemoved: readonly string[]
}

/** What `after` changes in `before`; null where it says the same. */
export function settingsChanges(before: Settings, after: Settings): SettingsChanges | null {
  const old = new Map(Object.entries(before))
  const differing = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(old.get(name)) !== JSON.stringify(value),
  )
  if (differing.length === 0) return null
  const [profilesBefore, profilesAfter] = [profilesOf(before), profilesOf(after)]
  const [foldersBefore, foldersAfter] = [pathsOf(profilesBefore), pathsOf(profilesAfter)]
  const [from, to] = [before.connection.baseUrl, after.connection.baseUrl]
  return {
    parts: [...new Set(differing.map(([name]) => sectionOf(name) ?? 'rules'))],
    address: from === to ? null : { from, to },
    profile: before.profile.id === after.profile.id ? null : nameOf(after.profile),
    profilesAdded: without(profilesAfter, profilesBefore).map(nameOf),
    profilesRemoved: without(profilesBefore, profilesAfter).map(nameOf),
    foldersAdded: foldersAfter.filter((path) => !foldersBefore.includes(path)),
    foldersRemoved: foldersBefore.filter((path) => !foldersAfter.includes(path)),
  }
}

type Profile = Pick<OtherProfile, 'id' | 'name' | 'folders'>

function profilesOf({ profile, folders, otherProfiles }: Settings): readonly Profile[] {
  return [{ ...profile, folders }, ...otherProfiles]
}

function pathsOf(profiles: readonly Profile[]): readonly string[] {
  return profiles.flatMap(({ folders }) => folders.map(({ path }) => path))
}

function without(profiles: readonly Profile[], others: readonly Profile[]): readonly Profile[] {
  return profiles.filter(({ id }) => others.every((other) => other.id !== id))
}

function nameOf({ id, name }: Pick<Profile, 'id' | 'name'>): string {
  return name === '' ? id : name
}
