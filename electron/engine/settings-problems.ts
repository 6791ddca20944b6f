import { isAbsolute } from 'node:path'
import { definitionOf } from '../shared/rules.ts'
import { say } from '../shared/sentences/say.ts'
import type { Sentence } from '../shared/sentences/told.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { OtherProfile } from '../shared/settings/profile.ts'
import type { Settings, SettingsProblem } from '../shared/settings/settings.ts'
import { archiveOf } from './archive/archive-path.ts'
import { compileRules } from './identify/naming/rule-set.ts'
import { allProfiles } from './profiles.ts'
import { contradictions } from './settings-file.ts'
import { foldersOverlap, resolveFolder } from './watch/folder-overlap.ts'
import type { FolderPlace } from './watch/folder-overlap.ts'

/** Everything that is wrong with settings that somebody wants to save, each with its place. */
export async function findSettingsProblems(settings: Settings): Promise<SettingsProblem[]> {
  return [...contradictions(settings), ...ruleProblems(settings), ...(await folderProblems(settings))]
}

function ruleProblems(settings: Settings): SettingsProblem[] {
  return compileRules(definitionOf(settings)).problems.map(({ ruleId, part, words, said }) => {
    const index = settings.rules.findIndex(({ id }) => id === ruleId)
    return { path: index < 0 ? part : `rules.${String(index)}.${part}`, words, said }
  })
}

/** A folder of some profile, and its place in the settings. */
interface PlacedFolder {
  readonly folder: FolderSettings
  /** `folders.0`, or `otherProfiles.1.folders.0`. */
  readonly place: string
  readonly profile: OtherProfile
}

function placeFolders(settings: Settings): PlacedFolder[] {
  return allProfiles(settings).flatMap((profile, number) => {
    const list = number === 0 ? 'folders' : `otherProfiles.${String(number - 1)}.folders`
    return profile.folders.map((folder, index) => ({ folder, place: `${list}.${String(index)}`, profile }))
  })
}

async function folderProblems(settings: Settings): Promise<SettingsProblem[]> {
  const problems: SettingsProblem[] = []
  const placed = placeFolders(settings)
  const seen: { area: FolderPlace; profile: OtherProfile }[] = []
  for (const { folder, place, profile } of placed) {
    const path = `${place}.path`
    if (!isAbsolute(folder.path)) {
      problems.push({ path, ...say('path_incomplete') })
      continue
    }
    const area = { realPath: await realPathOf(folder.path), recursive: folder.recursive }
    const other = seen.find((each) => foldersOverlap(area, each.area))
    if (other !== undefined) problems.push({ path, ...sayOverlap(profile, other.profile) })
    seen.push({ area, profile })
  }
  return [...problems, ...(await archiveProblems(placed))]
}

function sayOverlap(profile: OtherProfile, other: OtherProfile): Sentence {
  if (profile === other) return say('folders_nested')
  return say('folder_of_profile', { name: other.name === '' ? other.id : other.name })
}

/** What is moved into a watched folder would be taken in again. A folder's own archive is known and left out. */
async function archiveProblems(placed: readonly PlacedFolder[]): Promise<SettingsProblem[]> {
  const problems: SettingsProblem[] = []
  for (const { folder, place } of placed) {
    if (folder.afterUpload !== 'archive' || folder.archivePath === '') continue
    const path = `${place}.archivePath`
    if (!isAbsolute(folder.archivePath)) {
      problems.push({ path, ...say('path_incomplete') })
      continue
    }
    const archive = { realPath: await realPathOf(archiveOf(folder)), recursive: true }
    for (const { folder: watched } of placed) {
      const area = { realPath: await realPathOf(watched.path), recursive: watched.recursive }
      if (!foldersOverlap(area, archive)) continue
      problems.push({ path, ...say('archive_in_watched', { name: watched.id }) })
    }
  }
  return problems
}

/** A folder that cannot be resolved now, such as a share that is away, is taken as it is written. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await resolveFolder(path)
  } catch {
    return path
  }
}
