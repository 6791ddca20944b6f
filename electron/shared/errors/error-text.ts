/**
 * What follows from an error. `retry`: tried again by itself. `pause`: the lane stops and nothing is counted.
 * `review`: a person must mend it. `unknown`: sent, and no answer came. `bug`: logged with its stack, set aside.
 */
export type Disposition = 'retry' | 'pause' | 'review' | 'unknown' | 'bug'

export interface ErrorText {
  readonly disposition: Disposition
  /** What happened, what Intray does now, what the person can do. */
  readonly happened: string
  readonly doing: string
  readonly next: string
}

export const tryAgain = 'Intray tries again by itself.'
export const nothingChanged = 'Nothing was changed.'
