import type { Status } from '../../shared/status.ts'
import type { ViewName } from '../../shared/views.ts'
import type { ShellWords } from '../words/shell-words.ts'
import { shownCounts } from './shown-counts.ts'

/** One line of the tray's menu: an act, a view to go to, or words alone. */
export type TrayItem =
  | { readonly kind: 'open' | 'pause' | 'resume' | 'quit' | 'words'; readonly label: string }
  | { readonly kind: 'view'; readonly label: string; readonly view: ViewName }
  | { readonly kind: 'separator' }

export interface TrayLook {
  readonly tooltip: string
  /** Beside the icon, where the system has room for it; empty for nothing. */
  readonly title: string
  readonly items: readonly TrayItem[]
}

/** What the tray shows. `status` is null while the engine has not told one. */
export function trayLook(
  status: Pick<Status, 'counts' | 'lane'> | null,
  { tray, menu }: ShellWords,
): TrayLook {
  const open: TrayItem = { kind: 'open', label: tray.open }
  const quit: TrayItem = { kind: 'quit', label: menu.quit }
  const separator: TrayItem = { kind: 'separator' }
  if (status === null) return { tooltip: 'Intray', title: '', items: [open, separator, quit] }

  const counts = shownCounts(status.counts)
  const views: TrayItem[] = []
  const add = (view: ViewName, count: number, words: (count: number) => string): void => {
    if (count > 0) views.push({ kind: 'view', label: words(count), view })
  }
  add('review', counts.review, tray.review)
  add('problems', counts.problems, tray.problems)
  add('uploads', counts.onTheWay, tray.uploads)
  const lines: TrayItem[] = views.length > 0 ? views : [{ kind: 'words', label: tray.calm }]
  const { state } = status.lane
  const isGoing = state === 'running' || state === 'scheduled'
  const lane: TrayItem = isGoing
    ? { kind: 'pause', label: tray.pause }
    : { kind: 'resume', label: tray.resume }
  const laneWords = state === 'stopped' ? [tray.stopped] : state === 'paused_by_person' ? [tray.paused] : []
  return {
    tooltip: ['Intray', ...lines.flatMap((line) => ('label' in line ? line.label : [])), ...laneWords].join(
      '\n',
    ),
    title: counts.review + counts.problems === 0 ? '' : String(counts.review + counts.problems),
    items: [open, separator, ...lines, separator, lane, separator, quit],
  }
}
