import type { Endpoint } from './endpoint.ts'
import type { Entity } from './entity-store.ts'
import { parseJsonBody } from './json-body.ts'
import { requireAcceptableMedia } from './medium.ts'
import type { IncomingMedium } from './medium.ts'
import { parseMultipartBody } from './multipart-body.ts'
import type { SandboxOptions } from './options.ts'
import { Refusal } from './refusal.ts'
import { toStoredMedium } from './stored-medium.ts'

/**
 * Carries out one upload: all of its media are stored, or none. Resolves with the number of media kept. Rejects
 * with a Refusal where the body is not acceptable or the entity is busy with another upload (423).
 */
export async function linkMedia(
  endpoint: Endpoint,
  entity: Entity,
  contentType: string | undefined,
  body: Buffer,
): Promise<number> {
  const { options, clock, store, storeFile } = endpoint
  const incoming = await readMedia(contentType, body, options)
  requireAcceptableMedia(incoming, options)
  if (entity.busy) throw new Refusal(423, 'The entity is busy with another update. Retry in a few seconds.')
  entity.busy = true
  try {
    if (options.busyMs > 0) await clock.wait(options.busyMs, endpoint.stopping)
    const keepBytes = options.keepBytes || options.mediaInEntity
    const media = incoming.map((medium) =>
      toStoredMedium(entity.entityId, medium, { nowMs: clock.nowMs(), keepBytes }),
    )
    const kept = store.unrepeated(entity, media)
    await storeFile?.append(kept)
    store.keep(entity, kept)
    return kept.length
  } finally {
    entity.busy = false
  }
}

/** The endpoint declares no 415, so a content type that it does not know is a 400. */
async function readMedia(
  contentType: string | undefined,
  body: Buffer,
  options: SandboxOptions,
): Promise<IncomingMedium[]> {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw new Refusal(400, 'The body must be UTF-8.')
  }
  if (type === 'multipart/form-data') return parseMultipartBody(body, contentType ?? '', options)
  if (type === 'application/json') return parseJsonBody(body, options)
  throw new Refusal(400, 'The content type must be multipart/form-data or application/json.')
}
