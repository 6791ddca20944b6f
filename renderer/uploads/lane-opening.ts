import { formatClock, formatShortTime } from '../format/time.ts'
import { messages } from '../messages/current.ts'

/** When uploads may start, for the end of a sentence: `at 20:00`, or with its day where that is not today. */
export function laneOpening(opensAtMs: number, nowMs: number): string {
  const text = messages.uploads.opening
  const [opens, now] = [new Date(opensAtMs), new Date(nowMs)]
  if (opens.toDateString() === now.toDateString()) return text.today(formatClock(opensAtMs))
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  return opens.toDateString() === tomorrow.toDateString()
    ? text.tomorrow(formatClock(opensAtMs))
    : text.later(formatShortTime(opensAtMs, nowMs))
}
