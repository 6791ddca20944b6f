import type { DeliveryMode } from '../../shared/status.ts'
import { probePatienceMs } from './event-probe.ts'
import type { ProbeOutcome } from './event-probe.ts'
import { say, sayAll } from '../../shared/sentences/say.ts'
import type { Said, Sentence } from '../../shared/sentences/told.ts'

export interface Delivery {
  readonly delivery: DeliveryMode
  /** Why it is so, in plain words, and the same as data. */
  readonly deliveryWords: string
  readonly deliverySaid: Said
}

/** What is known of a folder's events. `network`: they tell of this computer's own changes alone. */
export type DeliveryProof =
  ProbeOutcome | { readonly kind: 'untested' } | { readonly kind: 'network'; readonly name: string }

/** The way in which changes in a folder are found, and why. `refusal`: why there are no events at all. */
export function judgeDelivery(
  events: { readonly isRunning: boolean; readonly refusal: Sentence | null },
  proof: DeliveryProof,
): Delivery {
  if (events.refusal !== null) return comparisonOnly(events.refusal)
  if (!events.isRunning) return comparisonOnly(say('changes_not_asked'))
  switch (proof.kind) {
    case 'delivered':
      return tell('events', say('changes_come'))
    case 'untested':
      return comparisonOnly(say('changes_in_test'))
    case 'silent':
      return comparedOften(say('changes_silent', { seconds: probePatienceMs / 1_000 }))
    case 'refused':
      return comparedOften(say('changes_untestable', { code: proof.code }))
    case 'network':
      return comparedOften(say('changes_of_network', { name: proof.name }))
  }
}

/** That changes are found by comparing, and why. */
export function comparisonOnly(why: Sentence): Delivery {
  return tell('comparison_only', why)
}

function comparedOften(why: Sentence): Delivery {
  return comparisonOnly(sayAll([why, say('compared_often')]))
}

function tell(delivery: DeliveryMode, { words, said }: Sentence): Delivery {
  return { delivery, deliveryWords: words, deliverySaid: said }
}
