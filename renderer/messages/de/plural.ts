import { countingIn } from '../counting.ts'

/** How the messages in German count. */
export const { countOf, formatCount, formatDecimal } = countingIn('de')
