import { z } from 'zod'
import { errorCatalogue } from '../../electron/shared/error-codes.ts'
import type { ErrorCode, Failure } from '../../electron/shared/error-codes.ts'
import type { Item } from '../../electron/shared/records.ts'
import { PreviewError } from './preview-problem.ts'

/** How long a preview may take, from the first byte to the picture. */
export const previewLimitMs = 15_000

/**
 * Names one content of one item. Whatever was loaded under another key must never be shown for this item.
 */
export function previewKey(item: Item): string {
  return `${item.id}:${item.sha256 ?? ''}`
}

/** Where the shell serves the bytes of an item's preview. The hash keeps an old content from being reused. */
export function previewUrl(item: Item): string {
  const address = `/preview/${item.id}`
  return item.sha256 === null ? address : `${address}?v=${item.sha256.slice(0, 8)}`
}

/**
 * Asks for an item's preview.
 * @throws PreviewError with the shell's failure when there is no preview.
 */
export async function fetchPreview(
  item: Item,
  signal: AbortSignal,
  headers?: HeadersInit,
): Promise<Response> {
  const response = await fetch(previewUrl(item), { signal, ...(headers && { headers }) })
  if (response.ok) return response
  throw new PreviewError({ kind: 'refused', failure: await readFailure(response) })
}

const failureSchema = z.object({
  code: z.custom<ErrorCode>((code) => typeof code === 'string' && Object.hasOwn(errorCatalogue, code)),
  detail: z.string().default(''),
})

/** The failure in a refusing answer; an answer that holds none counts as "no preview". */
async function readFailure(response: Response): Promise<Failure> {
  const text = await response.text()
  try {
    return failureSchema.parse(JSON.parse(text))
  } catch {
    return { code: 'preview_unavailable', detail: '' }
  }
}
