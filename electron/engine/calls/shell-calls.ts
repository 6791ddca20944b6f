import type { Handlers } from '../../shared/contract.ts'
import type { SystemNetwork } from '../network-way.ts'
import type { ProfileKeys } from '../profile-keys.ts'
import type { Session } from '../session.ts'
import type { TrashRequests } from '../trash-requests.ts'

type ShellCall = 'network.provide' | 'files.trashed' | 'secrets.provide' | 'secrets.announceChange'

export interface ShellCallOptions {
  readonly network: Pick<SystemNetwork, 'provide'>
  /** Null where no shell listens. */
  readonly trash: Pick<TrashRequests, 'answered'> | null
  readonly keys: Pick<ProfileKeys, 'provide'>
  session(): Promise<Session>
  /** Who answers for a change of a key. */
  actor(): Promise<string>
  /** UTC, milliseconds. */
  now(): number
  onStatusChanged(): void
}

/** What the shell tells the engine: only it can ask the system. */
export function shellCalls(options: ShellCallOptions): Pick<Handlers<'engine_private'>, ShellCall> {
  const { network, trash, keys } = options
  return {
    'network.provide': async (input) => {
      network.provide(input)
      const { lane, entities } = await options.session()
      lane.kick()
      entities.tryAgain()
      return null
    },
    'files.trashed': async ({ itemId, failure }) => {
      trash?.answered(itemId, failure)
      return Promise.resolve(null)
    },
    'secrets.provide': async (input) => {
      keys.provide(input.keys)
      const { lane, unknowns, entities } = await options.session()
      lane.keyChanged()
      unknowns.keyChanged()
      entities.tryAgain()
      options.onStatusChanged()
      return null
    },
    'secrets.announceChange': async ({ profileId, change }) => {
      const { ledger } = await options.session()
      await ledger.recordEvent(`key.${change}`, await options.actor(), { profile: profileId }, options.now())
      return null
    },
  }
}
