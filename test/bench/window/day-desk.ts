import { compare } from '../measure/bench-report.ts'
import type { BenchRow } from '../measure/bench-report.ts'
import { tell } from '../measure/bench-run.ts'
import type { DayScan, Intent } from './mixed-day.ts'
import type { Person } from './person.ts'
import { nameOfShownFile, untilNextFile } from './shown-file.ts'
import { median, quantile } from '../measure/statistics.ts'

const moreContrast = ['8', '8', '8', '8']

/** What the window took for one scan, besides the person's own time. */
interface Decided {
  readonly name: string
  readonly view: 'Review' | 'Problems'
  readonly wholeMs: number
  readonly ownMs: number
  /** From the last key to the next picture. */
  readonly nextMs: number
}

interface DayTimes {
  readonly totalMs: number
  readonly firstShownMs: number
  readonly calledMs: readonly number[]
}

/** The desk of one person, who works off what waits and what is held. */
export class DayDesk {
  readonly #person: Person
  readonly #intents: ReadonlyMap<string, Intent>
  readonly #decided: Decided[] = []

  constructor(person: Person, scans: readonly DayScan[]) {
    this.#person = person
    this.#intents = new Map(scans.map(({ name, intent }) => [name, intent]))
  }

  async goTo(key: string, work: () => Promise<void>): Promise<void> {
    await this.#person.press(key)
    await untilNextFile(this.#person.page, '')
    await work()
  }

  async reviewAll(): Promise<void> {
    for (;;) {
      const intent = await this.#inHand()
      if (intent === null) return
      await this.#decide('Review', async (person) => {
        if (intent.kind === 'reject') await person.press('r', 'Enter')
        else if (intent.kind === 'approve_faint') {
          await person.press(...moreContrast)
          await person.look()
          await person.press('a')
        } else await person.decide('a')
      })
    }
  }

  async solveAll(): Promise<void> {
    for (;;) {
      const intent = await this.#inHand()
      if (intent === null) return
      await this.#decide('Problems', (person) => solve(person, intent))
    }
  }

  /** `calledMs`: the times of decisions that the engine was told without a window. */
  report({ totalMs, firstShownMs, calledMs }: DayTimes): readonly BenchRow[] {
    const own = this.#person.ownMs
    const windowMs = totalMs - own
    tell(`${this.#decided.length} decisions in ${seconds(totalMs)}, ${this.#person.keyCount} keys`)
    tell(`the person took ${seconds(own)}, the window ${seconds(windowMs)}`)
    tell(`first picture ${seconds(firstShownMs)} after the scans were dropped`)
    for (const { name, view, nextMs } of longest(this.#decided)) {
      tell(`${view}: ${(nextMs / 1_000).toFixed(2)} s after the last key at ${name}`)
    }
    const times = (label: string, of: (decided: Decided) => number, among = this.#decided) => {
      const values = among.map(of)
      return { label, medianMs: median(values), p95Ms: quantile(values, 0.95) }
    }
    const reviewed = this.#decided.filter(({ view }) => view === 'Review')
    const solved = this.#decided.filter(({ view }) => view === 'Problems')
    const called = {
      label: `${calledMs.length} calls of the engine`,
      medianMs: median(calledMs),
      p95Ms: quantile(calledMs, 0.95),
    }
    const wait = ({ wholeMs, ownMs }: Decided): number => wholeMs - ownMs
    const whole = ({ wholeMs }: Decided): number => wholeMs
    const ownOf = ({ ownMs }: Decided): number => ownMs
    const next = ({ nextMs }: Decided): number => nextMs
    return [
      compare(
        'the whole day',
        { label: `${this.#decided.length} decisions`, medianMs: totalMs, p95Ms: null },
        { label: 'the person alone', medianMs: own, p95Ms: null },
        null,
      ),
      compare('a scan in Review', times('whole', whole, reviewed), times('person', ownOf, reviewed), null),
      compare('a scan in Problems', times('whole', whole, solved), times('person', ownOf, solved), null),
      compare('Review, from the last key to the next picture', times('window', next, reviewed), called, null),
      compare('Problems, from the last key to the next picture', times('window', next, solved), called, null),
      compare('the wait of the person for one decision', times('window', wait), called, null),
    ]
  }

  /** What is to be done with the file in hand; null where there is none. */
  async #inHand(): Promise<Intent | null> {
    const shown = await nameOfShownFile(this.#person.page)
    if (shown === '') return null
    const name = shown.slice(shown.indexOf(':') + 2)
    const intent = this.#intents.get(name)
    if (intent === undefined) throw new Error(`Nobody dropped ${shown}.`)
    return intent
  }

  async #decide(view: Decided['view'], decide: (person: Person) => Promise<void>): Promise<void> {
    const { page } = this.#person
    const [startedAt, ownBefore] = [Date.now(), this.#person.ownMs]
    const name = await nameOfShownFile(page)
    await this.#person.look()
    await decide(this.#person)
    const nextMs = await untilNextFile(page, name)
    const [wholeMs, ownMs] = [Date.now() - startedAt, this.#person.ownMs - ownBefore]
    this.#decided.push({ name, view, wholeMs, ownMs, nextMs })
  }
}

/** What a person does about a file that is held. */
async function solve(person: Person, intent: Intent): Promise<void> {
  switch (intent.kind) {
    case 'name':
      await person.press('e')
      await person.type(intent.entityId)
      await person.press('Enter', 'm')
      await person.type(intent.mediaType)
      await person.press('Enter', 'a')
      return
    case 'send_smaller':
      await person.page.getByText('A smaller form can be sent').waitFor()
      await person.press('2')
      return
    case 'request_rescan':
      await person.press('n', 'Enter')
      return
    case 'reject':
      await person.press('r', 'Enter')
      return
    case 'approve':
    case 'approve_faint':
      throw new Error('A sound scan is held.')
  }
}

function longest(decided: readonly Decided[]): readonly Decided[] {
  return decided.toSorted((one, other) => other.nextMs - one.nextMs).slice(0, 5)
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1_000).toFixed(1)} s`
}
