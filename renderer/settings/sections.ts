export const settingsSections = [
  'connection',
  'folders',
  'intake',
  'review',
  'uploads',
  'ledger',
  'window',
  'about',
] as const
export type SettingsSection = (typeof settingsSections)[number]

/** Beginnings of settings paths, by the section that shows their fields. The longest one that fits counts. */
const sectionByPath: Readonly<Record<string, SettingsSection>> = {
  mode: 'connection',
  connection: 'connection',
  profile: 'connection',
  otherProfiles: 'connection',
  'connection.timeoutMs': 'uploads',
  entityLookUp: 'connection',
  folders: 'folders',
  intake: 'intake',
  upload: 'uploads',
  ledger: 'ledger',
  retention: 'ledger',
  operator: 'review',
  operators: 'review',
  review: 'review',
}

/** The section that shows the field at a settings path; undefined for a path that has no field. */
export function sectionOf(path: string): SettingsSection | undefined {
  const segments = path.split('.')
  for (let length = segments.length; length > 0; length -= 1) {
    const section = sectionByPath[segments.slice(0, length).join('.')]
    if (section !== undefined) return section
  }
  return undefined
}
