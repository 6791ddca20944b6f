import { systemClock } from '../../../electron/engine/time/clock.ts'
import { createEndpointClient } from '../../../electron/engine/upload/endpoint-client.ts'
import type { EndpointClient, UploadRequest } from '../../../electron/engine/upload/endpoint-client.ts'
import { openHttpPort } from '../../../electron/engine/upload/http-port.ts'
import { connectionSchema } from '../../../electron/shared/settings/connection.ts'
import type { ConnectionSettings } from '../../../electron/shared/settings/connection.ts'

export const testKey = 'k-2f0e6a7c-secret'

export function openClient(): EndpointClient {
  return createEndpointClient({ http: openHttpPort({ connectTimeoutMs: 1_000 }), clock: systemClock })
}

export function connectionTo(baseUrl: string, parts: Partial<ConnectionSettings> = {}): ConnectionSettings {
  return connectionSchema.parse({ baseUrl, organisation: 'acme', timeoutMs: 5_000, ...parts })
}

type Medium = UploadRequest['media'][number]

/** A small JPEG; whatever a test cares for stands in `parts`. */
export function mediumWith(parts: Partial<Medium> = {}): Medium {
  return {
    sentName: 'id_front-ledger-7-1.jpg',
    family: 'jpg',
    bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x0d, 0x0a, 0x2d, 0x2d, 0xff, 0xd9]),
    mediaType: 'IMAGE_ID_CARD_FRONT',
    timestampSeconds: 1_572_673_229,
    customData: { batch: 'B-4' },
    ...parts,
  }
}

/** The upload of a small JPEG; whatever a test cares for stands in `parts`. */
export function uploadTo(
  connection: ConnectionSettings,
  { sentName, bytes, ...parts }: Partial<UploadRequest> & Partial<Pick<Medium, 'sentName' | 'bytes'>> = {},
): UploadRequest {
  const medium = mediumWith({
    ...(sentName === undefined ? {} : { sentName }),
    ...(bytes === undefined ? {} : { bytes }),
  })
  return {
    connection,
    key: testKey,
    entityId: 'C-10293',
    media: [medium],
    signal: new AbortController().signal,
    ...parts,
  }
}
