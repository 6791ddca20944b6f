import { shippedRuleNames } from '../../electron/shared/rules.ts'
import { messages } from '../messages/current.ts'

const shipped: Readonly<Record<string, string>> = messages.shippedRules

/** The name of a rule in the words of the window: that of a shipped one is translated, one of the house is not. */
export function shownRuleName(kept: string): string {
  return Object.hasOwn(shipped, kept) ? (shipped[kept] ?? kept) : kept
}

/** The name as the settings keep it, so that a shipped one follows the language of the window. */
export function keptRuleName(shown: string): string {
  return shippedRuleNames.find((name) => shipped[name] === shown) ?? shown
}
