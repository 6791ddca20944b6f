import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { EndpointClock } from '../../../electron/engine/sandbox/endpoint.ts'
import { practiceKey } from '../../../electron/engine/sandbox/options.ts'
import type { SandboxOptionsInput } from '../../../electron/engine/sandbox/options.ts'
import type { RequestOutcome } from '../../../electron/engine/sandbox/request-log.ts'
import { startSandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import type { Sandbox } from '../../../electron/engine/sandbox/sandbox.ts'

export const entityId = 'customer-1'
export const keyHeader = { 'u21-key': practiceKey }

/** A simulator that knows `customer-1` and is stopped when the test ends. */
export async function runSandbox(options: SandboxOptionsInput = {}, clock?: EndpointClock): Promise<Sandbox> {
  const sandbox = await startSandbox({ entities: [entityId], ...options }, clock)
  onTestFinished(() => sandbox.stop())
  return sandbox
}

export type FormPart = {
  key: string
  file?: { name: string; bytes: Uint8Array<ArrayBuffer> }
  text?: unknown
}

/** Uploads as multipart; the parts go in the order given. */
export function putForm(
  sandbox: Sandbox,
  parts: readonly FormPart[],
  { id = entityId, headers = keyHeader }: { id?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const form = new FormData()
  for (const { key, file, text } of parts) {
    if (file !== undefined) form.append(key, new Blob([file.bytes]), file.name)
    if (text !== undefined) form.append(key, typeof text === 'string' ? text : JSON.stringify(text))
  }
  return fetch(sandbox.linkMediaUrl(id), { method: 'PUT', headers, body: form })
}

/** Uploads as JSON; a string or bytes are sent as they are. */
export function putJson(
  sandbox: Sandbox,
  body: unknown,
  { id = entityId, headers = keyHeader }: { id?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(sandbox.linkMediaUrl(id), {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body:
      body instanceof Uint8Array
        ? new Uint8Array(body)
        : typeof body === 'string'
          ? body
          : JSON.stringify(body),
  })
}

/** One small scan, as the simplest acceptable upload. */
export function putScan(sandbox: Sandbox, name = 'front.jpg', id = entityId): Promise<Response> {
  return putForm(sandbox, [{ key: 'document_front', file: { name, bytes: scanBytes } }], { id })
}

export const scanBytes = new Uint8Array(Buffer.from('the bytes of a small scan'))

export function readEntity(sandbox: Sandbox, id = entityId): Promise<Response> {
  return fetch(sandbox.entityUrl(id), { headers: keyHeader })
}

/** How the next request that settles ended. */
export function whenSettled(sandbox: Sandbox): Promise<RequestOutcome> {
  return new Promise((resolve) => {
    const end = sandbox.watchRequests(({ stage, record }) => {
      if (stage !== 'settled') return
      end()
      resolve(record.outcome)
    })
  })
}

/** The answer's JSON; an empty object where it is none. */
export async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  return z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(await response.json())
}
