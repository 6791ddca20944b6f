import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startEngineLink } from '../../../electron/main/engine-link.ts'
import type { EngineLink, EngineProcessListener } from '../../../electron/main/engine-link.ts'
import type { EngineRequest } from '../../../electron/shared/contract.ts'
import type { EngineState } from '../../../electron/shared/status.ts'

/** One run of an engine that does only what the test says. */
interface Run {
  readonly listener: EngineProcessListener
  readonly posted: EngineRequest[]
  killed: boolean
}

let runs: Run[]
let states: EngineState[]
let link: EngineLink

beforeEach(() => {
  vi.useFakeTimers()
  runs = []
  states = []
  link = startEngineLink({
    start(listener) {
      const run: Run = { listener, posted: [], killed: false }
      runs.push(run)
      return {
        post: (request) => void run.posted.push(request),
        kill() {
          run.killed = true
          listener.ended()
        },
      }
    },
    readKeys: async () => ({ main: 'the-key' }),
    stateChanged: (state) => states.push(state),
    eventReceived: () => undefined,
  })
})

afterEach(() => {
  vi.useRealTimers()
})

function lastRun(): Run {
  const run = runs.at(-1)
  if (run === undefined) throw new Error('no engine was started')
  return run
}

/** Answers the oldest request of a name with `value`. */
function answer(run: Run, name: string, value: unknown): void {
  const request = run.posted.find((each) => each.name === name)
  if (request === undefined) throw new Error(`${name} was not asked`)
  run.listener.message({ kind: 'answer', callId: request.callId, answer: { ok: true, value } })
}

async function becomeReady(run: Run): Promise<void> {
  run.listener.message({ kind: 'ready' })
  await vi.advanceTimersByTimeAsync(0)
  answer(run, 'secrets.provide', null)
  await vi.advanceTimersByTimeAsync(0)
}

const unavailable = { ok: false, failure: { code: 'engine_unavailable', detail: '' } }

describe('the link to the engine', () => {
  it('gives the key before any other call', async () => {
    const status = link.call('status.get', {})
    await becomeReady(lastRun())
    expect(lastRun().posted.map(({ name, input }) => ({ name, input }))).toEqual([
      { name: 'secrets.provide', input: { keys: { main: 'the-key' } } },
      { name: 'status.get', input: {} },
    ])
    answer(lastRun(), 'status.get', 'the status')
    await expect(status).resolves.toEqual({ ok: true, value: 'the status' })
    expect(link.state().state).toBe('running')
  })

  it('prepares an engine before it has the key, and by calls that reach that engine alone', async () => {
    const prepared = startEngineLink({
      start(listener) {
        const run: Run = { listener, posted: [], killed: false }
        runs.push(run)
        return { post: (request) => void run.posted.push(request), kill: () => listener.ended() }
      },
      readKeys: async () => ({ main: 'the-key' }),
      prepare: async (call) => {
        await call('network.provide', { proxyUrl: null, authorities: [] })
      },
      stateChanged: () => undefined,
      eventReceived: () => undefined,
    })
    const run = lastRun()
    run.listener.message({ kind: 'ready' })
    await vi.advanceTimersByTimeAsync(0)
    expect(run.posted.map(({ name }) => name)).toEqual(['network.provide'])
    answer(run, 'network.provide', null)
    await vi.advanceTimersByTimeAsync(0)
    expect(run.posted.map(({ name }) => name)).toEqual(['network.provide', 'secrets.provide'])
    answer(run, 'secrets.provide', null)
    await vi.advanceTimersByTimeAsync(0)
    expect(prepared.state().state).toBe('running')
  })

  it('kills and replaces an engine that lives and does not answer', async () => {
    await becomeReady(lastRun())
    const status = link.call('status.get', {})
    await vi.advanceTimersByTimeAsync(15_000 + 60_000)
    expect(runs[0]?.killed).toBe(true)
    await expect(status).resolves.toEqual(unavailable)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(runs).toHaveLength(2)
  })

  it('leaves an engine alone that answers in time', async () => {
    await becomeReady(lastRun())
    for (let beat = 0; beat < 10; beat += 1) {
      await vi.advanceTimersByTimeAsync(15_000)
      const asked = lastRun().posted.filter(({ name }) => name === 'status.get')
      expect(asked).toHaveLength(beat + 1)
      const callId = asked.at(-1)?.callId ?? 0
      lastRun().listener.message({ kind: 'answer', callId, answer: { ok: true, value: null } })
      await vi.advanceTimersByTimeAsync(0)
    }
    expect(runs).toHaveLength(1)
    expect(runs[0]?.killed).toBe(false)
  })

  it('gives up on an engine that does not get ready', async () => {
    const status = link.call('status.get', {})
    await vi.advanceTimersByTimeAsync(20_000)
    await expect(status).resolves.toEqual(unavailable)
  })

  it('fails every call when the engine ends, and starts it again', async () => {
    await becomeReady(lastRun())
    const calls = [link.call('status.get', {}), link.call('ledger.verify', {})]
    await vi.advanceTimersByTimeAsync(0)
    lastRun().listener.ended()
    await expect(Promise.all(calls)).resolves.toEqual([unavailable, unavailable])
    expect(link.state()).toMatchObject({ state: 'restarting', restarts: 1 })
    await expect(link.call('status.get', {})).resolves.toEqual(unavailable)

    await vi.advanceTimersByTimeAsync(300)
    expect(runs).toHaveLength(2)
    await becomeReady(lastRun())
    expect(link.state()).toEqual({ state: 'running', failure: null, restarts: 1 })
  })

  it('answers a call of before with nothing that comes after', async () => {
    await becomeReady(lastRun())
    const [first] = runs
    const status = link.call('status.get', {})
    await vi.advanceTimersByTimeAsync(0)
    lastRun().listener.ended()
    await expect(status).resolves.toEqual(unavailable)
    await vi.advanceTimersByTimeAsync(300)
    await becomeReady(lastRun())
    const again = link.call('status.get', {})
    await vi.advanceTimersByTimeAsync(0)
    if (first) answer(first, 'status.get', 'late')
    answer(lastRun(), 'status.get', 'fresh')
    await expect(again).resolves.toEqual({ ok: true, value: 'fresh' })
  })

  it('is failed after five quick ends, and tries on', async () => {
    for (const delayMs of [300, 1_000, 3_000, 10_000]) {
      lastRun().listener.ended()
      expect(link.state().state).toBe('restarting')
      await vi.advanceTimersByTimeAsync(delayMs)
    }
    lastRun().listener.ended()
    expect(link.state()).toEqual({ state: 'failed', failure: unavailable.failure, restarts: 5 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(runs).toHaveLength(6)
  })

  it('starts a failed engine when a person asks, and one at a time', async () => {
    const failure = { code: 'ledger_locked', detail: 'pid 7' } as const
    lastRun().listener.message({ kind: 'failed', failure })
    link.startNow()
    expect(runs).toHaveLength(2)
    link.startNow()
    expect(runs).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(runs).toHaveLength(2)
    await becomeReady(lastRun())
    expect(link.state().state).toBe('running')
  })

  it('says why an engine refused to start, and tries again every 15 seconds', async () => {
    const failure = { code: 'ledger_locked', detail: 'pid 7' } as const
    lastRun().listener.message({ kind: 'failed', failure })
    expect(lastRun().killed).toBe(true)
    expect(link.state()).toMatchObject({ state: 'failed', failure })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(runs).toHaveLength(2)
    await becomeReady(lastRun())
    expect(link.state()).toMatchObject({ state: 'running', failure: null })
  })

  it('lets the engine end its work when it stops', async () => {
    await becomeReady(lastRun())
    const stopped = link.stop()
    expect(lastRun().posted.at(-1)).toMatchObject({ name: 'engine.stop' })
    lastRun().listener.ended()
    await stopped
    expect(lastRun().killed).toBe(false)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(runs).toHaveLength(1)
    await expect(link.call('status.get', {})).resolves.toEqual(unavailable)
  })

  it('kills an engine that does not stop', async () => {
    await becomeReady(lastRun())
    const stopped = link.stop()
    await vi.advanceTimersByTimeAsync(10_000)
    await stopped
    expect(lastRun().killed).toBe(true)
  })

  it('stops between two runs as well', async () => {
    lastRun().listener.ended()
    await link.stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(runs).toHaveLength(1)
  })
})
