import { countingIn } from '../counting.ts'

/** How the messages in English count. */
export const { countOf, formatCount, formatDecimal } = countingIn('en')
