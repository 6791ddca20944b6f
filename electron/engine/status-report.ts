import { itemStates } from '../shared/item-states.ts'
import type { SettingsProblem } from '../shared/settings.ts'
import type { Status } from '../shared/status.ts'
import { noItems, sumCounts } from './ledger/queries.ts'
import type { Session } from './session.ts'

export interface StatusContext {
  readonly version: string
  readonly operator: string
  readonly problems: readonly SettingsProblem[]
}

/** Everything the window shows at all times, read anew. */
export async function buildStatus(session: Session, context: StatusContext): Promise<Status> {
  const byFolder = await session.ledger.countsByFolder()
  const counts = sumCounts(byFolder)
  return {
    mode: session.settings.mode,
    version: context.version,
    operator: context.operator,
    ledgerId: session.ledger.id,
    counts,
    total: itemStates.reduce((sum, state) => sum + counts[state], 0),
    folders: session
      .folderStatuses()
      .map((folder) => ({ ...folder, counts: byFolder.get(folder.id) ?? noItems() })),
    lane: session.laneStatus(),
    connection: {
      baseUrl: session.connection.baseUrl,
      organisation: session.connection.organisation,
      hasKey: session.hasKey(),
    },
    intakeBacklog: session.intakes.reduce((sum, intake) => sum + intake.backlog(), 0),
    settingsProblems: context.problems,
  }
}
