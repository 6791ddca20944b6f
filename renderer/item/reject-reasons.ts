import { shippedRejectReasons } from '../../electron/shared/settings/review.ts'
import { messages } from '../messages/current.ts'
import { settingsFacts } from '../state/settings-facts.svelte.ts'

const shipped: Readonly<Record<string, string>> = messages.item.decision.shippedReasons

/** A reason of the settings in the words of the window: a shipped one is translated, one of the house is not. */
export function shownReason(kept: string): string {
  return Object.hasOwn(shipped, kept) ? (shipped[kept] ?? kept) : kept
}

/** The reason as the settings keep it, so that a shipped one follows the language of the window. */
export function keptReason(shown: string): string {
  return shippedRejectReasons.find((reason) => shipped[reason] === shown) ?? shown
}

/** The reasons that are offered for a rejection; the shipped ones until the settings are known. */
export function rejectReasons(): readonly string[] {
  return (settingsFacts.current?.settings.review.rejectReasons ?? shippedRejectReasons).map(shownReason)
}
