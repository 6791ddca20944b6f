import type { ConnectionTest } from '../shared/status.ts'
import { networkWay } from './network-way.ts'
import type { SystemNetwork } from './network-way.ts'
import { systemClock } from './time/clock.ts'
import type { ConnectionTestRequest } from './upload/connection-test.ts'
import { createEndpointClient } from './upload/endpoint-client.ts'
import { openHttpPort } from './upload/http-port.ts'

/**
 * Tries a connection by the way that its own settings name, which need not be the way of the connection in use.
 * Changes nothing at the endpoint.
 */
export async function tryConnection(
  request: ConnectionTestRequest,
  network: SystemNetwork,
): Promise<ConnectionTest> {
  const way = networkWay(request.connection, network)
  const http = openHttpPort({
    connections: 1,
    proxyFor: (url) => way.proxyFor(url),
    extraAuthorities: () => way.authorities(),
  })
  const client = createEndpointClient({ http, clock: systemClock })
  try {
    const { steps } = await client.test(request)
    const [address, ...others] = steps
    if (address?.ok !== true) return { ok: false, steps }
    const described = { step: 'way' as const, ...(await way.describe(request.connection.baseUrl)) }
    // What was tried on a way that cannot be taken would only repeat that.
    const shown = described.ok ? [address, described, ...others] : [address, described]
    return { ok: shown.every(({ ok }) => ok), steps: shown }
  } finally {
    await client.close()
  }
}
