import CircleCheck from '@lucide/svelte/icons/circle-check'
import CircleSlash from '@lucide/svelte/icons/circle-slash'
import GitCompare from '@lucide/svelte/icons/git-compare'
import OctagonAlert from '@lucide/svelte/icons/octagon-alert'
import Split from '@lucide/svelte/icons/split'
import Equal from '@lucide/svelte/icons/equal'
import type { NameReading, ReadingChange } from '../../../electron/shared/readings.ts'
import type { Icon } from '../../components/icon.ts'
import type { Tone } from '../../components/tone.ts'

interface Look {
  readonly tone: Tone
  readonly icon: Icon
}

/** How a change looks, everywhere. It is never told by its colour alone. */
export const changeLooks: Readonly<Record<ReadingChange, Look>> = {
  same: { tone: 'neutral', icon: Equal },
  newly_matched: { tone: 'success', icon: CircleCheck },
  read_differently: { tone: 'accent', icon: GitCompare },
  now_ambiguous: { tone: 'warning', icon: Split },
  no_longer_matched: { tone: 'warning', icon: CircleSlash },
  contradiction: { tone: 'danger', icon: OctagonAlert },
}

export const readingLooks: Readonly<Record<NameReading['kind'], Look>> = {
  match: { tone: 'success', icon: CircleCheck },
  conflict: { tone: 'warning', icon: Split },
  none: { tone: 'neutral', icon: CircleSlash },
}

/** The changes that are told, the worst first. */
export const toldChanges = [
  'contradiction',
  'now_ambiguous',
  'no_longer_matched',
  'read_differently',
  'newly_matched',
] as const satisfies readonly ReadingChange[]
