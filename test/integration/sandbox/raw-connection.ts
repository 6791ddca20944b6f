import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A bare TCP connection, for what no well-behaved HTTP client would send. */
export function openConnection(port: number): Socket {
  const socket = connect(port, '127.0.0.1')
  // The other side may reset the connection; `readToEnd` then gives what came before.
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return socket
}

/** Everything that the other side sends until the connection closes. */
export function readToEnd(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let received = ''
    socket.on('data', (chunk) => (received += chunk.toString()))
    socket.on('close', () => resolve(received))
  })
}

/** Sends text over a new connection and gives the whole conversation's answer. */
export function converse(port: number, text: string | Buffer): Promise<string> {
  const socket = openConnection(port)
  socket.write(text)
  return readToEnd(socket)
}
