import type { EngineLink } from './engine-link.ts'
import type { ErrorLog } from './error-log.ts'
import { firstProxy } from './proxy-list.ts'

export interface NetworkWayOptions {
  /** What the system says of the way to a URL: its settings, or the PAC file that they name. */
  resolveProxy(url: string): Promise<string>
  /** Reads the system's settings and the PAC file anew. */
  reload(): Promise<void>
  readonly log: ErrorLog
  /** How long the system may take; a PAC file can hang. */
  readonly limitMs?: number
}

export type EngineCall = EngineLink['call']

/** The system's way to the endpoint, which only Chromium knows. No function rejects. */
export interface NetworkWay {
  /**
   * Tells a new engine the way to the endpoint of its settings, while nobody else can call it. Waits for no other
   * telling: those wait for this engine.
   */
  prepare(call: EngineCall): Promise<void>
  /** Tells the engine the way to a URL; without one, to the endpoint of the settings. */
  tell(call: EngineCall, url?: string): Promise<void>
  /** The same, after the network has changed. */
  tellAnew(call: EngineCall): Promise<void>
}

export function createNetworkWay(options: NetworkWayOptions): NetworkWay {
  const { limitMs = 5_000, log } = options
  let lastBegun = 0
  let lastTold = 0

  const calmly = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => log.write('network_way_unknown', error))

  async function findProxy(call: EngineCall, given: string | undefined) {
    const url = given ?? (await endpointUrl(call))
    if (url === null) return undefined
    return { proxyUrl: firstProxy(await within(limitMs, options.resolveProxy(url))) }
  }

  async function provide(call: EngineCall, found: { readonly proxyUrl: string | null }): Promise<void> {
    // The engine reads the system's authorities itself; it runs on the same Node.
    await call('network.provide', { ...found, authorities: [] })
  }

  /** What took so long to be found out that something newer was told meanwhile is not told any more. */
  async function tell(call: EngineCall, given?: string): Promise<void> {
    const turn = (lastBegun += 1)
    const found = await findProxy(call, given)
    if (found === undefined || turn < lastTold) return
    lastTold = turn
    await provide(call, found)
  }

  async function prepare(call: EngineCall): Promise<void> {
    const found = await findProxy(call, undefined)
    if (found !== undefined) await provide(call, found)
  }

  return {
    prepare: (call) => calmly(prepare(call)),
    tell: (call, url) => calmly(tell(call, url)),
    tellAnew: (call) => calmly(within(limitMs, options.reload()).then(() => tell(call))),
  }
}

const changesConnection: ReadonlySet<string> = new Set(['settings.save', 'settings.useProfile'])

/** As the window calls the engine: a test of a connection, and new settings, need the way found out anew. */
export function withNetworkWay(call: EngineCall, way: NetworkWay): EngineCall {
  return async (name, input) => {
    const tested = name === 'connection.test' ? testedUrl(input) : undefined
    if (tested !== undefined) await way.tell(call, tested)
    const answer = await call(name, input)
    if (tested !== undefined || changesConnection.has(name)) void way.tell(call)
    return answer
  }
}

function testedUrl(input: unknown): string | undefined {
  // The relay has checked the input against the contract.
  return (input as { readonly connection: { readonly baseUrl: string } }).connection.baseUrl
}

async function endpointUrl(call: EngineCall): Promise<string | null> {
  const answer = await call('settings.get', {})
  return answer.ok ? answer.value.settings.connection.baseUrl : null
}

async function within<Value>(limitMs: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The system did not tell the way in time.')), limitMs)
  })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
