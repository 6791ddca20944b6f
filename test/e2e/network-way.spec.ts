import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import type { ConnectionTest } from '../../electron/shared/status.ts'
import { openIntray } from './support/intray-window.ts'
import { callAs } from './support/window-bridge.ts'

/** A proxy that asks everybody for a password, and keeps what it was asked. */
async function startProxy() {
  const asked: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (data) => {
      asked.push(data.toString('latin1').split('\r\n')[0] ?? '')
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Of a server that listens on a port.
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${String(port)}`, asked, stop: () => server.close() }
}

test('the connection’s test takes the way that the system names, and says so', async () => {
  const proxy = await startProxy()
  process.env['https_proxy'] = `http://${proxy.host}`
  const intray = await openIntray()
  try {
    const connection = { baseUrl: 'https://endpoint.invalid/v1', organisation: 'acme' }
    const answer = await callAs(intray.page, 'connection.test', { connection, key: 'a-key-of-the-tests' })
    if (!answer.ok) throw new Error(answer.failure.code)
    // The call decides the answer's type.
    const tested = answer.value as ConnectionTest
    expect(tested.steps.map(({ step, ok }) => [step, ok])).toEqual([
      ['address', true],
      ['way', true],
      ['reach', false],
    ])
    expect(tested.steps[1]?.words).toContain(`By the proxy ${proxy.host}, as the system says.`)
    expect(tested.steps[2]?.words).toContain('asks for a sign-in (407)')
    expect(proxy.asked).toEqual(['CONNECT endpoint.invalid:443 HTTP/1.1'])
  } finally {
    delete process.env['https_proxy']
    await intray.close()
    proxy.stop()
  }
})
