import { itemStates } from '../shared/item-states.ts'
import type { Failure } from '../shared/error-codes.ts'
import type { SettingsProblem } from '../shared/settings/settings.ts'
import type { Status } from '../shared/status.ts'
import { noItems, sumCounts } from './ledger/queries.ts'
import type { Session } from './session.ts'

export interface StatusContext {
  readonly version: string
  readonly operator: string
  readonly problems: readonly SettingsProblem[]
  /** Why the engine is paused; null while its ledger can be written. */
  readonly ledgerPause: Failure | null
}

/** Everything the window shows at all times, read anew. */
export async function buildStatus(session: Session, context: StatusContext): Promise<Status> {
  const byFolder = await session.ledger.countsByFolder()
  const counts = sumCounts(byFolder)
  const ledger = await session.ledgerStatus()
  return {
    mode: session.settings.mode,
    version: context.version,
    operator: context.operator,
    needsPin: session.settings.operators.length > 0,
    profile: session.settings.profile,
    ledgerId: session.ledger.id,
    counts,
    total: itemStates.reduce((sum, state) => sum + counts[state], 0),
    folders: session
      .folderStatuses()
      .map((folder) => ({ ...folder, counts: byFolder.get(folder.id) ?? noItems() })),
    lane:
      context.ledgerPause === null
        ? session.laneStatus()
        : { ...session.laneStatus(), state: 'stopped', failure: context.ledgerPause },
    connection: {
      baseUrl: session.connection.baseUrl,
      organisation: session.connection.organisation,
      hasKey: session.hasKey(),
    },
    ledger: {
      ...ledger,
      state: context.ledgerPause === null ? 'ok' : 'paused',
      failure: context.ledgerPause ?? ledger.failure,
    },
    intakeBacklog: session.intakes.reduce((sum, intake) => sum + intake.backlog(), 0),
    settingsProblems: context.problems,
  }
}
