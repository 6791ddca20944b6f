import type { FolderStatus } from '../../electron/shared/status.ts'

/**
 * How a folder is. `polled`: it is well, but changes are found by comparing only. `unread`: it was not read yet.
 */
export type FolderCondition = 'well' | 'polled' | 'unread' | 'unreachable' | 'unaccounted'

export function conditionOf(folder: FolderStatus): FolderCondition {
  if (folder.failure !== null) return 'unreachable'
  if (folder.unaccounted > 0) return 'unaccounted'
  if (folder.reachableSinceMs === null) return 'unread'
  return folder.delivery === 'events' ? 'well' : 'polled'
}

/** True for a folder that a person should look at. */
export function isTroubled(folder: FolderStatus): boolean {
  const condition = conditionOf(folder)
  return condition === 'unreachable' || condition === 'unaccounted'
}
