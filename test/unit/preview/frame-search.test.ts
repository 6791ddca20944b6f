import { describe, expect, it } from 'vitest'
import { showNeighbour } from '../../../renderer/preview/video/frame-search.ts'

/** A video that shows, at each time, the frame that began last. */
function videoOf(startsS: readonly number[], lastStandsS = 0.05) {
  let shownAtS = startsS[0] ?? 0
  let shownAts = 0
  return {
    get shownAts() {
      return shownAts
    },
    async step(direction: 1 | -1, intervalS: number | null): Promise<number> {
      shownAtS = await showNeighbour({
        shownAtS,
        direction,
        intervalS,
        durationS: (startsS.at(-1) ?? 0) + lastStandsS,
        showAt: (timeS) => {
          shownAts += 1
          return Promise.resolve(startsS.findLast((startS) => startS <= timeS) ?? null)
        },
      })
      return startsS.indexOf(shownAtS)
    },
  }
}

const steady = (framesPerSecond: number, count = 12): number[] =>
  Array.from({ length: count }, (_, frame) => frame / framesPerSecond)
/** As Matroska keeps it. */
const inMilliseconds = (startsS: readonly number[]): number[] =>
  startsS.map((startS) => Math.round(startS * 1_000) / 1_000)

describe.each([
  ['8 frames a second', steady(8)],
  ['15 frames a second', steady(15)],
  ['25 frames a second', steady(25)],
  ['30 frames a second, without drops of the old colour television', steady(29.97)],
  ['60 frames a second', steady(60)],
  ['15 frames a second in milliseconds', inMilliseconds(steady(15))],
  ['60 frames a second in milliseconds', inMilliseconds(steady(60))],
  ['a phone that films as the light allows', [0, 0.033, 0.067, 0.167, 0.2, 0.4, 0.417, 0.45, 0.55]],
])('%s', (_, startsS) => {
  it.each([
    ['before any rate is known', null],
    [
      'once the shortest interval is known',
      Math.min(...startsS.slice(1).map((s, i) => s - (startsS[i] ?? 0))),
    ],
  ])('shows every frame once, there and back, %s', async (_when, intervalS) => {
    const video = videoOf(startsS)
    const there: number[] = []
    const back: number[] = []
    for (let step = 1; step < startsS.length; step += 1) there.push(await video.step(1, intervalS))
    for (let step = 1; step < startsS.length; step += 1) back.push(await video.step(-1, intervalS))
    expect(there).toEqual(startsS.slice(1).map((_frame, index) => index + 1))
    expect(back).toEqual(there.map((_frame, index) => startsS.length - 2 - index))
  })
})

it('stays within the video', async () => {
  const video = videoOf(steady(25, 3))
  expect(await video.step(-1, 1 / 25)).toBe(0)
  for (let step = 0; step < 5; step += 1) await video.step(1, 1 / 25)
  expect(await video.step(1, 1 / 25)).toBe(2)
})

it('needs two looks for a frame at most once the rate is known', async () => {
  const video = videoOf(steady(25))
  for (let step = 0; step < 10; step += 1) await video.step(1, 1 / 25)
  expect(video.shownAts).toBeLessThanOrEqual(20)
})

it('passes a picture that stands too long to be felt for', async () => {
  const video = videoOf([0, 5], 5)
  expect(await video.step(1, 1 / 25)).toBe(0)
  expect(video.shownAts).toBeLessThan(40)
})

it('stays where it is when no frame comes', async () => {
  const showAt = (): Promise<null> => Promise.resolve(null)
  const search = { shownAtS: 1, intervalS: null, durationS: 9, showAt }
  expect(await showNeighbour({ ...search, direction: 1 })).toBe(1)
  expect(await showNeighbour({ ...search, direction: -1 })).toBe(1)
})
