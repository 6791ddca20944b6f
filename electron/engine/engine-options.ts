import type { EventName, Events } from '../shared/contract.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { Previews } from './media/previews.ts'
import type { SessionOptions } from './session-options.ts'

/** What the engine is started with, and each of its sessions too. */
type Passed =
  | 'data'
  | 'resourcesDir'
  | 'nativeBinding'
  | 'log'
  | 'watch'
  | 'secondLookMs'
  | 'blankCheck'
  | 'pictureWorker'
  | 'lookPlan'
  | 'reconstructionPace'
  | 'examineLedger'
  | 'now'

/** What the engine is started with. */
export interface EngineOptions extends Pick<SessionOptions, Passed> {
  readonly version: string
  /** Who decides, where the settings name nobody: the system account. */
  readonly operator: string
  /** Whether a desktop application listens, which alone can use the system's trash. */
  readonly hasShell?: boolean | undefined
  /** Makes pictures of scans; absent where nobody looks, as in the `intray` command. */
  readonly previews?: Previews | undefined
  /** Settings in place of the file's, for a single run. */
  readonly settings?: Settings | undefined
  /** The API key of the profile that is in use at the start. */
  readonly key: string | null
  announce<Name extends EventName>(name: Name, payload: Events[Name]): void
}
