import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { openIntray } from '../e2e/support/intray-window.ts'
import { ask } from '../e2e/support/window-bridge.ts'
import { compare } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { drawScans } from './window/drawn-scan.ts'
import { markedScan, ScanForms } from './window/mixed-scans.ts'
import type { ScanKind } from './window/mixed-scans.ts'
import { Person } from './window/person.ts'
import { growthPerMinute, lookAtMemory } from './window/process-memory.ts'
import type { MemoryLook } from './window/process-memory.ts'
import { nameOfShownFile, untilNextFile, watchShownFile } from './window/shown-file.ts'
import { median, quantile } from './measure/statistics.ts'

/** Five times as fast as 400 scans before lunch, so that an hour here is a long day. */
const pace = { lookMs: 2_000, keyMs: 200 }
const lookEveryMs = 15_000
const tellEveryMs = 5 * 60_000
/** So many files wait at least; as many come at once. */
const fewest = 12
const delivered = 30
const mostGrowthPerMinuteBytes = 2_000_000
/** A shorter run shows the caches filling, not what is left behind. */
const judgedFromMinutes = 15

const mixture: readonly ScanKind[] = [
  ...(['photo', 'photo', 'pdf', 'photo', 'tiff', 'photo', 'photo', 'png', 'photo', 'mp4'] as const),
  ...(['photo', 'pages', 'photo', 'pdf', 'photo', 'text', 'photo', 'mkv', 'selfie', 'raw'] as const),
]

interface Visit {
  /** So many scans lie between two. */
  readonly every: number
  pay(person: Person): Promise<void>
}

/** The rarest first: one visit at a time. */
const visits: readonly Visit[] = [
  { every: 60, pay: (person) => goThrough(person, ['Control+6', 'Control+7', 'Control+5', 'Control+4']) },
  { every: 48, pay: (person) => goThrough(person, ['Control+8']) },
  { every: 35, pay: filterQueue },
  { every: 30, pay: (person) => goThrough(person, ['Control+2', 'Control+3']) },
  { every: 25, pay: searchHistory },
]

// A scripted review at a human pace: approve, reject, take back, zoom, turn, and now and then the other views. Tells
// the memory of each process, and fails where the window's own goes on growing. An hour: `--minutes 60`.
await runBenchmark('memory.window', async ({ folder, minutes }) => {
  const durationMs = minutes(3) * 60_000
  mkdirSync(join(folder, 'practice', 'scans'), { recursive: true })
  writeFileSync(join(folder, 'practice', 'scans-copied'), '')
  const intray = await openIntray({ dataDir: folder })
  try {
    const { app, page } = intray
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    const forms = new ScanForms(await drawScans(page))
    let count = 0
    const deliver = (): void => {
      for (let more = 0; more < delivered; more += 1) {
        const form = forms.of(mixture[count % mixture.length] ?? 'photo')
        intray.drop(
          `cust-${1_000_000 + Math.floor(count / 3)}-${count}_${form.ending}`,
          markedScan(form, `${count}`),
        )
        count += 1
      }
    }
    deliver()
    await page.getByRole('listbox', { name: 'Queue' }).getByRole('option').nth(fewest).waitFor()
    await watchShownFile(page)
    const person = new Person(page, pace)
    const looks: MemoryLook[] = []
    const shownMs: number[] = []
    const startedAt = Date.now()
    let toldAt = -tellEveryMs
    for (let round = 1; Date.now() - startedAt < durationMs; round += 1) {
      const atMs = Date.now() - startedAt
      if (atMs - (looks.at(-1)?.atMs ?? -lookEveryMs) >= lookEveryMs)
        looks.push(await lookAtMemory(app, atMs))
      if (atMs - toldAt >= tellEveryMs) {
        toldAt = atMs
        await tellMemory(cdp, looks.at(-1), round - 1)
      }
      if ((await waiting(page)) < fewest) deliver()
      await review(person, round, shownMs)
      await leaveReview(person, round)
    }
    looks.push(await lookAtMemory(app, Date.now() - startedAt))
    await tellMemory(cdp, looks.at(-1), shownMs.length)
    const half = Math.floor(shownMs.length / 2)
    const times = (label: string, values: readonly number[]) => ({
      label: `${label}, ${values.length} scans`,
      medianMs: median(values),
      p95Ms: quantile(values, 0.95),
    })
    tellGrowth(looks, durationMs)
    return [
      compare(
        'from the key to the next picture',
        times('second half', shownMs.slice(half)),
        times('first half', shownMs.slice(0, half)),
        Math.max(...looks.map(({ sizeBytes }) => sizeBytes.get('Tab') ?? 0)),
      ),
    ]
  } finally {
    await intray.app.close()
  }
})

/** Decides about the file in hand after a look at it. */
async function review(person: Person, round: number, shownMs: number[]): Promise<void> {
  const { page } = person
  await person.look()
  if (round % 4 === 0) await person.press('+', '+', 'ArrowDown', '0')
  if (round % 7 === 0) await person.press('.', ',')
  if (round % 9 === 0) await person.press('b', 'b')
  if (round % 11 === 0) await person.press('c', 'c')
  if (round % 13 === 0) await person.press('PageDown', 'PageUp')
  const before = await nameOfShownFile(page)
  if (round % 20 === 0) await person.press('r', '1', 'Enter')
  else await person.decide('a')
  shownMs.push(await untilNextFile(page, before))
  if (round % 15 === 0) {
    const next = await nameOfShownFile(page)
    await person.press('u')
    await untilNextFile(page, next)
  }
}

/** Every now and then somebody looks at something else, and comes back. */
async function leaveReview(person: Person, round: number): Promise<void> {
  const visit = visits.find(({ every }) => round % every === 0)
  if (visit === undefined) return
  await visit.pay(person)
  await person.look()
  await person.press('Control+1')
  await untilNextFile(person.page, '')
}

async function goThrough(person: Person, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await person.press(key)
    await person.look()
  }
}

async function filterQueue(person: Person): Promise<void> {
  await person.press('/')
  await person.type('statement')
  await person.press('Enter', 'ArrowDown', 'ArrowUp')
  await person.press('/', 'Control+a', 'Backspace', 'Enter')
}

async function searchHistory(person: Person): Promise<void> {
  await person.press('Control+f', 'Control+a')
  await person.type('entity:cust-1000* state:uploaded')
  await person.press('Enter')
  for (let story = 0; story < 4; story += 1) await goThrough(person, ['ArrowDown'])
  await person.press('Escape')
}

async function waiting(page: Page): Promise<number> {
  return (await ask(page, 'status.get', {})).counts.awaiting_review
}

/** What each process holds, and what of the window's own lives on. */
async function tellMemory(cdp: CDPSession, look: MemoryLook | undefined, scanCount: number): Promise<void> {
  if (look === undefined) return
  const { metrics } = await cdp.send('Performance.getMetrics')
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0
  const processes = [...look.sizeBytes].map(([name, bytes]) => `${name} ${megabytes(bytes)}`)
  const heap = `heap ${megabytes(metric('JSHeapUsedSize'))}, ${metric('Nodes')} nodes, ${metric('JSEventListeners')} listeners`
  tell(`${(look.atMs / 60_000).toFixed(1)} min, ${scanCount} scans: ${processes.join(', ')} MB; ${heap}`)
}

function tellGrowth(looks: readonly MemoryLook[], durationMs: number): void {
  const second = looks.filter(({ atMs }) => atMs >= durationMs / 2)
  const growth = (process: string): number => growthPerMinute(second, process)
  const processes = [...(looks.at(-1)?.sizeBytes.keys() ?? [])]
  tell(
    `growth in the second half: ${processes.map((name) => `${name} ${(growth(name) / 1e6).toFixed(2)}`).join(', ')} MB a minute`,
  )
  if (durationMs >= judgedFromMinutes * 60_000 && growth('Tab') > mostGrowthPerMinuteBytes) {
    throw new Error(`The window goes on growing: ${(growth('Tab') / 1e6).toFixed(1)} MB a minute.`)
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0)
}
