import type { ItemState } from '../../electron/shared/item-states.ts'
import { itemStates, viewStates } from '../../electron/shared/item-states.ts'
import type { Status } from '../../electron/shared/status.ts'
import { isTroubled } from '../folders/folder-condition.ts'
import type { ViewName } from '../../electron/shared/views.ts'

/** What is on its way: what the uploads view shows, without what is done and what a person must mend. */
const onTheWay = viewStates.uploads.filter(
  (state) => state !== 'uploaded' && !viewStates.problems.some((problem) => problem === state),
)

const countedStates: Readonly<
  Record<Exclude<ViewName, 'rules' | 'settings' | 'folders' | 'reports'>, readonly ItemState[]>
> = {
  review: viewStates.review,
  problems: viewStates.problems,
  uploads: onTheWay,
  history: itemStates,
}

/** The number beside a view's name in the rail. */
export function viewCount(view: ViewName, status: Status): number {
  if (view === 'rules' || view === 'reports') return 0
  if (view === 'settings') return status.settingsProblems.length
  if (view === 'folders') return status.folders.filter(isTroubled).length
  return countedStates[view].reduce((sum, state) => sum + status.counts[state], 0)
}
