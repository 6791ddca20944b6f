import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Agent } from 'undici'
import { endpointHeaders } from '../../../electron/engine/upload/api-key.ts'
import { linkMediaUrl } from '../../../electron/engine/upload/endpoint-url.ts'
import { requestBody } from '../../../electron/engine/upload/request-body.ts'
import { familyOfExtension } from '../../../electron/shared/file-families.ts'
import { uploadPlanSchema } from './upload-plan.ts'
import type { UploadResult } from './upload-plan.ts'

// Sends files one after the other on each of some connections, and does nothing else: no ledger, no second try.
const [planFile = ''] = process.argv.slice(2)
const plan = uploadPlanSchema.parse(JSON.parse(await readFile(planFile, 'utf8')))
const agent = new Agent({ connections: plan.concurrency, pipelining: 1 })
const startedAt = performance.now()
const paths = plan.paths.values()
await Promise.all(
  Array.from({ length: plan.concurrency }, async () => {
    for (const path of paths) await send(path)
  }),
)
const result: UploadResult = { sendingMs: performance.now() - startedAt }
console.log(JSON.stringify(result))
await agent.close()

async function send(path: string): Promise<void> {
  const name = basename(path)
  const [entityId = ''] = name.split('_')
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const body = requestBody(
    'multipart',
    [
      {
        sentName: name,
        family: familyOfExtension(extension) ?? 'txt',
        bytes: await readFile(path),
        mediaType: 'LETTER',
        source: 'intray',
        timestampSeconds: 1_700_000_000,
        customData: {},
      },
    ],
    `bench-${randomBytes(16).toString('hex')}`,
  )
  const { origin, path: address } = linkMediaUrl(plan, entityId)
  const answer = await agent.request({
    origin,
    path: address,
    method: 'PUT',
    headers: {
      ...endpointHeaders(plan.key),
      'content-type': body.contentType,
      'content-length': String(body.sizeBytes),
    },
    body: Buffer.concat([...body.chunks()]),
  })
  const text = await answer.body.text()
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode}: ${text}`)
}
