import { createMemoryShare } from './body-reader.ts'
import { systemClock } from '../time/clock.ts'
import type { Endpoint, EndpointClock } from './endpoint.ts'
import { createEntityStore } from './entity-store.ts'
import { runExchange } from './exchange.ts'
import { createFaultPlan } from './faults.ts'
import type { FaultControl } from './faults.ts'
import { sandboxOptionsSchema } from './options.ts'
import type { SandboxOptions, SandboxOptionsInput } from './options.ts'
import { createLimiter } from './rate-limit.ts'
import { createRequestLog } from './request-log.ts'
import type { RequestCounts, RequestListener, RequestRecord } from './request-log.ts'
import { startServer } from './server.ts'
import { loadStoreFile, openStoreFile } from './store-file.ts'
import type { LoadedStore, StoreFile } from './store-file.ts'
import type { StoredMedium } from './stored-medium.ts'

/** A running simulator of the endpoint. */
export type Sandbox = {
  /** `http://127.0.0.1:{port}/v1`: what stands in the settings in place of the real one. */
  baseUrl: string
  port: number
  /** The options it runs with, defaults filled in. */
  options: SandboxOptions
  linkMediaUrl(entityId: string): string
  entityUrl(entityId: string): string

  addEntity(entityId: string): void
  addPlaceholder(entityId: string): void
  /** From now on requests do not find this id, even where unknown ones are created. */
  addUnknown(entityId: string): void
  /** The ids of all entities that exist. */
  entities(): string[]
  /** What an entity holds, in the order of arrival, without the visibility lag; empty where there is none. */
  media(entityId: string): StoredMedium[]
  mediaCount(): number
  /** Lines of the store file that could not be read at the start. */
  damagedStoreLines: number

  faults: FaultControl
  /** Counts over all requests since the start. */
  requests(): RequestCounts
  /** The newest settled requests, oldest first; at most `maxLoggedRequests`. */
  requestLog(): RequestRecord[]
  /**
   * Calls the listener, which must not throw, when a request arrives and when it is settled. Returns the
   * function that ends it.
   */
  watchRequests(listener: RequestListener): () => void

  /** Closes the port and every connection and ends waiting requests. May be called more than once. */
  stop(): Promise<void>
}

/**
 * Starts a simulator of "Add media to an entity" and of the entity look-up on 127.0.0.1. Rejects with a ZodError
 * on wrong options, and with Node's own error (`EADDRINUSE`, `EACCES`, ...) where the port or the store file
 * cannot be had.
 */
export async function startSandbox(
  input: SandboxOptionsInput = {},
  clock: EndpointClock = systemClock,
): Promise<Sandbox> {
  const options = sandboxOptionsSchema.parse(input)
  const { endpoint, loaded, stopping } = await openEndpoint(options, clock)
  const { store, faults, log } = endpoint
  const server = await startServer(
    (request, response) => runExchange(endpoint, request, response),
    options,
  ).catch(async (error: unknown) => {
    await endpoint.storeFile?.close()
    throw error
  })
  const baseUrl = `http://127.0.0.1:${server.port}/v1`
  const entityUrl = (entityId: string): string =>
    `${baseUrl}/${encodeURIComponent(options.organisation)}/entities/${encodeURIComponent(entityId)}`
  const close = async (): Promise<void> => {
    stopping.abort()
    await server.stop()
    await endpoint.storeFile?.close()
  }
  let closed: Promise<void> | null = null

  return {
    baseUrl,
    port: server.port,
    options,
    entityUrl,
    linkMediaUrl: (entityId) => `${entityUrl(entityId)}/link-media`,
    addEntity: (entityId) => void store.add(entityId),
    addPlaceholder: (entityId) => store.addPlaceholder(entityId),
    addUnknown: (entityId) => store.addUnknown(entityId),
    entities: () => store.entities().map(({ entityId }) => entityId),
    media: (entityId) => [...(store.find(entityId)?.media ?? [])],
    mediaCount: () => store.mediaCount(),
    damagedStoreLines: loaded.damagedLines,
    faults,
    requests: () => log.counts(),
    requestLog: () => log.records(),
    watchRequests: (listener) => log.watch(listener),
    stop: () => (closed ??= close()),
  }
}

type OpenedEndpoint = { endpoint: Endpoint; loaded: LoadedStore; stopping: AbortController }

async function openEndpoint(options: SandboxOptions, clock: EndpointClock): Promise<OpenedEndpoint> {
  const faults = createFaultPlan()
  faults.next(options.faults.script)
  faults.chance(options.faults.chance)

  const { storeFile: path } = options
  const loaded: LoadedStore = path === null ? { media: [], damagedLines: 0 } : await loadStoreFile(path)
  const storeFile: StoreFile | null = path === null ? null : await openStoreFile(path)
  const store = createEntityStore(options)
  for (const medium of loaded.media) store.restore(medium)

  const stopping = new AbortController()
  const endpoint: Endpoint = {
    options,
    clock,
    store,
    storeFile,
    countCall: createLimiter(options.ratePerSecond, clock.nowMs()),
    holdBytes: createMemoryShare(options.maxHeldBytes),
    faults,
    log: createRequestLog(options.maxLoggedRequests),
    stopping: stopping.signal,
  }
  return { endpoint, loaded, stopping }
}
