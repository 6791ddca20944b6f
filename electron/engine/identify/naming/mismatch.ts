import type { MismatchReason } from '../../../shared/readings.ts'

/** Why a rule reads nothing from a path, and how far into the path it came. */
export type Mismatch = Pick<MismatchReason, 'words' | 'said' | 'stoppedAt'>
