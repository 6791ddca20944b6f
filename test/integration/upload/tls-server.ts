import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { listen } from './raw-server.ts'

export type TestCertificate = 'valid' | 'expired' | 'wrong-host' | 'self-signed'

/** The authority behind the test certificates, in PEM. */
export const testAuthority = readCertificate('authority')

export interface TlsServer {
  readonly port: number
  /** The requests that got through, as `METHOD path`. */
  readonly requests: readonly string[]
  stop(): Promise<void>
}

/** An HTTPS server on loopback that answers `{}` and shows the given certificate. */
export async function startTlsServer(certificate: TestCertificate): Promise<TlsServer> {
  const requests: string[] = []
  const options = { key: readCertificate('server-key'), cert: readCertificate(certificate) }
  const server = createServer(options, (request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`)
    request.resume().on('end', () => response.end('{}'))
  })
  const port = await listen(server)
  return {
    port,
    requests,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function readCertificate(name: string): string {
  return readFileSync(new URL(`certificates/${name}.pem`, import.meta.url), 'utf8')
}
