import type { UploadSchedule } from '../../shared/settings/upload-schedule.ts'

export interface ScheduleState {
  readonly isOpen: boolean
  /** Epoch milliseconds of the next moment at which that may change; null where it never does. */
  readonly changesAtMs: number | null
}

/**
 * Whether uploads may start at a moment. Times are local ones of `timeZone`, or of this computer. A window begins on
 * each of the days and ends at `to`, on the next day where that is not later than `from`. Where the clock is put
 * forward, a time that does not exist counts as so much later; where it is put back, one that comes twice counts as
 * the first. Source: Temporal's disambiguation `compatible`.
 */
export function scheduleAt(schedule: UploadSchedule, epochMs: number, timeZone?: string): ScheduleState {
  if (!schedule.enabled) return { isOpen: true, changesAtMs: null }
  const zone = readZone(timeZone)
  const today = zone.localMs(epochMs)
  const windows = range(-1, 7).flatMap((days) => {
    const date = new Date(today + days * dayMs)
    if (!schedule.days.includes(date.getUTCDay())) return []
    const startOfDay = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
    const fromMs = readTime(schedule.from)
    const toMs = readTime(schedule.to)
    return [
      {
        beginsAtMs: zone.epochMs(startOfDay + fromMs),
        endsAtMs: zone.epochMs(startOfDay + toMs + (toMs <= fromMs ? dayMs : 0)),
      },
    ]
  })
  const open = windows.filter(({ beginsAtMs, endsAtMs }) => beginsAtMs <= epochMs && epochMs < endsAtMs)
  if (open.length > 0) {
    return { isOpen: true, changesAtMs: Math.max(...open.map(({ endsAtMs }) => endsAtMs)) }
  }
  const later = windows.map(({ beginsAtMs }) => beginsAtMs).filter((atMs) => atMs > epochMs)
  return { isOpen: false, changesAtMs: later.length === 0 ? null : Math.min(...later) }
}

/** A state is believed for so long: the computer may move to another time zone. */
const believedMs = 60_000

/** As `scheduleAt`, for one who asks often. */
export function followSchedule(schedule: UploadSchedule): (epochMs: number) => ScheduleState {
  let known: { readonly fromMs: number; readonly untilMs: number; readonly state: ScheduleState } | null =
    null
  return (epochMs) => {
    if (known === null || epochMs < known.fromMs || epochMs >= known.untilMs) {
      const state = scheduleAt(schedule, epochMs)
      known = {
        fromMs: epochMs,
        untilMs: Math.min(epochMs + believedMs, state.changesAtMs ?? Infinity),
        state,
      }
    }
    return known.state
  }
}

const dayMs = 86_400_000

interface Zone {
  /** The local time at a moment, as if it were one of UTC. */
  localMs(epochMs: number): number
  /** The moment of a local time that is given as if it were one of UTC. */
  epochMs(localMs: number): number
}

function readZone(timeZone: string | undefined): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const localMs = (epochMs: number): number => {
    const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
    const wholeSeconds = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    )
    return wholeSeconds + (((epochMs % 1_000) + 1_000) % 1_000)
  }
  const offsetMs = (epochMs: number): number => localMs(epochMs) - epochMs
  return {
    localMs,
    epochMs(local) {
      // The offsets of the days around it: the moment has one of them, whatever the clock did in between.
      const before = local - offsetMs(local - dayMs)
      const after = local - offsetMs(local + dayMs)
      const exact = [before, after].filter((atMs) => localMs(atMs) === local)
      return exact.length === 0 ? before : Math.min(...exact)
    },
  }
}

function readTime(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
