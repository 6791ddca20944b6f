import type { FolderSettings } from '../../../electron/shared/settings/folder.ts'
import type { Settings, SettingsProblem } from '../../../electron/shared/settings/settings.ts'
import { messages } from '../../messages/current.ts'

/**
 * What a schema cannot see. The engine has the last word: it knows the real folders behind paths and links.
 */
export function contradictionsIn(settings: Settings): SettingsProblem[] {
  return [
    ...liveWithoutOrganisation(settings),
    ...overlappingFolders(settings.folders),
    ...waitsInWrongOrder(settings),
    ...problemBeforeQuiet(settings),
    ...scheduleWithoutDays(settings),
  ]
}

function liveWithoutOrganisation({ mode, connection }: Settings): SettingsProblem[] {
  if (mode !== 'live' || connection.organisation !== '') return []
  return [{ path: 'connection.organisation', words: messages.settings.problems.organisationNeeded }]
}

function waitsInWrongOrder({ upload }: Settings): SettingsProblem[] {
  if (!(upload.backoffMaxMs < upload.backoffBaseMs)) return []
  return [{ path: 'upload.backoffMaxMs', words: messages.settings.problems.waitsInWrongOrder }]
}

function problemBeforeQuiet({ intake }: Settings): SettingsProblem[] {
  if (!(intake.neverQuietMs <= intake.quietMs)) return []
  return [{ path: 'intake.neverQuietMs', words: messages.settings.problems.problemBeforeQuiet }]
}

function scheduleWithoutDays({ upload: { schedule } }: Settings): SettingsProblem[] {
  if (!schedule.enabled || schedule.days.length > 0) return []
  return [{ path: 'upload.schedule.days', words: messages.settings.problems.scheduleWithoutDays }]
}

function overlappingFolders(folders: readonly FolderSettings[]): SettingsProblem[] {
  const places = folders.map(({ path, recursive }) => ({ path: comparablePath(path), recursive }))
  return places.flatMap((place, index) => {
    if (place.path === '') return []
    const words = messages.settings.problems
    const path = `folders.${index}.path`
    if (places.slice(0, index).some((other) => other.path === place.path)) {
      return [{ path, words: words.folderTwice }]
    }
    const outer = places.findIndex(
      (other) => other.recursive && other.path !== '' && place.path.startsWith(`${other.path}/`),
    )
    return outer === -1 ? [] : [{ path, words: words.folderInside(folders[outer]?.path ?? '') }]
  })
}

function comparablePath(path: string): string {
  return path.trim().replaceAll('\\', '/').replace(/\/+$/, '')
}
