import { messages } from '../../messages/current.ts'

/** As short as the schema of a sign-in takes it. */
const leastCharacters = 4

interface TypedPin {
  readonly name: string
  readonly pin: string
  readonly repeated: string
  /** Names that somebody else has. */
  readonly taken: readonly string[]
}

export type PinProblems = Partial<Record<'name' | 'pin' | 'repeated', string>>

/** What keeps a PIN from being set, by field. Names that differ only in case are one person's. */
export function pinProblems({ name, pin, repeated, taken }: TypedPin): PinProblems {
  const text = messages.settings.review.operators
  const key = nameKey(name)
  return {
    ...(key === '' ? { name: text.nameMissing } : {}),
    ...(taken.some((other) => nameKey(other) === key) ? { name: text.nameTaken } : {}),
    ...(pin.length < leastCharacters ? { pin: text.tooShort } : {}),
    ...(pin === repeated ? {} : { repeated: text.notSame }),
  }
}

function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
