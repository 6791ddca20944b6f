import { z } from 'zod'

const environment = z
  .object({
    INTRAY_TORTURE: z.enum(['short', 'long']).default('short'),
    INTRAY_TORTURE_SEED: z.coerce.number().int().default(20_261_123),
  })
  .parse(process.env)

/** Every torture run draws from this; a failing one is repeated by giving it again. */
export const seed = environment.INTRAY_TORTURE_SEED

export const isLong = environment.INTRAY_TORTURE === 'long'

/** How much of something: a little for every `npm test`, much for `npm run test:torture`. */
export function amount(given: { readonly short: number; readonly long: number }): number {
  return isLong ? given.long : given.short
}

/** How a failing run is repeated. Stands in every message of a torture test. */
export const repeatWords = `Repeat it with INTRAY_TORTURE=${isLong ? 'long' : 'short'} INTRAY_TORTURE_SEED=${String(seed)}.`

/** One line of figures. */
export function tell(line: string): void {
  process.stdout.write(`[torture] ${line}\n`)
}
