import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { SandboxOptions } from './options.ts'

export type RunningServer = {
  port: number
  /** Closes the port and every connection. */
  stop(): Promise<void>
}

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Rules = Pick<SandboxOptions, 'port' | 'headersTimeoutMs' | 'requestTimeoutMs' | 'keepAliveTimeoutMs'>

/** Opens the port on 127.0.0.1. Rejects with Node's own error where it is taken. */
export async function startServer(serve: Serve, rules: Rules): Promise<RunningServer> {
  const running = new Set<Promise<void>>()
  const server = createServer(
    {
      headersTimeout: rules.headersTimeoutMs,
      requestTimeout: rules.requestTimeoutMs,
      keepAliveTimeout: rules.keepAliveTimeoutMs,
      connectionsCheckingInterval: Math.min(rules.headersTimeoutMs, rules.requestTimeoutMs, 2_000),
      maxHeaderSize: 32_768,
    },
    (request, response) => {
      const served = serve(request, response).finally(() => running.delete(served))
      running.add(served)
    },
  )
  server.maxConnections = 1_000
  server.on('clientError', refuseConnection)
  await listen(server, rules.port)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP port.')

  return {
    port: address.port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await Promise.all(running)
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Answers what is no HTTP, or came too slowly, and closes the connection. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = statusLines.get(error.code ?? '') ?? '400 Bad Request'
  const destroy = (): void => void socket.destroy()
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, destroy)
}

const statusLines = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
])
