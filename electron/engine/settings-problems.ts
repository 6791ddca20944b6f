import { isAbsolute } from 'node:path'
import { definitionOf } from '../shared/rules.ts'
import type { FolderSettings, Settings, SettingsProblem } from '../shared/settings.ts'
import { archiveOf } from './archive/archive-path.ts'
import { compileRules } from './identify/naming/rule-set.ts'
import { contradictions } from './settings-file.ts'
import { foldersOverlap, resolveFolder } from './watch/folder-overlap.ts'

/** Everything that is wrong with settings that somebody wants to save, each with its place. */
export async function findSettingsProblems(settings: Settings): Promise<SettingsProblem[]> {
  return [...contradictions(settings), ...ruleProblems(settings), ...(await folderProblems(settings))]
}

function ruleProblems(settings: Settings): SettingsProblem[] {
  return compileRules(definitionOf(settings)).problems.map(({ ruleId, part, words }) => {
    const index = settings.rules.findIndex(({ id }) => id === ruleId)
    return { path: index < 0 ? part : `rules.${String(index)}.${part}`, words }
  })
}

async function folderProblems({ folders }: Settings): Promise<SettingsProblem[]> {
  const problems: SettingsProblem[] = []
  const places: { realPath: string; recursive: boolean }[] = []
  for (const [index, folder] of folders.entries()) {
    const path = `folders.${String(index)}.path`
    if (!isAbsolute(folder.path)) {
      problems.push({ path, words: 'The path must be complete, from the root of the disk.' })
      continue
    }
    const place = { realPath: await realPathOf(folder.path), recursive: folder.recursive }
    if (places.some((other) => foldersOverlap(place, other))) {
      problems.push({ path, words: 'This folder and another watched folder lie inside one another.' })
    }
    places.push(place)
  }
  return [...problems, ...(await archiveProblems(folders))]
}

/** What is moved into a watched folder would be taken in again. A folder's own archive is known and left out. */
async function archiveProblems(folders: readonly FolderSettings[]): Promise<SettingsProblem[]> {
  const problems: SettingsProblem[] = []
  for (const [index, folder] of folders.entries()) {
    if (folder.afterUpload !== 'archive' || folder.archivePath === '') continue
    const path = `folders.${String(index)}.archivePath`
    if (!isAbsolute(folder.archivePath)) {
      problems.push({ path, words: 'The path must be complete, from the root of the disk.' })
      continue
    }
    const archive = { realPath: await realPathOf(archiveOf(folder)), recursive: true }
    for (const watched of folders) {
      if (
        !foldersOverlap({ realPath: await realPathOf(watched.path), recursive: watched.recursive }, archive)
      ) {
        continue
      }
      problems.push({
        path,
        words: `The archive lies in the watched folder “${watched.id}”, or around it. Leave it empty for the sub-folder “uploaded” of the folder itself.`,
      })
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
