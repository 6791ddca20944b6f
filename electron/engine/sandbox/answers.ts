import type { ServerResponse } from 'node:http'
import type { Entity } from './entity-store.ts'
import type { SandboxOptions } from './options.ts'
import type { Refusal } from './refusal.ts'
import type { StoredMedium } from './stored-medium.ts'

export type Answer = { status: number; headers: Record<string, string>; body: string }

const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html; charset=utf-8' }

/** The answer to a successful upload: no media id, no result per file. */
export const emptyObjectAnswer: Answer = { status: 200, headers: json, body: '{}' }

/** What a proxy in front of the endpoint says in its place. */
export function loadBalancerPage(status: number): Answer {
  const title = `${status} ${status === 503 ? 'Service Temporarily Unavailable' : 'Error'}`
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`
  return { status, headers: html, body }
}

/** A refusal in the form that the switch `errorBody` says. */
export function refusalAnswer(
  refusal: Refusal,
  { errorBody }: Pick<SandboxOptions, 'errorBody'>,
  headers: Record<string, string> = {},
): Answer {
  const { status, errorCode, message } = refusal
  if (errorBody === 'empty') return { status, headers, body: '' }
  if (errorBody === 'load_balancer_html') {
    const page = loadBalancerPage(status)
    return { ...page, headers: { ...page.headers, ...headers } }
  }
  const content = errorBody === 'full' ? { error_code: errorCode, message } : { error_code: errorCode }
  return { status, headers: { ...json, ...headers }, body: JSON.stringify(content) }
}

/** The entity as the look-up shows it, with the media that are visible at `nowMs`. */
export function entityAnswer(
  entity: Entity,
  options: Pick<SandboxOptions, 'lagMs' | 'createdAtType' | 'singleMediaData' | 'mediaInEntity'>,
  nowMs: number,
): Answer {
  const describe = ({ createdAtSeconds, mediaType, name, bytes }: StoredMedium): object => ({
    created_at: options.createdAtType === 'string' ? String(createdAtSeconds) : createdAtSeconds,
    media_type: mediaType,
    name,
    ...(options.mediaInEntity && bytes !== undefined ? { media: bytes.toString('base64') } : {}),
  })
  const visible = entity.media.filter(({ storedAtMs }) => storedAtMs + options.lagMs <= nowMs).map(describe)
  const single = options.singleMediaData === 'object' && visible.length === 1
  const content = {
    unit21_id: entity.unit21Id,
    user_data: {},
    communication_data: { email_addresses: [], phone_numbers: [] },
    custom_data: null,
    digital_data: { client_fingerprints: [], ip_addresses: [] },
    document_data: [],
    general_data: {
      children: [],
      entity_id: entity.entityId,
      entity_subtype: null,
      entity_type: 'user',
      is_spooled: false,
      parents: [],
      registered_at: null,
      status: 'active',
      tags: [],
    },
    instrument_ids: [],
    location_data: [],
    media_data: single ? visible[0] : visible,
    risk_scores: [],
    options: [],
  }
  return { status: 200, headers: json, body: JSON.stringify(content) }
}

/** Sends an answer; with `half` only its head and half of its body, for a connection that is cut then. */
export function sendAnswer(response: ServerResponse, answer: Answer, { half = false } = {}): void {
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length })
  if (half) response.write(body.subarray(0, Math.ceil(body.length / 2)))
  else response.end(body)
}
