import type { ConnectionSettings } from '../shared/settings/connection.ts'
import { networkWay } from './network-way.ts'
import type { NetworkWay, SystemNetwork } from './network-way.ts'
import { systemClock } from './time/clock.ts'
import { createBandwidth } from './upload/bandwidth.ts'
import { createEndpointClient } from './upload/endpoint-client.ts'
import type { EndpointClient } from './upload/endpoint-client.ts'
import { openHttpPort } from './upload/http-port.ts'

export interface EndpointAccessOptions {
  readonly connection: ConnectionSettings
  readonly network: SystemNetwork
  /** How many connections may be open at a time. */
  readonly connections: number
  /** Of all requests together; 0 for no limit. */
  readonly bytesPerSecond?: number | undefined
}

/** The endpoint's client, and the way by which it gets there. */
export interface EndpointAccess {
  readonly client: EndpointClient
  readonly way: NetworkWay
  close(): Promise<void>
}

export function openEndpoint(options: EndpointAccessOptions): EndpointAccess {
  const way = networkWay(options.connection, options.network)
  const http = openHttpPort({
    connections: options.connections,
    proxyFor: (url) => way.proxyFor(url),
    extraAuthorities: () => way.authorities(),
    bandwidth: createBandwidth(options.bytesPerSecond ?? 0, systemClock),
  })
  const client = createEndpointClient({ http, clock: systemClock })
  return { client, way, close: () => client.close() }
}
