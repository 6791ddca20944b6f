import type { DeliveryMode } from '../../shared/status.ts'
import { probePatienceMs } from './event-probe.ts'
import type { ProbeOutcome } from './event-probe.ts'

export interface Delivery {
  readonly delivery: DeliveryMode
  /** Why it is so, in plain words. */
  readonly deliveryWords: string
}

/** What is known of a folder's events. `network`: they tell of this computer's own changes alone. */
export type DeliveryProof =
  ProbeOutcome | { readonly kind: 'untested' } | { readonly kind: 'network'; readonly name: string }

const often = 'The folder is compared often instead.'

/** The way in which changes in a folder are found, and why. `refusal`: why there are no events at all. */
export function judgeDelivery(
  events: { readonly isRunning: boolean; readonly refusal: string | null },
  proof: DeliveryProof,
): Delivery {
  if (events.refusal !== null) return comparisonOnly(events.refusal)
  if (!events.isRunning)
    return comparisonOnly('No changes are reported while the folder is not watched, or cannot be read.')
  switch (proof.kind) {
    case 'delivered':
      return {
        delivery: 'events',
        deliveryWords: 'The system reports changes: the event of a probe file came.',
      }
    case 'untested':
      return comparisonOnly('It is being tested whether the system reports changes.')
    case 'silent':
      return comparisonOnly(
        `No event came for the probe file within ${String(probePatienceMs / 1_000)} s, as on many shares. ${often}`,
      )
    case 'refused':
      return comparisonOnly(
        `Intray may not write a probe file into the folder (${proof.code}), so it cannot test whether events come. ${often}`,
      )
    case 'network':
      return comparisonOnly(
        `The folder is on a network file system (${proof.name}), where changes by other computers are not reported. ${often}`,
      )
  }
}

function comparisonOnly(deliveryWords: string): Delivery {
  return { delivery: 'comparison_only', deliveryWords }
}
