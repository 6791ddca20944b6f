import type { RecordedReading } from '../../electron/shared/readings.ts'
import type { AuditEvent } from '../../electron/shared/records.ts'
import { eventDataSchema } from './event-data.ts'

/** The number of the last event that brought just this reading, or null where none is on record. */
export function readingEvent(events: readonly AuditEvent[], reading: RecordedReading): number | null {
  if (reading.spans.length === 0) return null
  const brought = events.filter((event) => {
    if (event.kind !== 'item.identified') return false
    const parsed = eventDataSchema.safeParse(event.data)
    if (!parsed.success || parsed.data.readBy !== reading.source) return false
    const { ruleId, ruleVersion } = parsed.data
    return reading.source === 'index' || (ruleId === reading.ruleId && ruleVersion === reading.ruleVersion)
  })
  return brought.length === 0 ? null : Math.max(...brought.map(({ seq }) => seq))
}
