import { frameRateBetween } from './frame-rate.ts'
import type { PresentedFrame } from './frame-rate.ts'
import { showNeighbour } from './frame-search.ts'

export const speeds = [0.25, 0.5, 1, 1.5, 2] as const

/** A frame that did not come by then does not come: the window is hidden, or the frame is broken. */
const frameLimitMs = 500
/** Key presses that repeat faster than frames are drawn do not pile up. */
const mostStepsAhead = 3

/** How one video plays. */
export class Playback {
  isPlaying = $state(false)
  timeS = $state(0)
  durationS = $state(0)
  speed = $state(1)
  isMuted = $state(true)
  /** The most that was seen; null until two neighbours were. */
  framesPerSecond = $state<number | null>(null)
  readonly #video: HTMLVideoElement
  #lastFrame: PresentedFrame | null = null
  #callback = 0
  #stepsAhead = 0
  /** Where the frame begins that a step led to; null once the person went elsewhere. */
  #steppedToS: number | null = null
  #onNextFrame: ((frame: PresentedFrame) => void) | null = null

  constructor(video: HTMLVideoElement) {
    this.#video = video
  }

  /** Follows the video. Returns the stop. */
  follow(): () => void {
    const video = this.#video
    const look = (): void => {
      this.isPlaying = !video.paused
      this.timeS = this.#steppedToS ?? video.currentTime
      this.durationS = Number.isFinite(video.duration) ? video.duration : 0
      this.speed = video.playbackRate
      this.isMuted = video.muted
    }
    const stop = new AbortController()
    for (const event of [
      'play',
      'pause',
      'timeupdate',
      'seeked',
      'ratechange',
      'durationchange',
      'ended',
      'volumechange',
    ]) {
      video.addEventListener(event, look, { signal: stop.signal })
    }
    look()
    this.#callback = video.requestVideoFrameCallback((_now, frame) => this.#onFrame(frame))
    return () => {
      stop.abort()
      video.cancelVideoFrameCallback(this.#callback)
    }
  }

  toggle(): void {
    this.#leaveSteps()
    // Chromium says by an event what became of it.
    if (this.#video.paused) void this.#video.play().catch(() => undefined)
    else this.#video.pause()
  }

  goTo(timeS: number): void {
    this.#leaveSteps()
    this.#video.currentTime = timeS
  }

  toggleSound(): void {
    this.#video.muted = !this.#video.muted
  }

  /** Shows the next frame, or the one before. Steps that are asked for meanwhile follow. */
  step(direction: 1 | -1): void {
    this.#video.pause()
    const isStepping = this.#stepsAhead !== 0
    this.#stepsAhead = Math.min(Math.max(this.#stepsAhead + direction, -mostStepsAhead), mostStepsAhead)
    if (!isStepping) void this.#runSteps()
  }

  /** The next faster or slower of the speeds. */
  changeSpeed(step: 1 | -1): void {
    const faster = speeds.find((speed) => speed > this.#video.playbackRate)
    const slower = speeds.findLast((speed) => speed < this.#video.playbackRate)
    const next = step === 1 ? faster : slower
    if (next !== undefined) this.#video.playbackRate = next
  }

  async #runSteps(): Promise<void> {
    while (this.#stepsAhead !== 0) {
      const direction = this.#stepsAhead > 0 ? 1 : -1
      const shownAtS = this.#steppedToS ?? this.#lastFrame?.mediaTimeS ?? this.#video.currentTime
      const steppedToS = await showNeighbour({
        shownAtS,
        direction,
        intervalS: this.framesPerSecond === null ? null : 1 / this.framesPerSecond,
        durationS: this.#video.duration || Infinity,
        showAt: (timeS) => this.#showAt(timeS),
      })
      // Meanwhile the person went elsewhere.
      if (this.#stepsAhead === 0) return
      this.#stepsAhead -= direction
      this.timeS = this.#steppedToS = steppedToS
      this.#learnRate(Math.abs(steppedToS - shownAtS))
    }
  }

  #leaveSteps(): void {
    this.#stepsAhead = 0
    this.#steppedToS = null
  }

  #showAt(timeS: number): Promise<number | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), frameLimitMs)
      this.#onNextFrame = (frame) => {
        clearTimeout(timer)
        resolve(frame.mediaTimeS)
      }
      this.#video.currentTime = timeS
    })
  }

  #learnRate(apartS: number): void {
    const rate = frameRateBetween({ mediaTimeS: 0, count: 0 }, { mediaTimeS: apartS, count: 1 })
    // A screen that leaves frames out makes a video look slower than it is, never faster.
    if (rate !== null && rate > (this.framesPerSecond ?? 0)) this.framesPerSecond = rate
  }

  #onFrame({ mediaTime: mediaTimeS, presentedFrames: count }: VideoFrameCallbackMetadata): void {
    const frame = { mediaTimeS, count }
    const before = this.#lastFrame
    if (before !== null && !this.#video.paused && frameRateBetween(before, frame) !== null) {
      this.#learnRate(mediaTimeS - before.mediaTimeS)
    }
    this.#lastFrame = frame
    this.timeS = mediaTimeS
    this.#onNextFrame?.(frame)
    this.#onNextFrame = null
    this.#callback = this.#video.requestVideoFrameCallback((_now, next) => this.#onFrame(next))
  }
}
