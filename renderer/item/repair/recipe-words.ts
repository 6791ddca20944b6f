import type { Recipe } from '../../../electron/shared/repair.ts'
import { formatCount } from '../../format/number.ts'
import { messages } from '../../messages/current.ts'

/** What a recipe does, in words. */
export function recipeWords({ quality, scalePercent, grey }: Recipe): string {
  const text = messages.repair
  const scale = scalePercent === 100 ? text.fullSize : text.scaled(formatCount(scalePercent))
  const words = text.recipeWords(formatCount(quality), scale)
  return grey ? text.inGrey(words) : words
}
