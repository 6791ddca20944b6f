import type { ConnectionTest } from '../shared/status.ts'
import { openEndpoint } from './endpoint-access.ts'
import type { SystemNetwork } from './network-way.ts'
import type { ConnectionTestRequest } from './upload/connection-test.ts'

/**
 * Tries a connection by the way that its own settings name, which need not be the way of the connection in use.
 * Changes nothing at the endpoint.
 */
export async function tryConnection(
  request: ConnectionTestRequest,
  network: SystemNetwork,
): Promise<ConnectionTest> {
  const { client, way, close } = openEndpoint({ connection: request.connection, network, connections: 1 })
  try {
    const { steps } = await client.test(request)
    const [address, ...others] = steps
    if (address?.ok !== true) return { ok: false, steps }
    const described = { step: 'way' as const, ...(await way.describe(request.connection.baseUrl)) }
    // What was tried on a way that cannot be taken would only repeat that.
    const shown = described.ok ? [address, described, ...others] : [address, described]
    return { ok: shown.every(({ ok }) => ok), steps: shown }
  } finally {
    await close()
  }
}
