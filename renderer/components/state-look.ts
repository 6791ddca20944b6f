import Ban from '@lucide/svelte/icons/ban'
import CircleAlert from '@lucide/svelte/icons/circle-alert'
import CircleCheck from '@lucide/svelte/icons/circle-check'
import CircleDashed from '@lucide/svelte/icons/circle-dashed'
import CircleHelp from '@lucide/svelte/icons/circle-question-mark'
import CircleX from '@lucide/svelte/icons/circle-x'
import Clock from '@lucide/svelte/icons/clock'
import Eye from '@lucide/svelte/icons/eye'
import EyeOff from '@lucide/svelte/icons/eye-off'
import FileX from '@lucide/svelte/icons/file-x'
import History from '@lucide/svelte/icons/history'
import Hourglass from '@lucide/svelte/icons/hourglass'
import ScanLine from '@lucide/svelte/icons/scan-line'
import Upload from '@lucide/svelte/icons/upload'
import type { ItemState } from '../../electron/shared/item-states.ts'
import type { Icon } from './icon.ts'
import type { Tone } from './tone.ts'

interface StateLook {
  readonly tone: Tone
  readonly icon: Icon
}

/** How each state looks, everywhere. A state is never told by its colour alone. */
export const stateLooks: Readonly<Record<ItemState, StateLook>> = {
  seen: { tone: 'neutral', icon: ScanLine },
  settling: { tone: 'neutral', icon: CircleDashed },
  identified: { tone: 'neutral', icon: Hourglass },
  needs_attention: { tone: 'warning', icon: CircleAlert },
  awaiting_review: { tone: 'accent', icon: Eye },
  approved: { tone: 'info', icon: Clock },
  uploading: { tone: 'info', icon: Upload },
  retry_wait: { tone: 'warning', icon: Clock },
  uploaded: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  outcome_unknown: { tone: 'danger', icon: CircleHelp },
  rejected: { tone: 'neutral', icon: Ban },
  missing: { tone: 'warning', icon: FileX },
  superseded: { tone: 'neutral', icon: History },
  ignored: { tone: 'neutral', icon: EyeOff },
}
