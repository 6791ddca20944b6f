import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { listen } from './raw-server.ts'

export interface ReceivedRequest {
  readonly method: string
  /** The request target exactly as it came. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface GivenAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface AnsweringServer {
  readonly baseUrl: string
  readonly requests: readonly ReceivedRequest[]
  /** What it answers from now on. The default is 200 with `{}`. */
  answerWith(answer: GivenAnswer): void
  stop(): Promise<void>
}

/** An HTTP server on loopback that keeps every request and answers what it is told. */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  const requests: ReceivedRequest[] = []
  let given: GivenAnswer = {}
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: target = '', headers } = request
      requests.push({ method, target, headers, body: Buffer.concat(chunks) })
      response.writeHead(given.status ?? 200, given.headers ?? {})
      response.end(given.body ?? '{}')
    })
  })
  const port = await listen(server)
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    answerWith: (answer) => {
      given = answer
    },
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
