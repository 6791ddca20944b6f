import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

/** One connection to a raw server: what came over it, and the socket to answer with. */
export interface RawConnection {
  readonly number: number
  readonly socket: Socket
  /** Everything received so far, as Latin-1 text. */
  text(): string
  /** Resolves with the received text as soon as it fulfils the test; rejects when the connection ends before. */
  received(test: (text: string) => boolean): Promise<string>
}

export interface RawServer {
  readonly port: number
  readonly origin: string
  readonly connections: readonly RawConnection[]
  stop(): Promise<void>
}

/** A TCP server that does what a test says and nothing else: for everything that no HTTP server would do. */
export async function startRawServer(
  serve: (connection: RawConnection) => Promise<void>,
): Promise<RawServer> {
  const connections: RawConnection[] = []
  const server = createServer((socket) => {
    const connection = openConnection(connections.length + 1, socket)
    connections.push(connection)
    // A test that ends the connection from the other side lets `serve` fail; the test itself says what counts.
    serve(connection).catch(() => socket.destroy())
  })
  const port = await listen(server)
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    connections,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      for (const { socket } of connections) socket.destroy()
      await closed
    },
  }
}

/** Listens on a free loopback port and gives its number. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server that listens has an address with a port.
  return (server.address() as AddressInfo).port
}

function openConnection(number: number, socket: Socket): RawConnection {
  let text = ''
  socket.setEncoding('latin1')
  socket.on('error', () => undefined)
  socket.on('data', (chunk: string) => {
    text += chunk
  })
  return {
    number,
    socket,
    text: () => text,
    async received(test) {
      const ended = once(socket, 'close').then(() => {
        throw new Error('The connection ended.')
      })
      ended.catch(() => undefined)
      while (!test(text)) await Promise.race([once(socket, 'data'), ended])
      return text
    },
  }
}

/** True once a whole request with the given body length is in the text. */
export function holdsWholeRequest(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end === -1) return false
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
  return text.length >= end + 4 + length
}
