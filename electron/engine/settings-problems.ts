import { isAbsolute } from 'node:path'
import { definitionOf } from '../shared/rules.ts'
import type { Settings, SettingsProblem } from '../shared/settings.ts'
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
