import { frameRateBetween, timeAfterFrames, usualFramesPerSecond } from './frame-rate.ts'
import type { PresentedFrame } from './frame-rate.ts'

export const speeds = [0.25, 0.5, 1, 1.5, 2] as const

/** How one video plays. */
export class Playback {
  isPlaying = $state(false)
  timeS = $state(0)
  durationS = $state(0)
  speed = $state(1)
  isMuted = $state(true)
  framesPerSecond = $state(usualFramesPerSecond)
  readonly #video: HTMLVideoElement
  #lastFrame: PresentedFrame | null = null
  #callback = 0

  constructor(video: HTMLVideoElement) {
    this.#video = video
  }

  /** Follows the video. Returns the stop. */
  follow(): () => void {
    const video = this.#video
    const look = (): void => {
      this.isPlaying = !video.paused
      this.timeS = video.currentTime
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
    // Chromium says by an event what became of it.
    if (this.#video.paused) void this.#video.play().catch(() => undefined)
    else this.#video.pause()
  }

  goTo(timeS: number): void {
    this.#video.currentTime = timeS
  }

  toggleSound(): void {
    this.#video.muted = !this.#video.muted
  }

  step(frames: number): void {
    const video = this.#video
    video.pause()
    video.currentTime = timeAfterFrames(video.currentTime, frames, this.framesPerSecond, video.duration)
  }

  /** The next faster or slower of the speeds. */
  changeSpeed(step: 1 | -1): void {
    const faster = speeds.find((speed) => speed > this.#video.playbackRate)
    const slower = speeds.findLast((speed) => speed < this.#video.playbackRate)
    const next = step === 1 ? faster : slower
    if (next !== undefined) this.#video.playbackRate = next
  }

  #onFrame({ mediaTime: mediaTimeS, presentedFrames: count }: VideoFrameCallbackMetadata): void {
    const frame = { mediaTimeS, count }
    const rate =
      this.#lastFrame === null || this.#video.paused ? null : frameRateBetween(this.#lastFrame, frame)
    // A screen that leaves frames out makes a video look slower than it is, never faster.
    if (rate !== null && rate > this.framesPerSecond) this.framesPerSecond = Math.round(rate * 1_000) / 1_000
    this.#lastFrame = frame
    this.timeS = mediaTimeS
    this.#callback = this.#video.requestVideoFrameCallback((_now, next) => this.#onFrame(next))
  }
}
