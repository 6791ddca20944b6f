import { z } from 'zod'
import type { AuditEvent } from '../../electron/shared/records.ts'
import { formatExactTime } from '../format/time.ts'
import { messages } from '../messages/current.ts'

const looked = z.object({ atMs: z.number() })

/** One look at the media of an entity, as the event of its settlement keeps it. */
export const endpointLookSchema = z.discriminatedUnion('answer', [
  looked.extend({ answer: z.literal('absent'), entryCount: z.number() }),
  looked.extend({ answer: z.literal('in_doubt'), similar: z.array(z.object({ name: z.string() })) }),
  looked.extend({ answer: z.literal('unavailable'), code: z.string(), detail: z.string() }),
])

export type EndpointLook = z.infer<typeof endpointLookSchema>

const eventSchema = z.object({ looks: z.array(endpointLookSchema) })

/** The looks that were taken since the last attempt, oldest first; empty where none is on record. */
export function looksIn(events: readonly AuditEvent[]): readonly EndpointLook[] {
  const oldestFirst = events.toSorted((one, other) => one.seq - other.seq)
  const attempted = oldestFirst.findLastIndex(({ kind }) => kind === 'attempt.settled')
  const told = oldestFirst.slice(attempted + 1).findLast(({ kind }) => kind === 'outcome.settled')
  const parsed = eventSchema.safeParse(told?.data)
  return parsed.success ? parsed.data.looks : []
}

/** What a look showed, in plain words. */
export function lookWords(look: EndpointLook): string {
  const text = messages.history.looks
  switch (look.answer) {
    case 'absent':
      return text.absent(look.entryCount)
    case 'in_doubt':
      return text.inDoubt(look.similar.map(({ name }) => name))
    case 'unavailable':
      return text.unavailable(whyUnavailable(look.code))
  }
}

/** The same with its time, as one line. */
export function lookLine(look: EndpointLook): string {
  return messages.history.looks.at(formatExactTime(look.atMs), lookWords(look))
}

function whyUnavailable(code: string): string {
  const known: Readonly<Record<string, { readonly happened: string }>> = messages.errors
  return Object.hasOwn(known, code) ? (known[code]?.happened ?? code) : code
}
